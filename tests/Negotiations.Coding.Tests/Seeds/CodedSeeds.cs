namespace Negotiations.Coding.Tests;

public class CodedSeeds
{
    private static readonly string Folder = Repository.ResolvePath("seeds");

    [TextsFact]
    public async Task Fit_the_texts_in_every_span_and_hash()
    {
        var batch = await Coded.ReadFilesAsync(Folder);
        var texts = new ArticleTextFolder(TextsFactAttribute.Folder);

        Assert.NotEmpty(batch.Articles);
        Assert.All(batch.Articles, file => Assert.NotNull(texts.Find(file.Article.Version)));
        Assert.Equal([], batch.Articles.SelectMany(texts.Check).Select(error => error.ToString()));
    }

    [Fact]
    public async Task Are_replayed_without_their_texts_and_add_nothing_a_second_time()
    {
        var store = new InMemoryEventStore();

        var first = await Replay.RunAsync(store, [Folder]);
        var recorded = store.Log.ToList();
        var second = await Replay.RunAsync(store, [Folder]);

        Assert.Empty(first.Differences);
        Assert.NotEmpty(recorded);
        Assert.All(first.Steps, step => Assert.True(step.Appended > 0));
        Assert.Empty(second.Differences);
        Assert.All(second.Steps, step => Assert.Equal(0, step.Appended));
        Assert.Equal(recorded, store.Log);
    }

    [Fact]
    public async Task Have_an_answer_in_which_every_fact_has_its_reasons()
    {
        var store = new InMemoryEventStore();
        await Replay.RunAsync(store, [Folder]);

        foreach (var negotiation in await store.ReadNegotiationsAsync())
        {
            var answer = await store.AnswerAsync(new Question(negotiation));
            Assert.NotEmpty(answer.Facts);
            Assert.All(answer.Facts, fact => Assert.NotEmpty(fact.Because));
        }
    }
}
