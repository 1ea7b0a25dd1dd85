namespace Negotiations.Coding.Tests;

public sealed class SameCodingAgain : IDisposable
{
    private readonly Lake lake = new();

    public void Dispose() => lake.Dispose();

    [Fact]
    public async Task Adds_nothing()
    {
        lake.AddArticle("ledger", "2031-04-03");
        await lake.ReplayAsync();
        var before = lake.Store.Log.ToList();

        var result = await lake.ReplayAsync();

        Assert.Empty(result.Differences);
        Assert.All(result.Steps, step => Assert.Equal(0, step.Appended));
        Assert.Equal(before, lake.Store.Log);
    }

    [Theory]
    [InlineData("# A remark\narticle: herald-1", "article: herald-1")]
    [InlineData("title: 'Talks by the lake'", "title: Talks by the lake")]
    [InlineData("venues:\n        - Pier house\n        - Old mill", "venues: [Pier house, Old mill]")]
    [InlineData("title: Talks by the lake\nurl: null", "title: Talks by the lake")]
    [InlineData("published:\n  zone: Europe/Helsinki", "published:")]
    [InlineData("time: 2031-04-02T15:30Z", "time: 2031-04-02T18:30")]
    [InlineData("form: direct talks\n      purpose: null", "form: direct talks")]
    [InlineData("durationDays: '10'", "durationDays: 10")]
    public async Task Adds_nothing_however_it_is_written(string otherwise, string find)
    {
        await lake.ReplayAsync();
        lake.Change("herald.yaml", find, otherwise);

        var result = await lake.ReplayAsync();

        Assert.Empty(result.Differences);
        Assert.All(result.Steps, step => Assert.Equal(0, step.Appended));
    }

    [Theory]
    // Another canonical name, another spelling of another person, an actor who gets, changes or loses a side or an
    // institution
    [InlineData(
        "{ name: Ada Brill, side: varland,",
        "{ name: Ada Brillova, id: ada-brill, side: varland, office: none, spellings: [Ada Brill, "
            + "President Brill, Brill] }\n  - { name: Someone, side: varland,",
        "spellings: [Brill, President Brill]",
        "spellings: []"
    )]
    [InlineData("{ name: Ines Rook }", "{ name: Ines Rook, side: merin }", null, null)]
    [InlineData("{ name: Tomas Keel, side: ostrelia,", "{ name: Tomas Keel, side: merin,", null, null)]
    [InlineData("{ name: Tomas Keel, side: ostrelia,", "{ name: Tomas Keel,", null, null)]
    [InlineData("speaksFor: chancellery, ", "", null, null)]
    [InlineData("{ name: Merin }", "{ name: Merin, id: principality-of-merin }", null, null)]
    public async Task Adds_nothing_after_the_names_of_the_negotiation_changed(
        string find,
        string replacement,
        string? alsoFind,
        string? alsoReplace
    )
    {
        await lake.ReplayAsync();
        var before = (await lake.Store.ReadStreamAsync(LakeTalks.Stream)).Events;
        lake.Change("lake.yaml", find, replacement);
        if (alsoFind is not null)
            lake.Change("lake.yaml", alsoFind, alsoReplace!);

        var result = await lake.ReplayAsync();

        Assert.Empty(result.Differences);
        Assert.Equal([("lake", 1), ("herald-1", 0)], result.Steps.Select(step => (step.Name, step.Appended)));
        Assert.Equal(before, (await lake.Store.ReadStreamAsync(LakeTalks.Stream)).Events);
    }

    [Fact]
    public async Task A_new_report_is_appended_with_the_names_as_they_are_now()
    {
        await lake.ReplayAsync();
        lake.Change("lake.yaml", "{ name: Ines Rook }", "{ name: Ines Rook, side: merin }");
        lake.Change("herald.yaml", "  - id: offer\n", Again("schedule", "schedule-again") + "\n  - id: offer\n");

        var result = await lake.ReplayAsync();

        Assert.Equal([("lake", 1), ("herald-1", 1)], result.Steps.Select(step => (step.Name, step.Appended)));
        var reports = (await lake.Store.ReadStreamAsync(LakeTalks.Stream))
            .Events.Select(recorded => recorded.Event)
            .OfType<Report>()
            .ToList();
        Assert.Equal("schedule-again", reports[^1].Id);
        Assert.Equal("merin", reports[^1].Side!.Id);
        Assert.Null(reports.Single(report => report.Id == "schedule").Side);
    }

    private static string Again(string id, string other)
    {
        var start = LakeTalks.Article.IndexOf($"  - id: {id}\n", StringComparison.Ordinal);
        return LakeTalks
            .Article[start..LakeTalks.Article.IndexOf("\n\n", start, StringComparison.Ordinal)]
            .With(id, other);
    }
}
