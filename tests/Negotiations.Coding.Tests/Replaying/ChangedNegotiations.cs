namespace Negotiations.Coding.Tests;

public sealed class ChangedNegotiations : IDisposable
{
    private readonly Lake lake = new();

    public void Dispose() => lake.Dispose();

    [Fact]
    public async Task A_changed_file_is_a_new_definition_and_the_old_one_stays()
    {
        await lake.ReplayAsync();
        lake.Change("lake.yaml", "spellings: [Keel]", "spellings: [Keel, Mr Keel]");

        Assert.Equal([1, 0], (await lake.ReplayAsync()).Steps.Select(step => step.Appended));
        Assert.Equal([0, 0], (await lake.ReplayAsync()).Steps.Select(step => step.Appended));

        var stream = (await lake.Store.ReadStreamAsync("negotiation/lake")).Events;
        Assert.Equal([1L, 2L], stream.Select(recorded => recorded.Version));
        Assert.Equal(
            [EventId.ForDefinition("negotiation/lake", 1), EventId.ForDefinition("negotiation/lake", 2)],
            stream.Select(recorded => recorded.Id)
        );
        Assert.Equal(
            [
                ["Keel"],
                ["Keel", "Mr Keel"],
            ],
            stream.Select(recorded =>
                ((NegotiationDefined)recorded.Event).Entities.Single(entity => entity.Id == "tomas-keel").Spellings
            )
        );
    }

    [Fact]
    public async Task A_file_that_is_changed_back_is_a_definition_once_more()
    {
        await lake.ReplayAsync();
        lake.Change("lake.yaml", "title: Lake talks", "title: Pond talks");
        await lake.ReplayAsync();
        lake.Change("lake.yaml", "title: Pond talks", "title: Lake talks");
        await lake.ReplayAsync();
        await lake.ReplayAsync();

        var titles = (await lake.Store.ReadStreamAsync("negotiation/lake")).Events.Select(recorded =>
            ((NegotiationDefined)recorded.Event).Title
        );
        Assert.Equal(["Lake talks", "Pond talks", "Lake talks"], titles);
    }

    [Fact]
    public async Task A_spelling_of_the_same_batch_counts_at_once()
    {
        await lake.ReplayAsync();
        lake.Change(
            "lake.yaml",
            "spellings: [Brill, President Brill]",
            "spellings: [Brill, President Brill, Mrs Brill]"
        );
        lake.AddArticle("ledger", "2031-04-03");
        lake.Change("ledger.yaml", "actor: Ada Brill", "actor: Mrs Brill");

        Assert.Equal([1, 0, 2], (await lake.ReplayAsync()).Steps.Select(step => step.Appended));
    }

    [Fact]
    public async Task A_file_beside_an_article_goes_before_what_the_store_has()
    {
        await lake.ReplayAsync();
        lake.Change("lake.yaml", "{ id: 2031-04, title", "{ id: 2031-05, title");

        var exception = await Assert.ThrowsAsync<CodingException>(() => lake.ReplayAsync());

        Assert.All(exception.Errors, error => Assert.StartsWith("nobody defined the round '2031-04'", error.Message));
        Assert.Equal(9, lake.Store.Log.Count);
    }
}
