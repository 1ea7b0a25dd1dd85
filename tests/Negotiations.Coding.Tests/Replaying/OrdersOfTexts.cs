namespace Negotiations.Coding.Tests;

public sealed class OrdersOfTexts : IDisposable
{
    private readonly Lake lake = new();

    public void Dispose() => lake.Dispose();

    // In the Herald, keel-declines follows varland-offers-talks; here it is the other way round.
    private void AddContradiction()
    {
        lake.AddArticle("ledger", "2031-04-03", "refusal", "keel-declines");
        var report = File.ReadAllText(lake.Folder.ResolvePath("ledger.yaml"));
        var second = report[report.IndexOf("  - id: refusal", StringComparison.Ordinal)..]
            .With("id: refusal", "id: offer")
            .With("act: keel-declines", "act: varland-offers-talks\n    precededBy: [refusal]");
        lake.Folder.Write("ledger.yaml", report + second);
    }

    [Fact]
    public async Task A_cycle_across_two_articles_of_a_batch_is_refused()
    {
        AddContradiction();

        var error = Assert.Single((await Assert.ThrowsAsync<CodingException>(() => lake.ReplayAsync())).Errors);

        Assert.Equal("events[1].precededBy", error.Field);
        Assert.StartsWith("the orders that the texts give contradict each other: ", error.Message);
        Assert.Contains("keel-declines after varland-offers-talks", error.Message);
        Assert.Contains("varland-offers-talks after keel-declines", error.Message);
        Assert.Empty(lake.Store.Log);
    }

    [Fact]
    public async Task A_cycle_with_an_article_in_the_store_is_refused()
    {
        await lake.ReplayAsync();
        AddContradiction();

        var exception = await Assert.ThrowsAsync<CodingException>(() =>
            Replay.RunAsync(lake.Store, [lake.Folder.ResolvePath("ledger.yaml")])
        );

        Assert.Equal(lake.Folder.ResolvePath("ledger.yaml"), Assert.Single(exception.Errors).File);
        Assert.Equal(9, lake.Store.Log.Count);
    }

    [Fact]
    public async Task A_cycle_within_one_article_is_refused()
    {
        lake.Change(
            "herald.yaml",
            "act: varland-offers-talks",
            "act: varland-offers-talks\n    precededBy: [keel-stays-away]"
        );
        lake.Change("herald.yaml", "timeOfDay: morning", "timeOfDay: evening");

        Assert.Equal(
            "events[0].precededBy",
            Assert.Single((await Assert.ThrowsAsync<CodingException>(() => lake.ReplayAsync())).Errors).Field
        );
    }

    [Fact]
    public async Task A_report_that_follows_another_of_the_same_act_is_no_cycle()
    {
        lake.Change("herald.yaml", "act: keel-declines", "act: varland-offers-talks");

        Assert.Empty((await lake.ReplayAsync()).Differences);
    }

    [Fact]
    public async Task The_order_of_another_negotiation_plays_no_part()
    {
        await lake.ReplayAsync();
        AddContradiction();
        lake.Folder.Write("pond.yaml", LakeTalks.Negotiation.With("negotiation: lake", "negotiation: pond"));
        lake.Change("ledger.yaml", "negotiation: lake", "negotiation: pond");

        Assert.Empty((await lake.ReplayAsync()).Differences);
    }
}
