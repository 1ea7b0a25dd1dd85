using NodaTime;
using Npgsql;

namespace Negotiations.Postgres;

/// <summary>A store of events in a PostgreSQL database, in the table layout of Marten 9.</summary>
/// <remarks>Safe for use by several threads at once. It does not own the data source.</remarks>
public sealed class PostgresEventStore : IEventStore
{
    private readonly NpgsqlDataSource dataSource;

    private PostgresEventStore(NpgsqlDataSource dataSource) => this.dataSource = dataSource;

    /// <summary>Opens the store in a database, and installs or completes its schema where that is needed.</summary>
    /// <exception cref="ForeignDatabaseException">The database is another program's.</exception>
    /// <exception cref="NewerDatabaseException">A newer version of the program has used the database.</exception>
    /// <exception cref="UnsuitableServerException">The server is too old, or the database does not use UTF-8.</exception>
    public static async Task<PostgresEventStore> OpenAsync(
        NpgsqlDataSource dataSource, CancellationToken cancellationToken = default)
    {
        await StoreSchema.EnsureAsync(dataSource, cancellationToken);
        return new PostgresEventStore(dataSource);
    }

    /// <summary>Opens the store that is in a database, for questions; creates nothing.</summary>
    /// <exception cref="NoStoreException">The database has no store.</exception>
    /// <exception cref="NewerDatabaseException">A newer version of the program has used the database.</exception>
    public static async Task<PostgresEventStore> OpenExistingAsync(
        NpgsqlDataSource dataSource, CancellationToken cancellationToken = default)
    {
        await StoreSchema.RequireAsync(dataSource, cancellationToken);
        return new PostgresEventStore(dataSource);
    }

    /// <inheritdoc/>
    /// <exception cref="UnreadableEventException">An event of the stream cannot be read.</exception>
    public Task<RecordedStream> ReadStreamAsync(string stream, CancellationToken cancellationToken = default) =>
        Reading.StreamAsync(dataSource, stream, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="UnreadableEventException">An event of the negotiation cannot be read.</exception>
    public Task<IReadOnlyList<RecordedEvent>> ReadNegotiationAsync(
        string negotiation, long position, CancellationToken cancellationToken = default) =>
        Reading.NegotiationAsync(dataSource, negotiation, position, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadStreamNamesAsync(string negotiation, CancellationToken cancellationToken = default) =>
        Reading.StreamNamesAsync(dataSource, negotiation, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadNegotiationsAsync(CancellationToken cancellationToken = default) =>
        Reading.NegotiationsAsync(dataSource, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DuplicateEventException">One of the events is in the store already.</exception>
    /// <exception cref="UnreadableEventException">One of the events was recorded before, and deleted since.</exception>
    public Task AppendAsync(
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        CancellationToken cancellationToken = default) =>
        Appending.AppendAsync(dataSource, stream, expectedVersion, events, cancellationToken);

    /// <inheritdoc/>
    public Task<Settled> ReadSettledAsync(CancellationToken cancellationToken = default) =>
        RecordClock.LastAsync(dataSource, cancellationToken);

    /// <inheritdoc/>
    public Task<Settled> ReadSettledByAsync(Instant time, CancellationToken cancellationToken = default) =>
        RecordClock.ByAsync(dataSource, time, cancellationToken);

    /// <inheritdoc/>
    public Task<Settled> ReadSettledAtAsync(long position, CancellationToken cancellationToken = default) =>
        RecordClock.AtAsync(dataSource, position, cancellationToken);

    /// <summary>Gives positions to events that were committed while the trigger on <c>mt_events</c> was off.</summary>
    /// <returns>How many there were.</returns>
    public Task<long> SettleAsync(CancellationToken cancellationToken = default) =>
        RecordClock.SettleAsync(dataSource, cancellationToken);

    /// <summary>Recomputes the hash chain over the whole store and gives what does not fit, in the order of positions.</summary>
    public IAsyncEnumerable<ChainFault> CheckChainAsync(CancellationToken cancellationToken = default) =>
        ChainCheck.FaultsAsync(dataSource, cancellationToken);
}
