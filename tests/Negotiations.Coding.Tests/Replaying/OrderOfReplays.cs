namespace Negotiations.Coding.Tests;

public sealed class OrderOfReplays : IDisposable
{
    private readonly Lake lake = new();

    public void Dispose() => lake.Dispose();

    [Fact]
    public async Task Negotiations_come_first_and_then_articles_by_their_publication()
    {
        lake.AddArticle("a-last", "2031-04-05");
        lake.AddArticle("z-first", "2031-04-01");
        lake.AddArticle("b-same-time", "2031-04-02T18:30");

        var result = await lake.ReplayAsync();

        Assert.Empty(result.Differences);
        Assert.Equal(
            [
                ("lake", 1, 1, 5),
                ("z-first", 2, 2, 5),
                ("b-same-time", 2, 3, 5),
                ("herald-1", 8, 4, 5),
                ("a-last", 2, 5, 5),
            ],
            result.Steps.Select(step => (step.Name, step.Appended, step.Number, step.Total))
        );
        Assert.Equal(
            [
                "negotiation/lake",
                "article/lake/z-first",
                "article/lake/b-same-time",
                "article/lake/herald-1",
                "article/lake/a-last",
            ],
            lake.Store.Log.Select(recorded => recorded.Stream).Distinct()
        );
    }

    [Fact]
    public async Task An_article_is_its_version_and_then_its_reports_in_the_order_of_the_file()
    {
        await lake.ReplayAsync();

        var stream = (await lake.Store.ReadStreamAsync(LakeTalks.Stream)).Events;

        Assert.IsType<ArticleVersionPublished>(stream[0].Event);
        Assert.Equal(EventId.ForVersion(LakeTalks.Stream, "aaaaaaaaaaaa"), stream[0].Id);
        string[] ids = ["offer", "keel-stays-away", "pause", "delegation", "call", "schedule", "rook-comes"];
        Assert.Equal(ids, stream.Skip(1).Select(recorded => ((Report)recorded.Event).Id));
        Assert.Equal(
            ids.Select(id => EventId.ForReport(LakeTalks.Stream, "aaaaaaaaaaaa", id)),
            stream.Skip(1).Select(recorded => recorded.Id)
        );
    }

    [Fact]
    public async Task Each_file_that_is_in_is_told()
    {
        lake.AddArticle("ledger", "2031-04-03");
        var told = new Told();

        var result = await lake.ReplayAsync(told);

        Assert.Equal(result.Steps, told.Steps);
        Assert.Equal(
            ["lake.yaml", "herald.yaml", "ledger.yaml"],
            told.Steps.Select(step => Path.GetFileName(step.File))
        );
    }

    [Fact]
    public async Task Articles_are_replayed_alone_once_their_negotiation_is_in_the_store()
    {
        await Replay.RunAsync(lake.Store, [lake.Folder.ResolvePath("lake.yaml")]);

        var result = await Replay.RunAsync(lake.Store, [lake.Folder.ResolvePath("herald.yaml")]);

        Assert.Equal(8, Assert.Single(result.Steps).Appended);
    }

    [Fact]
    public async Task Nothing_is_appended_when_any_file_has_an_error()
    {
        lake.AddArticle("ledger", "2031-04-03");
        lake.Change("ledger.yaml", "certainty: 4", "certainty: 9");

        await Assert.ThrowsAsync<CodingException>(() => lake.ReplayAsync());

        Assert.Empty(lake.Store.Log);
    }

    private sealed class Told : IProgress<ReplayStep>
    {
        public List<ReplayStep> Steps { get; } = [];

        public void Report(ReplayStep value) => Steps.Add(value);
    }
}
