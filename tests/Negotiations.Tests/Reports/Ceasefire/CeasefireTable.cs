using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

internal static class CeasefireTable
{
    public static Row[] Rows =>
        [
            Row.Create<CeasefireAccepted>(
                r =>
                    r with
                    {
                        DurationDays = 30,
                        Proposer = Merin,
                        Extent = "the lake",
                        Scope = "all arms",
                        Unconditional = true,
                        StartDate = Edtf.Parse("2031-04-05"),
                    },
                """
                ceasefire/answer/varland = {"status":"accepted","proposer":"merin","durationDays":30,
                "unconditional":true,"scope":"all arms","extent":"the lake","startDate":"2031-04-05"}
                """
            ),
            Row.Create<CeasefireAccepted>(
                r => r.As(Modality.Conditional) with { DurationDays = 30 },
                """ceasefire/answer/varland = {"status":"accepted-with-conditions","durationDays":30}"""
            ),
            Row.Create<CeasefireAccepted>(r => r.As(Modality.Demanded) with { DurationDays = 30 }),
            Row.Create<CeasefireProposed>(
                r =>
                    r with
                    {
                        DurationDays = 30,
                        Unconditional = false,
                        Scope = "all arms",
                        StartDate = Edtf.Parse("2031-04-05"),
                        Extent = "the lake",
                        Purpose = "harvest",
                        Venue = "Merin",
                        NegotiatedWith = Ostrelia,
                    },
                """
                ceasefire/proposal/act-1 = {"status":"proposed","by":"ada-brill","durationDays":30,
                "unconditional":false,"scope":"all arms","startDate":"2031-04-05","extent":"the lake",
                "purpose":"harvest","venue":"Merin","negotiatedWith":"ostrelia"}
                """
            ),
            Row.Create<CeasefireRejected>(
                r => r with { Rejected = "a pause", Reason = "mistrust", Alternative = "a treaty", DurationDays = 3 },
                """
                ceasefire/answer/varland = {"status":"rejected","rejected":"a pause","durationDays":3,
                "reason":"mistrust","alternative":"a treaty"}
                """
            ),
            Row.Create<CeasefireViolationAlleged>(
                r => r with { Ceasefires = ["of March", "of April"], Alleged = "shots" },
                """
                ceasefire/violation/act-1 = {"status":"alleged","by":"ada-brill","against":"ostrelia",
                "ceasefires":["of March","of April"],"alleged":"shots"}
                """
            ),
            Row.Create<PreconditionSet>(
                r =>
                    r with
                    {
                        ConditionKind = ConditionKind.EndOfAttacks,
                        Condition = "no more shots",
                        Blocks = "talks",
                        StartDate = Edtf.Parse("2031-04-05"),
                        DurationDays = 2,
                        Extent = "the lake",
                        Issue = new("guns", "guns"),
                    },
                """
                precondition/varland/act-1 = {"status":"set","by":"ada-brill","kind":"endOfAttacks",
                "condition":"no more shots","blocks":"talks","startDate":"2031-04-05","durationDays":2,
                "extent":"the lake","issue":"guns"}
                """
            ),
        ];
}
