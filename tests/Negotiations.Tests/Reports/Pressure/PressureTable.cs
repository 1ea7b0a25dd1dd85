using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

internal static class PressureTable
{
    public static Row[] Rows =>
        [
            Row.Create<ForceThreatened>(
                r => r with { Against = [Ostrelia, Merin], Trigger = "no deal", Kind = "strike" },
                """
                force-threat/act-1 = {"status":"threatened","by":"ada-brill","against":["ostrelia","merin"],
                "trigger":"no deal","kind":"strike"}
                """
            ),
            Row.Create<ForceThreatened>(
                r => r.As(Modality.Conditional) with { Trigger = "no deal" },
                """
                force-threat/act-1 = {"status":"threatened","by":"ada-brill","against":"ostrelia",
                "trigger":"no deal"}
                """
            ),
            Row.Create<ForceThreatened>(r => r.As(Modality.Expected) with { Kind = "strike" }),
            Row.Create<SanctionsImposed>(
                r =>
                    r with
                    {
                        Sanctioners = [Varland],
                        Against = [Ostrelia],
                        Measures = "tolls",
                        Sanctions = "The Tolls Act",
                    },
                """
                sanctions/the-tolls-act = {"status":"imposed","by":"ada-brill","sanctions":"The Tolls Act",
                "sanctioners":["varland"],"against":"ostrelia","measures":"tolls"}
                """
            ),
            Row.Create<SanctionsImposed>(
                r => r with { Measures = "tolls" },
                """sanctions/act-1 = {"status":"imposed","by":"ada-brill","against":"ostrelia","measures":"tolls"}"""
            ),
            Row.Create<SanctionsImposed>(r => r.As(Modality.Planned) with { Measures = "tolls" }),
            Row.Create<SanctionsLifted>(
                r => r with { Sanctions = "the tolls act" },
                """
                sanctions/the-tolls-act = {"status":"lifted","by":"ada-brill","sanctions":"the tolls act",
                "against":"ostrelia"}
                """
            ),
            Row.Create<SanctionsLifted>(r => r.As(Modality.Demanded) with { Sanctions = "the tolls act" }),
            Row.Create<SanctionsThreatened>(
                r => r with { Trigger = "no ceasefire", Sanctions = "the tolls act" },
                """
                sanctions/the-tolls-act = {"status":"threatened","by":"ada-brill","sanctions":"the tolls act",
                "against":"ostrelia","trigger":"no ceasefire"}
                """
            ),
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
