using Negotiations.Store;

namespace Negotiations.Bench;

/// <summary>The embedded store.</summary>
public sealed class EmbeddedStore : IEngine
{
    private readonly MartenEventStore store;

    private EmbeddedStore(BenchDatabase database, MartenEventStore store) => (Database, this.store) = (database, store);

    public BenchDatabase Database { get; }

    public static async Task<EmbeddedStore> CreateAsync(string connection)
    {
        var database = await BenchDatabase.CreateAsync(connection);
        return new(database, await MartenEventStore.OpenAsync(database.Source));
    }

    public Task FillAsync(InventedHistory history, Times times) =>
        times.TakeAsync(Measured.EmbeddedAppend, () => StoreQuestions.AppendAsync(store, history));

    // It keeps nothing that could be made anew: what a verification does for one answer.
    public Task RebuildAsync(Times times) => times.TakeAsync(Measured.EmbeddedRebuild, async () =>
    {
        var events = new List<RecordedEvent>();
        foreach (var stream in await store.ReadStreamNamesAsync(InventedHistory.Negotiation))
            events.AddRange((await store.ReadStreamAsync(stream)).Events);
        var log = new NegotiationLog(await store.ReadSettledAsync(), [.. events.OrderBy(recorded => recorded.Position)]);
        Answer.To(new Question(InventedHistory.Negotiation), log);
    });

    public Task AskAsync(InventedHistory history, Times times) => StoreQuestions.AskAsync(
        store, history, times, Measured.EmbeddedState, Measured.EmbeddedRecordedByMiddle, Measured.EmbeddedKnownByMiddle);

    /// <summary>Compares every answer with that of the streams, as <c>replay --verify</c> does.</summary>
    public Task VerifyAsync(Times times) => times.TakeAsync(Measured.EmbeddedVerification, async () =>
    {
        if ((await Verification.OfAsync(store, InventedHistory.Negotiation)).Faults.Count > 0)
            throw new InvalidOperationException("an answer of the store is not that of its streams");
    });

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
