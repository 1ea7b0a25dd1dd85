namespace Negotiations.Tests;

internal static class ContextTable
{
    public static Row[] Rows =>
        [
            Row.Create<FindingReported>(
                r => r with { Subject = "the stores", Finding = "12 barrels" },
                """
                finding/act-1 = {"status":"reported","by":"ada-brill","subject":"the stores",
                "finding":"12 barrels"}
                """
            ),
            Row.Create<FindingReported>(r => r.As(Modality.Expected) with { Finding = "12 barrels" }),
            Row.Create<HostilitiesReported>(
                r => r with { Kind = "offensivePreparation", Killed = 0, Injured = 2, Place = "the north shore" },
                """
                hostilities/act-1 = {"status":"reported","by":"ada-brill","kind":"offensivePreparation",
                "killed":0,"injured":2,"place":"the north shore"}
                """
            ),
        ];
}
