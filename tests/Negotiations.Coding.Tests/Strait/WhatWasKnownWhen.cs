namespace Negotiations.Coding.Tests;

public class WhatWasKnownWhen
{
    [Fact]
    public async Task Nothing_before_the_first_article() =>
        Assert.Empty((await Strait.AskAsync("2032-03-11")).Answer.Facts);

    [Theory]
    [InlineData("2032-03-12", "2032-03/round/status", "held")]
    [InlineData("2032-03-12", "2032-04/round/status", "scheduled")]
    [InlineData("2032-03-12", "2032-05/round/status", null)]
    [InlineData("2032-03-12", "2032-03/agreement/toll-deal/status", null)]
    [InlineData("2032-03-14", "2032-03/agreement/toll-deal/status", "reached")]
    [InlineData("2032-04-01", "2032-03/exchange/prisoners-of-march", "agreed")]
    [InlineData("2032-04-02", "2032-03/exchange/prisoners-of-march", "carriedOut")]
    [InlineData("2032-04-02", "2032-05/round/status", "scheduled")]
    [InlineData("2032-05-09", "2032-05/round/status", "scheduled")]
    [InlineData("2032-05-09", "2032-05/agreement/strait-accord/status", null)]
    [InlineData("2032-05-10", "2032-05/round/status", "held")]
    [InlineData("2032-05-10", "2032-05/agreement/strait-accord/status", "signed")]
    public async Task By_a_day(string knownBy, string key, string? status) =>
        Assert.Equal(status, (await Strait.AskAsync(knownBy)).Find(key)?.Value.Status);

    [Theory]
    [InlineData("2032-03/round/form", """{"form":"indirect"}""")]
    [InlineData("2032-03/round/mediators", """{"names":["ambria"]}""")]
    [InlineData("2032-04/round/form", """{"form":"indirect"}""")]
    [InlineData("2032-05/round/form", """{"form":"direct"}""")]
    public async Task The_sides_spoke_through_a_mediator_until_the_last_round(string key, string value) =>
        Assert.Equal(value, (await Strait.AskAsync()).Value(key));

    [Theory]
    [InlineData("2032-01")]
    [InlineData("2032-02")]
    [InlineData("2032-03")]
    [InlineData("2032-05")]
    public async Task Four_of_the_five_rounds_are_held_and_the_fourth_went_on_after_a_pause(string round) =>
        Assert.Equal("held", (await Strait.AskAsync()).Fact($"{round}/round/status").Value.Status);

    [Fact]
    public async Task What_nothing_dates_is_of_the_days_that_the_article_covers()
    {
        var fact = (await Strait.AskAsync("2032-03-12")).Fact("2032-03/position/korvia/passage");

        Assert.Equal("[2032-03-11..2032-03-12]", fact.Happened.Text);
        Assert.Contains(FactFlag.DatedByCoverage, fact.Flags);
    }

    // Case 28: the dead are counted by an authority, and nobody says whose shots they were.
    [Fact]
    public async Task The_dead_have_no_doer_and_the_authority_that_counted_them_is_the_chain()
    {
        var answer = await Strait.AskAsync();
        var fact = answer.Fact("2032-03/hostilities/shots-at-the-islet");

        Assert.DoesNotContain("\"by\"", fact.Value.Json);
        Assert.Contains("\"killed\":3", fact.Value.Json);
        Assert.Equal(["belsund-coast-guard"], answer.Speakers(fact.Key, ReportRole.Because));
        Assert.All(CodedAct.From(answer.Answer).Where(coded => coded.Act.Key == "shots-at-the-islet"), coded =>
            Assert.Null(coded.Report.Report.Actor)
        );
    }

    // Case 29: what the paper expects is its own judgement, and nobody has threatened anything.
    [Fact]
    public async Task A_prospect_of_the_papers_own_is_an_assessment_of_the_paper()
    {
        var fact = (await Strait.AskAsync("2032-03-12")).Fact("2032-03/assessment/grain");

        Assert.Equal(Standing.Other, fact.Standing);
        Assert.Contains("\"by\":\"the-lisk-messenger\"", fact.Value.Json);
    }

    // Case 31: a text that says only "last month" tells of an act of its own.
    [Fact]
    public async Task A_meeting_of_last_month_is_not_the_one_of_which_another_article_gives_the_place() =>
        Assert.Equal(
            ["envoys-met-in-february", "second-round"],
            (await Strait.AskAsync())
                .Answer.Reports.Where(report => report.Report is { Round: "2032-02" } and TalksHeld)
                .Select(report => report.Report.Act)
                .Order(StringComparer.Ordinal)
        );
}
