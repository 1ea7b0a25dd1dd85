using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

internal static class PressureTable
{
    public static Row[] Rows =>
        [
            Row.Create<SanctionsThreatened>(
                r => r with { Sanctioners = [Merin, Varland], Trigger = "no ceasefire", Measures = "tolls" },
                """
                threat/sanctions/act-1 = {"status":"threatened","by":"ada-brill",
                "sanctioners":["merin","varland"],"against":"ostrelia","trigger":"no ceasefire",
                "measures":"tolls"}
                """
            ),
            Row.Create<WithdrawalThreatened>(
                r => r with { WithdrawalFrom = "the talks", Trigger = "more delay" },
                """
                threat/withdrawal/act-1 = {"status":"threatened","by":"ada-brill","from":"the talks",
                "trigger":"more delay"}
                """
            ),
        ];
}
