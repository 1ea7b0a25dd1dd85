using Marten;
using Negotiations.Store;
using Npgsql;

namespace Negotiations.Bench;

/// <summary>The host on Marten, as a program that runs takes it.</summary>
public sealed class NegotiationEngine : IEngine
{
    private readonly NpgsqlDataSource connections;
    private readonly DocumentStore documents;
    private readonly MartenEventStore store;

    private NegotiationEngine(
        BenchDatabase database,
        NpgsqlDataSource connections,
        DocumentStore documents,
        MartenEventStore store
    ) => (Database, this.connections, this.documents, this.store) = (database, connections, documents, store);

    public BenchDatabase Database { get; }

    public static async Task<NegotiationEngine> CreateAsync(string connection)
    {
        var database = await BenchDatabase.CreateAsync(connection);
        await using (var owner = DocumentStore.For(options => MartenConfiguration.Configure(options, database.Source)))
            await StoreMigration.MigrateAsync(owner, database.Source);
        var connections = await ProgramConnections.CreateAsync(database.Connection);
        var documents = DocumentStore.For(options => MartenConfiguration.Configure(options, connections));
        return new(database, connections, documents, (await MartenEventStore.OpenExistingAsync(connections)));
    }

    public Task FillAsync(DrawnHistory history, Times times) =>
        times.TakeAsync(Measured.StoreAppend, () => StoreQuestions.AppendAsync(store, history));

    public async Task RebuildAsync(Times times)
    {
        using var daemon = await documents.BuildProjectionDaemonAsync();
        await times.TakeAsync(Measured.StoreRebuild, () =>
            daemon.RebuildProjectionAsync("Facts", Timeout.InfiniteTimeSpan, CancellationToken.None)
        );
    }

    public async Task AskAsync(DrawnHistory history, Times times)
    {
        KeptAnswer? kept = null;
        await times.TakeAsync(Measured.StoreKept, async () =>
            kept = await store.FindKeptAsync(new Question(history.Negotiation))
        );
        if (kept is null)
            throw new InvalidOperationException("no facts are kept after the rebuild");
        await StoreQuestions.AskAsync(
            store,
            history,
            times,
            Measured.StoreState,
            Measured.StoreRecordedByMiddle,
            Measured.StoreKnownByMiddle
        );
    }

    public Task VerifyAsync(DrawnHistory history, Times times) => times.TakeAsync(Measured.Verification, async () =>
        {
            if ((await StoreVerification.VerifyAsync(store, history.Negotiation)).Faults.Count > 0)
                throw new InvalidOperationException("an answer of the store is not that of its streams");
        });

    public async ValueTask DisposeAsync()
    {
        await documents.DisposeAsync();
        await connections.DisposeAsync();
        await Database.DisposeAsync();
    }
}
