using Marten;
using Negotiations.Postgres;
using Negotiations.Tests.Laws;

namespace Negotiations.Marten.Tests;

/// <summary>A database is opened, continued and rebuilt by either store, whichever made it, with the same answers.</summary>
public sealed class Interchange : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task What_the_embedded_store_wrote_is_answered_continued_and_rebuilt_by_Marten()
    {
        var history = Trials.At(10).History;
        var embedded = await database.OpenStoreAsync();
        await RecordedHistory.AppendAsync(embedded, history.Log.Take(history.Log.Count / 2));
        await using var host = await MartenHost.MigrateAsync(database);
        var store = await host.OpenStoreAsync();
        await SameAnswersAsync(embedded, store, history);

        await RecordedHistory.AppendAsync(store, history.Log.Skip(history.Log.Count / 2));

        await SameAnswersAsync(embedded, store, history);
        await RebuildAsync(host, store);
        await MartenReadsTheSameAsync(host, store);
    }

    [Fact]
    public async Task What_Marten_wrote_is_answered_and_continued_by_the_embedded_store()
    {
        var history = Trials.At(11).History;
        await using (var host = await MartenHost.MigrateAsync(database))
            await RecordedHistory.AppendAsync(await host.OpenStoreAsync(), history.Log.Take(history.Log.Count / 2));
        var embedded = await database.OpenStoreAsync();

        await RecordedHistory.AppendAsync(embedded, history.Log.Skip(history.Log.Count / 2));

        WrittenHistory.Same(history.Log, (await embedded.ReadLogAsync(History.Negotiation, recordedBy: null)).Events, "the log");
        Assert.Empty((await Verification.OfAsync(embedded, History.Negotiation)).Faults);
        await foreach (var fault in embedded.CheckChainAsync()) Assert.Fail(fault.ToString());
    }

    [Fact]
    public async Task Both_at_once_take_turns_on_the_same_streams()
    {
        var history = Trials.At(12).History;
        await using var host = await MartenHost.MigrateAsync(database);
        IEventStore[] stores = [await host.OpenStoreAsync(), await database.OpenStoreAsync()];
        foreach (var recorded in history.Log) await RecordedHistory.AppendAsync(stores[recorded.Position % 2], [recorded]);

        await SameAnswersAsync(stores[1], stores[0], history);
        await MartenReadsTheSameAsync(host, (MartenEventStore)stores[0]);
    }

    [Fact]
    public async Task Of_both_who_append_at_one_version_one_succeeds()
    {
        await using var host = await MartenHost.MigrateAsync(database);
        IEventStore[] stores = [await host.OpenStoreAsync(), await database.OpenStoreAsync()];
        for (var version = 0; version < 10; version++)
        {
            var failures = await Task.WhenAll(Enumerable.Range(0, 4).Select(number =>
                Record.ExceptionAsync(() => stores[number % 2].AppendAsync(Sample.Stream, version, Sample.Proposals(1)))));

            Assert.Single(failures, failure => failure is null);
            Assert.All(failures.OfType<Exception>(), failure => Assert.IsType<ConcurrencyException>(failure));
        }

        Assert.Equal(10, (await stores[1].ReadStreamAsync(Sample.Stream)).Version);
        Assert.Equal(10, (await stores[0].ReadSettledAsync()).Position);
    }

    [Fact]
    public async Task An_event_that_either_erased_is_read_by_Marten_and_continued()
    {
        var events = Sample.Proposals(3);
        await using var host = await MartenHost.MigrateAsync(database);
        var store = await host.OpenStoreAsync();
        await store.AppendAsync(Sample.Stream, 0, events);
        await (await database.OpenStoreAsync()).EraseAsync(Sample.Stream, 3, [Sample.Erasure(events[1])]);

        await store.AppendAsync(Sample.Stream, 4, [Sample.Proposal(7)]);

        await MartenReadsTheSameAsync(host, store);
        var article = await store.ReadArticleAsync(Sample.Stream);
        Assert.Equal(5, article.Version);
    }

    private static async Task SameAnswersAsync(IEventStore embedded, IEventStore store, History history)
    {
        var times = history.KnownTimes.Cast<NodaTime.Instant?>().Append(null);
        foreach (var question in times.Select(time => new Question(History.Negotiation, time)))
            Assert.Equal(AnswerJson.Write(await embedded.AnswerAsync(question)), AnswerJson.Write(await store.AnswerAsync(question)));
        Assert.Empty((await Verification.OfAsync(store, History.Negotiation)).Faults);
        await foreach (var fault in ((PostgresEventStore)embedded).CheckChainAsync()) Assert.Fail(fault.ToString());
    }

    private static async Task RebuildAsync(MartenHost host, MartenEventStore store)
    {
        using var daemon = await host.Documents.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync(CurrentAnswerProjection.Name, CancellationToken.None);
        await daemon.RebuildProjectionAsync(ArticleStreamProjection.Name, CancellationToken.None);
        Assert.Equal(AnswerJson.Write(await store.AnswerAsync(new Question(History.Negotiation))), await store.FindCurrentAnswerAsync(History.Negotiation));
        await using var session = host.Documents.QuerySession();
        foreach (var stream in (await store.ReadStreamNamesAsync(History.Negotiation)).Where(StreamName.IsArticle))
        {
            var (kept, expected) = (await session.LoadAsync<ArticleStream>(stream), ArticleStream.Of(stream, await store.ReadStreamAsync(stream)));
            Assert.Equivalent(expected, kept, strict: true);
        }
    }

    // Marten reads by itself what the record gives, under its own types, names and serializer.
    private static async Task MartenReadsTheSameAsync(MartenHost host, MartenEventStore store)
    {
        await using var session = host.Documents.QuerySession();
        foreach (var stream in (await session.Events.QueryAllRawEvents().ToListAsync()).GroupBy(one => one.StreamKey!))
        {
            var expected = (await store.ReadStreamAsync(stream.Key)).Events;
            var read = await session.Events.FetchStreamAsync(stream.Key);
            Assert.Equal(expected.Select(recorded => (recorded.Id, recorded.Version)), read.Select(one => (one.Id, one.Version)));
            Assert.Equal(expected.Select(recorded => EventJson.Write(recorded.Event)), read.Select(one => EventJson.Write((DomainEvent)one.Data)));
        }
    }
}
