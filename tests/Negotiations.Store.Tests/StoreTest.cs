namespace Negotiations.Store.Tests;

/// <summary>Tests with a store in a database of its own.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    protected TestDatabase Database { get; private set; } = null!;

    protected MartenEventStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateWithStoreAsync();
        Store = await Database.OpenStoreAsync();
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();

    protected async Task<IReadOnlyList<ChainFault>> FaultsAsync()
    {
        var faults = new List<ChainFault>();
        await foreach (var fault in Store.CheckChainAsync())
            faults.Add(fault);
        return faults;
    }

    /// <summary>The events of the sample talks, as far as the record clock stands.</summary>
    protected async Task<IReadOnlyList<RecordedEvent>> ReadAsync() =>
        await Store.ReadNegotiationAsync(Sample.Talks, (await Store.ReadPositionAsync()).Position);

    protected async Task<long> PositionOfAsync(Guid id) =>
        await Database.QueryAsync<long>($"select position from negotiations_record where event_id = '{id}'");

    protected static string Article(string name) => StreamName.ForArticle(Sample.Talks, name);
}
