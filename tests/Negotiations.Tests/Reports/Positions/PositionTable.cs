namespace Negotiations.Tests;

internal static class PositionTable
{
    public static Row[] Rows =>
        [
            Row.Create<AccusationMade>(
                r => r with { Accusation = "delay" },
                """accusation/act-1 = {"status":"made","by":"ada-brill","against":"ostrelia","accusation":"delay"}"""
            ),
            Row.Create<AssessmentMade>(
                r => r with { Subject = "the talks", Assessment = "too early to tell" },
                """
                assessment/act-1 = {"status":"made","by":"ada-brill","subject":"the talks",
                "assessment":"too early to tell"}
                """
            ),
            Row.Create<PositionStated>(
                r => r with { Topic = "the shore", Position = "ours", Stance = "opposes" },
                """
                position/varland/act-1 = {"status":"stated","by":"ada-brill","topic":"the shore",
                "position":"ours","stance":"opposes"}
                """
            ),
            Row.Create<PositionStated>(
                r =>
                    r with
                    {
                        Topic = "the shore",
                        Position = "ours",
                        Stance = "opposes",
                        Issue = new("who owns the shore", "shore"),
                    },
                """
                position/varland/shore = {"status":"stated","by":"ada-brill","topic":"the shore",
                "position":"ours","stance":"opposes"}
                """
            ),
        ];
}
