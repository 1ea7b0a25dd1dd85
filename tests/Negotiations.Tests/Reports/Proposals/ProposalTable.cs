using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

internal static class ProposalTable
{
    public static Row[] Rows =>
        [
            Row.Create<ProposalMade>(
                r =>
                    r with
                    {
                        Proposal = "Merin Plan",
                        Terms = ["one shore each", "a joint toll"],
                        Addressees = [Varland, Ostrelia],
                        Form = Medium.Written,
                        Bridging = true,
                        Issue = new("the shore", "shore"),
                    },
                """
                proposal/merin-plan/made = {"status":"made","by":"ada-brill","proposal":"Merin Plan",
                "addressee":["varland","ostrelia"],"terms":["one shore each","a joint toll"],"form":"written",
                "bridging":true,"issue":"shore"}
                """
            ),
            Row.Create<ProposalMade>(
                r => r with { Terms = ["one shore each"] },
                """
                proposal/act-1/made = {"status":"made","by":"ada-brill","addressee":"ostrelia",
                "terms":["one shore each"]}
                """
            ),
            Row.Create<ProposalMade>(r => r.As(Modality.Expected) with { Proposal = "Merin Plan" }),
            Row.Create<ProposalAccepted>(
                r => r with { Proposal = "merin plan", Parts = ["the toll"] },
                """
                proposal/merin-plan/answer/varland = {"status":"accepted","proposal":"merin plan","parts":["the toll"]}
                """
            ),
            Row.Create<ProposalAccepted>(
                r => r with { Proposal = "Merin Plan", Conditions = ["a ceasefire"] },
                """
                proposal/merin-plan/answer/varland = {"status":"accepted-with-conditions","proposal":"Merin Plan",
                "conditions":["a ceasefire"]}
                """
            ),
            Row.Create<ProposalAccepted>(r => r.As(Modality.Possible) with { Proposal = "Merin Plan" }),
            Row.Create<ConcessionOffered>(
                r => r with { Concession = "half the shore", InReturn = "the isle", Issue = new("the shore", "shore") },
                """
                concession/act-1 = {"status":"offered","by":"ada-brill","concession":"half the shore",
                "inReturn":"the isle","issue":"shore"}
                """
            ),
            Row.Create<ConcessionOffered>(r => r.As(Modality.Expected) with { Concession = "half the shore" }),
            Row.Create<DeadlineSet>(
                r =>
                    r with
                    {
                        Deadline = Edtf.Parse("2031-05-01"),
                        For = "an answer",
                        Consequence = "tolls",
                        Kind = DeadlineKind.Set,
                        Name = "May Day",
                    },
                """
                deadline/may-day = {"status":"set","by":"ada-brill","deadline":"2031-05-01","for":"an answer",
                "consequence":"tolls"}
                """
            ),
            Row.Create<DeadlineSet>(
                r => r.As(Modality.Demanded) with { Deadline = Edtf.Parse("2031-05-01") },
                """deadline/act-1 = {"status":"set","by":"ada-brill","deadline":"2031-05-01"}"""
            ),
            Row.Create<DeadlineSet>(
                r => r with { Kind = DeadlineKind.Passed, Name = "May Day" },
                """deadline/may-day = {"status":"passed","by":"ada-brill"}"""
            ),
            Row.Create<DeadlineSet>(r => r.As(Modality.Demanded) with { Kind = DeadlineKind.Lifted }),
            Row.Create<DeadlineSet>(r => r.As(Modality.Possible) with { Kind = DeadlineKind.Set }),
        ];
}
