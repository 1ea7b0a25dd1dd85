namespace Negotiations.Coding.Tests;

public class WhatHasEnded
{
    [Theory]
    [InlineData("2032-03-12", "2032-03/precondition/korvia/korvia-wants-blockade-ended")]
    [InlineData(
        "2032-04-02",
        "2032-03/force-threat/castan-threatens-closure",
        "2032-03/precondition/korvia/korvia-wants-blockade-ended"
    )]
    [InlineData(
        "2032-05-10",
        "2032-03/force-threat/castan-threatens-closure",
        "2032-03/precondition/korvia/korvia-wants-blockade-ended",
        "2032-04/proposal/lisk-paper/answer/korvia"
    )]
    public async Task At_each_time(string knownBy, params string[] ended) =>
        Assert.Equal(
            ended,
            (await Strait.AskAsync(knownBy)).Answer.Facts.Where(fact => !fact.IsInForce).Select(fact => fact.Key)
        );

    // Case 26.
    [Fact]
    public async Task A_condition_that_was_dropped_is_there_all_the_same()
    {
        var fact = (await Strait.AskAsync("2032-03-12")).Fact(
            "2032-03/precondition/korvia/korvia-wants-blockade-ended"
        );

        Assert.Equal("set", fact.Value.Status);
        Assert.Contains(FactFlag.Ended, fact.Flags);
    }

    [Fact]
    public async Task A_threat_that_was_taken_back_keeps_what_it_was_about() =>
        Assert.Contains(
            "\"trigger\":\"the day passes\"",
            (await Strait.AskAsync("2032-04-02")).Value("2032-03/force-threat/castan-threatens-closure")
        );

    [Theory]
    [InlineData("2032-03-14", "set")]
    [InlineData("2032-04-02", "passed")]
    public async Task The_deadline_was_set_and_then_it_passed(string knownBy, string status)
    {
        var answer = await Strait.AskAsync(knownBy);
        var deadline = answer.Fact("2032-03/deadline/deadline-of-march");

        Assert.Equal(status, deadline.Value.Status);
        Assert.Contains("\"deadline\":\"2032-03-31\"", deadline.Value.Json);
        Assert.Empty(deadline.Against);
    }

    [Fact]
    public async Task The_talks_stopped_for_an_hour_and_went_on() =>
        Assert.Equal("resumed", (await Strait.AskAsync("2032-04-02")).Fact("2032-04/round/status").Value.Status);
}
