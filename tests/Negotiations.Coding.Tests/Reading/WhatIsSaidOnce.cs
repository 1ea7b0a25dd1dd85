namespace Negotiations.Coding.Tests;

public class WhatIsSaidOnce
{
    private const string Report = "evidence: offered Suderland";

    [Fact]
    public async Task A_report_that_says_little_has_the_defaults()
    {
        var report = (await Ferry.ReadAsync(Ferry.Article(Report))).Reports[0];

        Assert.Equal("offer", report.Act);
        Assert.Equal(4, report.Certainty);
        Assert.Equal(Modality.Asserted, report.Modality);
        Assert.Equal("2031-04", report.Round);
        Assert.True(report.StandingIsDerived);
        Assert.Null(((TalksOffered)report).Form);
    }

    [Fact]
    public async Task The_top_of_the_file_holds_for_reports_that_do_not_say()
    {
        const string top = "issue: Fares\ncertainty: 5\nmodality: reported\ncovers: 2031-04-02";

        var shared = (await Ferry.ReadAsync(Ferry.Article(Report, top))).Reports[0];
        var own = (
            await Ferry.ReadAsync(
                Ferry.Article(
                    $"{Report}\nissue: null\ncertainty: 2\nmodality: planned\nround: general\nact: other"
                        + "\ncovers: 2031-04-01",
                    top
                )
            )
        ).Reports[0];

        Assert.Equal(("fares", 5, Modality.Reported), (shared.Issue?.Id, shared.Certainty, shared.Modality));
        Assert.Equal("2031-04-02", shared.Covers?.Text);
        Assert.Equal((null, 2, Modality.Planned), (own.Issue, own.Certainty, own.Modality));
        Assert.Equal(("general", "other", "2031-04-01"), (own.Round, own.Act, own.Covers?.Text));
    }

    [Theory]
    [InlineData("days: {wednesday: 2031-04-02}", "happened: wednesday", "2031-04-02", null, null)]
    [InlineData(
        "days: {wednesday: {happened: 2031-04-02, happenedFrom: late on Wednesday, timeOfDay: late}}",
        "happened: wednesday",
        "2031-04-02",
        "late on Wednesday",
        "late"
    )]
    [InlineData(
        "days: {wednesday: {happened: 2031-04-02, happenedFrom: late on Wednesday, timeOfDay: late}}",
        "happened: wednesday\nhappenedFrom: that day\ntimeOfDay: 09:30",
        "2031-04-02",
        "that day",
        "09:30"
    )]
    [InlineData("days: {wednesday: 2031-04-02}", "happened: 2031-04-01", "2031-04-01", null, null)]
    public async Task A_day_has_a_name(string top, string report, string date, string? from, string? time)
    {
        var read = (await Ferry.ReadAsync(Ferry.Article($"{Report}\n{report}", top))).Reports[0];

        Assert.Equal(
            (date, from, time),
            (read.Happened?.Text, read.HappenedFrom, read.TimeOfDay is { } at ? $"{at}" : null)
        );
    }

    [Theory]
    [InlineData("days: {wednesday: soon}", "days.wednesday", "soon")]
    [InlineData("days: {wednesday: {from: soon}}", "days.wednesday", "'happened' is missing")]
    [InlineData("days: {wednesday: [2031-04-02]}", "days.wednesday", "is no day")]
    [InlineData("days: {wednesday: 2031-04-02}\nmodality: loud", "modality", "is not one of")]
    [InlineData("certainty: 9", "certainty", "not a number from 1")]
    [InlineData("issue: Weather", "issue", "is no issue")]
    [InlineData("format: 3", "format", "there is no form 3")]
    [InlineData("chains: [Mary Sund]", "chains", "is not a mapping")]
    public async Task A_wrong_top_is_refused(string top, string field, string message)
    {
        var article = Ferry.Article($"{Report}", top);
        if (top.StartsWith("format"))
            article = article.With("format: 2\n", "");

        var errors = await Ferry.ReadErrorsAsync(article);

        Assert.Contains(errors, error => error.Field == field && error.Message.Contains(message));
    }

    [Fact]
    public async Task A_day_without_a_definition_is_refused_with_the_ones_there_are()
    {
        var error = Assert.Single(
            await Ferry.ReadErrorsAsync(Ferry.Article($"{Report}\nhappened: wensday", "days: {wednesday: 2031-04-02}"))
        );

        Assert.Equal("events[0].happened", error.Field);
        Assert.Contains("did you mean 'wednesday'?", error.Message);
    }

    [Theory]
    [InlineData("round: 2031-04\n", "round")]
    [InlineData("    summary: Sund offers talks.\n", "summary")]
    public async Task What_has_no_default_must_be_there(string line, string field)
    {
        var errors = await Ferry.ReadErrorsAsync(Ferry.Article(Report).With(line, ""));

        Assert.Contains(errors, error => error.Message == $"'{field}' is missing");
    }

    [Theory]
    [InlineData("round: 2031-04\n", "is not a field here")]
    [InlineData("days: {wednesday: 2031-04-02}\n", "is not a field here")]
    public async Task The_first_form_has_none_of_it(string top, string message)
    {
        var errors = await Coded.ErrorsOfAsync(LakeTalks.Article.With("article:", $"{top}article:"));

        Assert.Contains(errors, error => error.Message.StartsWith(message));
    }
}
