namespace Negotiations.Coding.Tests;

/// <summary>What is disputed, and why: who says so, and who says otherwise.</summary>
public class WhatIsDisputed
{
    [Theory]
    [InlineData("2032-03-12")]
    [InlineData(
        "2032-03-14",
        "2032-03/agreement/toll-deal/kind",
        "2032-03/agreement/toll-deal/parties",
        "2032-03/agreement/toll-deal/status",
        "2032-03/agreement/toll-deal/terms",
        "2032-03/exchange/prisoners-of-march/names",
        "2032-03/round/venue",
        "2032-04/round/date",
        "2032-04/round/status",
        "2032-04/round/venue"
    )]
    public async Task At_each_time(string knownBy, params string[] disputed) =>
        Assert.Equal(
            disputed,
            (await Strait.AskAsync(knownBy)).Answer.Facts.Where(fact => fact.Disputed).Select(fact => fact.Key)
        );

    [Fact]
    public async Task A_deal_that_one_side_claims_and_the_other_denies()
    {
        var answer = await Strait.AskAsync();

        Assert.Equal("reached", answer.Fact("2032-03/agreement/toll-deal/status").Value.Status);
        Assert.Equal(["tove-brandal"], answer.Speakers("2032-03/agreement/toll-deal/status", ReportRole.Because));
        Assert.Equal(["lena-poric"], answer.Speakers("2032-03/agreement/toll-deal/status", ReportRole.Against));
    }

    [Fact]
    public async Task A_round_that_two_papers_put_in_two_houses()
    {
        var answer = await Strait.AskAsync();

        Assert.Equal("""{"venue":"Villa Sereno"}""", answer.Value("2032-03/round/venue"));
        Assert.Equal(["telegraph#third-round"], answer.Reports("2032-03/round/venue", ReportRole.Because));
        Assert.Equal(["messenger#third-round"], answer.Reports("2032-03/round/venue", ReportRole.Against));
    }

    [Fact]
    public async Task But_that_it_was_held_on_that_day_is_told_by_both()
    {
        var answer = await Strait.AskAsync();

        Assert.Equal(2, answer.Fact("2032-03/round/status").Origins);
        Assert.Equal(2, answer.Fact("2032-03/round/date").Origins);
        Assert.False(answer.Fact("2032-03/round/status").Disputed);
    }

    [Fact]
    public async Task How_many_prisoners_the_sides_agreed_on()
    {
        var answer = await Strait.AskAsync("2032-03-14");
        const string Names = "2032-03/exchange/prisoners-of-march/names";

        Assert.Equal("""{"count":42}""", answer.Value(Names));
        Assert.Equal(["tove-brandal"], answer.Speakers(Names, ReportRole.Because));
        Assert.Equal(["yusra-tolen", "lena-poric"], answer.Speakers(Names, ReportRole.Against));
    }

    [Fact]
    public async Task What_was_agreed_does_not_dispute_how_many_crossed_until_a_side_gives_another_number()
    {
        const string Names = "2032-03/exchange/prisoners-of-march/names";

        Assert.False((await Strait.AskAsync("2032-04-02")).Fact(Names).Disputed);
        var answer = await Strait.AskAsync("2032-05-10");
        Assert.True(answer.Fact(Names).Disputed);
        Assert.Equal(["lena-poric"], answer.Speakers(Names, ReportRole.Because));
        Assert.Equal(["messenger#exchange-done"], answer.Reports(Names, ReportRole.Against));
    }

    [Fact]
    public async Task The_breach_that_is_alleged_and_denied_leaves_the_accord_signed()
    {
        var answer = await Strait.AskAsync();
        const string Breach = "2032-05/agreement/strait-accord/breach/korvia";

        Assert.Equal("alleged", answer.Fact(Breach).Value.Status);
        Assert.True(answer.Fact(Breach).Disputed);
        Assert.Equal(["emil-raske"], answer.Speakers(Breach, ReportRole.Because));
        Assert.Equal(["lena-poric"], answer.Speakers(Breach, ReportRole.Against));
        Assert.False(answer.Fact("2032-05/agreement/strait-accord/status").Disputed);
    }

    [Fact]
    public async Task A_house_in_a_town_and_a_day_in_early_May_dispute_nothing()
    {
        var answer = await Strait.AskAsync("2032-04-02");

        Assert.Equal("""{"date":"2032-05-07"}""", answer.Value("2032-05/round/date"));
        Assert.Equal(["yusra-tolen", "dario-velt"], answer.Speakers("2032-05/round/date", ReportRole.Because));
        Assert.False(answer.Fact("2032-05/round/date").Disputed);
    }
}
