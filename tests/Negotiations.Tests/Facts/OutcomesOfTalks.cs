using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>What talks are about and come to, told by several acts that share a fact.</summary>
public class OutcomesOfTalks
{
    [Fact]
    public void A_signature_does_not_hide_what_was_agreed()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-05")
                .Says<AgreementReached>("reached", r =>
                    r.Observed() with
                    {
                        Agreement = "Lake Accord",
                        Kind = AgreementKind.Partial,
                        Terms = ["one shore each"],
                        Duration = "ten years",
                    }
                ),
            Sample
                .Article("evening-post", "2031-04-09")
                .Says<AgreementSigned>("signed", r =>
                    r.Observed() with
                    {
                        Agreement = "Lake accord",
                        By = [Varland, Ostrelia],
                    }
                )
        );

        Assert.Equal("signed", history.Fact("agreement/lake-accord/status").Status);
        Assert.Equal("""{"terms":["one shore each"]}""", history.Fact("agreement/lake-accord/terms").Value);
        Assert.Equal("""{"kind":"partial"}""", history.Fact("agreement/lake-accord/kind").Value);
        Assert.Equal("""{"duration":"ten years"}""", history.Fact("agreement/lake-accord/duration").Value);
    }

    [Fact]
    public void A_breach_and_a_departure_leave_the_agreement_in_force()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-05")
                .Says<AgreementInForce>("in-force", r => r.Observed() with { Agreement = "Lake Accord" }),
            Sample
                .Article("evening-post", "2031-04-09")
                .Says<AgreementBreached>("breach", r =>
                    r.By(AdaBrill) with
                    {
                        Side = Varland,
                        Agreement = "Lake Accord",
                        By = [Ostrelia],
                        Breach = "boats at night",
                    }
                )
                .Says<AgreementLeft>("departure", r =>
                    r.By(TomasKeel) with
                    {
                        Side = Ostrelia,
                        Agreement = "Lake Accord",
                        Kind = DepartureKind.Suspended,
                    }
                )
        );

        Assert.Equal("inForce", history.Fact("agreement/lake-accord/status").Status);
        Assert.Equal("alleged", history.Fact("agreement/lake-accord/breach/varland").Status);
        Assert.Equal("suspended", history.Fact("agreement/lake-accord/departure/ostrelia").Status);
    }

    [Fact]
    public void A_number_of_prisoners_never_replaces_their_names()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-05")
                .Says<ExchangeAgreed>("agreed", r =>
                    r.Observed() with
                    {
                        Exchange = "the swap",
                        What = "prisoners",
                        Names = [OleFenn, PellArno],
                    }
                ),
            Sample
                .Article("evening-post", "2031-04-09")
                .Says<ExchangeCarriedOut>("carried-out", r => r.Observed() with { Exchange = "The Swap", Count = 2 })
        );

        Assert.Equal("carriedOut", history.Fact("exchange/the-swap").Status);
        Assert.Equal("""{"names":["ole-fenn","pell-arno"]}""", history.Fact("exchange/the-swap/names").Value);
    }

    [Fact]
    public void Named_sanctions_are_one_fact_from_the_threat_to_the_end()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-05")
                .Says<SanctionsThreatened>("threat", r => r.By(AdaBrill) with { Sanctions = "the tolls" }),
            Sample
                .Article("evening-post", "2031-04-07")
                .Says<SanctionsImposed>("imposed", r => r.Observed() with { Sanctions = "the tolls" }),
            Sample
                .Article("evening-post", "2031-04-09", "evening-post-2")
                .Says<SanctionsLifted>("lifted", r => r.Observed() with { Sanctions = "the tolls" })
        );

        var fact = history.Fact("sanctions/the-tolls");
        Assert.Equal("lifted", fact.Status);
        Assert.False(fact.Fact.Disputed);
    }

    [Fact]
    public void A_threat_of_sanctions_without_a_name_keeps_the_key_that_it_always_had() =>
        Assert.Equal(
            "threatened",
            Sample
                .History(
                    Sample
                        .Article("morning-herald", "2031-04-05")
                        .Says<SanctionsThreatened>("threat", r => r.By(AdaBrill) with { Measures = "tolls" })
                )
                .Fact("threat/sanctions/threat")
                .Status
        );

    [Fact]
    public void A_later_line_on_an_issue_replaces_the_earlier_one_and_history_shows_the_move()
    {
        var history = Sample.History(
            Line("morning-herald", "2031-04-05", "first", "opposes", "all of it is ours"),
            Line("evening-post", "2031-04-09", "second", "conditional", "half of it for the isle")
        );

        var fact = history.Fact("position/varland/shore");
        Assert.Equal(["second"], fact.Because);
        Assert.Contains("half of it for the isle", fact.Value);
        Assert.Equal(
            [null, "opposes"],
            FactHistory
                .Trace(history.Log, new(Sample.Talks), "2031-04/position/varland/shore")
                .Select(change => change.Before?.Value.Status)
        );
    }

    [Fact]
    public void The_same_line_said_again_is_no_contradiction()
    {
        var history = Sample.History(
            Line("morning-herald", "2031-04-05", "first", "opposes", "all of it is ours"),
            Line("evening-post", "2031-04-09", "second", "opposes", "every foot is ours")
        );

        var fact = history.Fact("position/varland/shore");
        Assert.Equal(["first", "second"], fact.Because);
        Assert.False(fact.Fact.Disputed);
    }

    [Fact]
    public void A_proposal_has_the_last_answer_of_each_side()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-05")
                .Says<ProposalMade>("made", r => r.Observed() with { Proposal = "Merin Plan", Terms = ["a toll"] })
                .Says<ProposalAccepted>("yes", r => r.By(AdaBrill) with { Side = Varland, Proposal = "Merin Plan" })
                .Says<ProposalDismissed>("no", r => r.By(TomasKeel) with { Side = Ostrelia, Proposal = "Merin plan" })
        );

        Assert.Equal("made", history.Fact("proposal/merin-plan/made").Status);
        Assert.Equal("accepted", history.Fact("proposal/merin-plan/answer/varland").Status);
        Assert.Equal("dismissed", history.Fact("proposal/merin-plan/answer/ostrelia").Status);
    }

    [Fact]
    public void Who_was_there_is_not_denied_by_his_own_word_that_he_would_not_come()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-05")
                .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill }),
            Sample
                .Article("evening-post", "2031-04-06")
                .Says<AttendanceAttended>("attends", r => r.Observed() with { Person = AdaBrill })
        );

        var fact = history.Fact("attendance/ada-brill");
        Assert.Equal("attended", fact.Status);
        Assert.False(fact.Fact.Disputed);
    }

    private static SampleArticle Line(string outlet, string day, string id, string stance, string position) =>
        Sample
            .Article(outlet, day, id)
            .Says<PositionStated>(id, r =>
                r.By(AdaBrill) with
                {
                    Side = Varland,
                    Issue = new("the shore", "shore"),
                    Topic = "the shore",
                    Position = position,
                    Stance = stance,
                }
            );
}
