namespace Negotiations.Conformance;

/// <summary>Tests with a store in a database of its own; a class derived for each host runs them.</summary>
public abstract class StoreContract<THost> : IAsyncLifetime
    where THost : IStoreHost, new()
{
    protected THost Host { get; } = new();

    protected TestDatabase Database { get; private set; } = null!;

    protected IEventStore Store { get; private set; } = null!;

    /// <summary>The same store by way of the record: hash chain, checkpoints, erasure.</summary>
    protected PostgresEventStore Recorded { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Store = await Host.InstallAsync(Database);
        Recorded = Store as PostgresEventStore ?? await PostgresEventStore.OpenExistingAsync(Database.DataSource);
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Database.DisposeAsync();
    }

    protected async Task<IReadOnlyList<ChainFault>> FaultsAsync()
    {
        var faults = new List<ChainFault>();
        await foreach (var fault in Recorded.CheckChainAsync()) faults.Add(fault);
        return faults;
    }

    /// <summary>The events of the sample talks, as far as the record clock stands.</summary>
    protected async Task<IReadOnlyList<RecordedEvent>> ReadAsync() =>
        await Store.ReadNegotiationAsync(Sample.Talks, (await Store.ReadSettledAsync()).Position);

    protected async Task<long> PositionOfAsync(Guid id) =>
        await Database.QueryAsync<long>($"select position from negotiations_record where event_id = '{id}'");

    protected static string Article(string name) => StreamName.OfArticle(Sample.Talks, name);
}
