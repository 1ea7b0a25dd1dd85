namespace Negotiations.Coding.Tests;

public sealed class EditedCodings : IDisposable
{
    private readonly Lake lake = new();

    public void Dispose() => lake.Dispose();

    public static TheoryData<string, string, CodingDifference[]> Edits =>
        new()
        {
            { "certainty: 5", "certainty: 4", [new("herald-1#offer", "certainty", "5", "4")] },
            { "form: direct talks", "form: null", [new("herald-1#offer", "form", "\"direct talks\"", null)] },
            {
                "      date: 2031-04-04\n    happened",
                "      date: 2031-04-05\n      purpose: peace\n    happened",
                [
                    new("herald-1#offer", "date", "\"2031-04-04\"", "\"2031-04-05\""),
                    new("herald-1#offer", "purpose", null, "\"peace\""),
                ]
            },
            {
                "venues: [Pier house, Old mill]",
                "venues: [Pier house]",
                [new("herald-1#offer", "venues[1]", "\"Old mill\"", null)]
            },
            {
                "actor: President Brill",
                "actor: Ada Brill",
                [new("herald-1#offer", "actor", "\"President Brill\"", "\"Ada Brill\"")]
            },
            {
                "actor: President Brill",
                "actor: President Brill\n    side: null",
                [new("herald-1#offer", "sideIsWritten", "false", "true")]
            },
            {
                "actor: President Brill",
                "actor: President Brill\n    side: Varland",
                [
                    new("herald-1#offer", "sideIsWritten", "false", "true"),
                    new("herald-1#offer", "side", null, "\"Varland\""),
                ]
            },
            {
                "type: AttendanceDeclined",
                "type: AttendanceReported",
                [new("herald-1#keel-stays-away", "type", "AttendanceDeclined", "AttendanceReported")]
            },
            {
                "{start: 80, end: 90,",
                "{start: 80, end: 91,",
                [new("herald-1#keel-stays-away", "evidence[0].end", "90", "91")]
            },
            {
                "start: 60, end: 70,",
                "start: 61, end: 70,",
                [new("herald-1#keel-stays-away", "chain[0].span.start", "60", "61")]
            },
            { "round: general", "round: \"2029\"", [new("herald-1#pause", "round", "\"general\"", "\"2029\"")] },
            {
                "modality: reported",
                "modality: denied",
                [new("herald-1#keel-stays-away", "modality", "\"reported\"", "\"denied\"")]
            },
            {
                "precededBy: [offer]",
                "precededBy: []",
                [new("herald-1#keel-stays-away", "precededBy[0]", "\"offer\"", null)]
            },
            {
                "lookingBack: false",
                "known: {time: 2031-04-02T19:00, basis: stated}",
                [
                    new("herald-1#keel-stays-away", "known.time", null, "\"2031-04-02T16:00:00Z\""),
                    new("herald-1#keel-stays-away", "known.basis", null, "\"stated\""),
                ]
            },
            {
                "title: Talks by the lake",
                "title: Talks at the lake",
                [new("herald-1", "title", "\"Talks by the lake\"", "\"Talks at the lake\"")]
            },
            {
                "time: 2031-04-02T18:30",
                "time: 2031-04-02T18:31",
                [new("herald-1", "published.time", "\"2031-04-02T15:30:00Z\"", "\"2031-04-02T15:31:00Z\"")]
            },
            { "  length: 2000", "  length: 2001", [new("herald-1", "text.length", "2000", "2001")] },
            { "outlet: The Herald", "outlet: herald", [new("herald-1", "outlet", "\"The Herald\"", "\"herald\"")] },
        };

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Are_refused_with_exactly_the_differences_and_nothing_is_appended(
        string find,
        string replacement,
        CodingDifference[] differences
    )
    {
        await lake.ReplayAsync();
        var before = lake.Store.Log.ToList();
        // A type with other details, so that the edited file can be read
        if (replacement.EndsWith("AttendanceReported"))
            lake.Change("herald.yaml", "kind: announced", "sources: two officials");
        lake.Change("herald.yaml", find, replacement);
        lake.Change("lake.yaml", "title: Lake talks", "title: Talks of the lake");
        lake.AddArticle("ledger", "2031-04-01");

        var result = await lake.ReplayAsync();

        Assert.Equal(differences, result.Differences);
        Assert.Empty(result.Steps);
        Assert.Equal(before, lake.Store.Log);
    }

    [Fact]
    public async Task A_report_that_is_gone_is_refused()
    {
        await lake.ReplayAsync();
        var start = LakeTalks.Article.IndexOf("  - id: call", StringComparison.Ordinal);
        var end = LakeTalks.Article.IndexOf("  - id: schedule", StringComparison.Ordinal);
        lake.Folder.Write("herald.yaml", LakeTalks.Article.Remove(start, end - start));

        var result = await lake.ReplayAsync();

        var difference = Assert.Single(result.Differences);
        Assert.Equal(new("herald-1#call", null, null, null), difference);
        Assert.Equal("herald-1#call: is in the store but gone from the file", difference.ToString());
        Assert.Equal(9, lake.Store.Log.Count);
    }

    [Fact]
    public async Task The_differences_of_all_files_are_listed()
    {
        lake.AddArticle("ledger", "2031-04-03");
        await lake.ReplayAsync();
        lake.Change("herald.yaml", "certainty: 5", "certainty: 4");
        lake.Change("herald.yaml", "id: pause", "id: the-pause");
        lake.Change("ledger.yaml", "topic: talks", "topic: peace");

        var differences = (await lake.ReplayAsync()).Differences;

        Assert.Equal(
            [
                "herald-1#offer: certainty: stored 5, coded 4",
                "herald-1#pause: is in the store but gone from the file",
                "ledger#ledger-offer: topic: stored \"talks\", coded \"peace\"",
            ],
            differences.Select(difference => difference.ToString())
        );
    }

    [Fact]
    public async Task A_changed_text_is_a_new_version_beside_the_old_one()
    {
        await lake.ReplayAsync();
        lake.Change("herald.yaml", $"sha256: {LakeTalks.A}", $"sha256: {LakeTalks.B}");
        lake.Change("herald.yaml", "certainty: 5", "certainty: 4");

        var result = await lake.ReplayAsync();

        Assert.Empty(result.Differences);
        Assert.Equal([0, 8], result.Steps.Select(step => step.Appended));
        var stream = (await lake.Store.ReadStreamAsync(LakeTalks.Stream)).Events;
        Assert.Equal(
            ["aaaaaaaaaaaa", "bbbbbbbbbbbb"],
            stream
                .Select(recorded => recorded.Event)
                .OfType<ArticleVersionPublished>()
                .Select(version => version.Version)
        );
        Assert.Equal(
            [5, 4],
            stream.Select(recorded => recorded.Event).OfType<TalksOffered>().Select(report => report.Certainty)
        );
    }

    [Fact]
    public async Task A_label_tells_a_text_that_comes_back_from_the_version_that_had_it_before()
    {
        await lake.ReplayAsync();
        lake.Change("herald.yaml", "language: en", "language: en\nversion: back-again");

        Assert.Equal([0, 8], (await lake.ReplayAsync()).Steps.Select(step => step.Appended));
        Assert.Equal([0, 0], (await lake.ReplayAsync()).Steps.Select(step => step.Appended));
    }
}
