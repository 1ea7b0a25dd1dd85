namespace Negotiations.Tests;

internal static class ContextTable
{
    public static Row[] Rows =>
        [
            Row.Create<HostilitiesReported>(
                r =>
                    r with
                    {
                        Kind = HostilityKind.OffensivePreparation,
                        Killed = 0,
                        Injured = 2,
                        Place = "the north shore",
                    },
                """
                hostilities/act-1 = {"status":"reported","by":"ada-brill","kind":"offensivePreparation",
                "killed":0,"injured":2,"place":"the north shore"}
                """
            ),
        ];
}
