using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>Two reports of one act that cannot both be true: the stronger decides, then what was known later.</summary>
public class ContradictionsWithinAnAct
{
    [Theory]
    [InlineData("observed", "observed", "Sund")]
    [InlineData("own", "own", "Sund")]
    [InlineData("own", "observed", "Ostvik")]
    [InlineData("observed", "own", "Sund")]
    // Who is no party does not displace those who were there, whenever he says it.
    [InlineData("observed", "outsider", "Ostvik")]
    [InlineData("outsider", "observed", "Sund")]
    public void There_is_one_venue_and_it_is_disputed(string first, string second, string venue)
    {
        var fact = Sample
            .History(
                Held("morning-herald", "2031-04-05", first, "Ostvik"),
                Held("evening-post", "2031-04-07", second, "Sund")
            )
            .Fact("round/venue");

        Assert.Equal($$"""{"venue":"{{venue}}"}""", fact.Value);
        Assert.Equal([venue], fact.Because);
        Assert.Equal([venue == "Sund" ? "Ostvik" : "Sund"], fact.Against);
        Assert.True(fact.IsDisputed);
    }

    // Case 22: a paper that contradicts itself about what happened.
    [Fact]
    public void A_paper_that_names_another_place_two_days_later_disputes_itself()
    {
        var fact = Sample
            .History(
                Held("morning-herald", "2031-04-05", "observed", "Ostvik"),
                Held("morning-herald", "2031-04-07", "observed", "Sund")
            )
            .Fact("round/venue");

        Assert.Equal("""{"venue":"Sund"}""", fact.Value);
        Assert.Equal(["Ostvik"], fact.Against);
        Assert.True(fact.IsDisputed);
    }

    [Fact]
    public void A_contradiction_about_the_place_leaves_the_rest_of_the_act_alone()
    {
        var history = Sample.History(
            Held("morning-herald", "2031-04-05", "observed", "Ostvik"),
            Held("evening-post", "2031-04-07", "observed", "Sund")
        );

        Assert.Equal(["Ostvik", "Sund"], history.Fact("round/status").Because);
        Assert.False(history.Fact("round/status").IsDisputed);
    }

    [Theory]
    [InlineData(40, 40, false)]
    [InlineData(40, 38, true)]
    public void Two_numbers_of_one_exchange_are_disputed_unless_they_are_the_same(
        int first,
        int second,
        bool isDisputed
    )
    {
        var fact = Sample
            .History(
                Exchanged("morning-herald", "2031-04-05", first, "observed"),
                Exchanged("evening-post", "2031-04-07", second, "observed")
            )
            .Fact("exchange/the-swap/names");

        Assert.Equal($$"""{"count":{{second}}}""", fact.Value);
        Assert.Equal(isDisputed, fact.IsDisputed);
    }

    [Fact]
    public void How_many_were_to_be_exchanged_does_not_deny_how_many_were()
    {
        var fact = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-03")
                    .Says<ExchangeAgreed>("agreed", r => r.By(AdaBrill) with { Exchange = "the swap", Count = 42 }),
                Exchanged("evening-post", "2031-04-07", 40, "observed")
            )
            .Fact("exchange/the-swap/names");

        Assert.Equal("""{"count":40}""", fact.Value);
        Assert.False(fact.IsDisputed);
    }

    // Case 23: an envoy says on Monday that he comes on Thursday, and on Tuesday that he comes on Friday.
    [Theory]
    [InlineData("one act")]
    [InlineData("another act")]
    public void Who_changes_his_own_plan_contradicts_nobody(string actOfTheSecond)
    {
        var fact = Sample
            .History(Comes("2031-04-07", "2031-04-10", "one act"), Comes("2031-04-08", "2031-04-11", actOfTheSecond))
            .Fact("attendance/ada-brill");

        Assert.Contains("2031-04-11", fact.Value);
        Assert.DoesNotContain("2031-04-10", fact.Value);
        Assert.False(fact.IsDisputed);
    }

    [Fact]
    public void What_somebody_else_says_of_his_plan_is_another_matter()
    {
        var fact = Sample
            .History(
                Comes("2031-04-07", "2031-04-10", "one act"),
                Sample
                    .Article("evening-post", "2031-04-08")
                    .Says<AttendanceConfirmed>("chancellery", r =>
                        r.ByInstitution(VarlandChancellery).WithAct("one act") with
                        {
                            Person = AdaBrill,
                            Date = Edtf.Parse("2031-04-11"),
                        }
                    )
            )
            .Fact("attendance/ada-brill");

        Assert.Equal(["chancellery"], fact.Because);
        Assert.True(fact.IsDisputed);
    }

    private static SampleArticle Comes(string published, string day, string act) =>
        Sample
            .Article("morning-herald", published, published)
            .Says<AttendanceConfirmed>(published, r =>
                r.By(AdaBrill).As(Modality.Planned).WithAct(act) with
                {
                    Person = AdaBrill,
                    Date = Edtf.Parse(day),
                }
            );

    private static SampleArticle Held(string outlet, string published, string speaker, string venue) =>
        Sample
            .Article(outlet, published, venue)
            .Says<TalksHeld>(venue, r => r.SaidBy(speaker).On("2031-04-04").WithAct("held") with { Venue = venue });

    private static SampleArticle Exchanged(string outlet, string published, int count, string speaker) =>
        Sample
            .Article(outlet, published)
            .Says<ExchangeCarriedOut>("count", r =>
                r.SaidBy(speaker).On("2031-04-04").WithAct("swap") with
                {
                    Exchange = "the swap",
                    Count = count,
                }
            );
}
