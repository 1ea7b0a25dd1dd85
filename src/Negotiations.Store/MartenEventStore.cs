using System.Data;
using System.Runtime.CompilerServices;
using Marten;
using NodaTime;
using Npgsql;

namespace Negotiations.Store;

/// <summary>The store of events: Marten on PostgreSQL, with the record clock and its hash chain beside it.</summary>
/// <remarks>
/// It appends through a session of Marten's, and reads by SQL of its own, since Marten does not know positions. Both
/// run under a role that can do nothing else, where whoever connects may make that role (<see
/// cref="ReadProtectionAsync"/>). Safe for use by several threads at once. It does not own the data source.
/// </remarks>
public sealed partial class MartenEventStore : IFactStore
{
    private readonly StoreConnections connections;

    private readonly FactQuestions facts;

    // Made when something is first appended: a question needs none.
    private readonly Lazy<IDocumentStore> documents;

    private MartenEventStore(
        StoreConnections connections,
        Lazy<IDocumentStore> documents,
        TimeSpan? longestWait = null
    ) =>
        (this.connections, this.documents, facts) = (
            connections,
            documents,
            new(connections, longestWait)
        );

    /// <summary>Opens the store in a database, and makes it or brings it up to date where that is needed.</summary>
    /// <param name="dataSource">Connections of a user who may make tables in the database.</param>
    /// <param name="progress">Told in a line when a store of an earlier version was brought up to date.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="ForeignDatabaseException">The database is another program's.</exception>
    /// <exception cref="NewerDatabaseException">A newer version of the program has used the database.</exception>
    /// <exception cref="UnsuitableServerException">The server is too old, or the database does not use
    /// UTF-8.</exception>
    /// <exception cref="DriftedTablesException">Marten's tables have something that its migration would take
    /// out.</exception>
    public static async Task<MartenEventStore> OpenAsync(
        NpgsqlDataSource dataSource,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        await StoreMigration.EnsureAsync(dataSource, progress, cancellationToken);
        return await ConnectAsync(dataSource, progress, cancellationToken);
    }

    /// <summary>
    /// Opens the store that is in a database, to append to it: makes none, and brings an earlier one up to date.
    /// </summary>
    /// <param name="dataSource">Connections of a user who may make tables in the database.</param>
    /// <param name="progress">Told in a line when a store of an earlier version was brought up to date.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="NoStoreException">The database has no store.</exception>
    /// <exception cref="NewerDatabaseException">A newer version of the program has used the database.</exception>
    public static async Task<MartenEventStore> OpenToAppendAsync(
        NpgsqlDataSource dataSource,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        await StoreMigration.RequireAsync(dataSource, cancellationToken);
        return await OpenAsync(dataSource, progress, cancellationToken);
    }

    /// <summary>Opens the store that is in a database, for questions; changes nothing.</summary>
    /// <remarks>
    /// What has to write to answer, such as a bound by a time after the last event, brings a store of an earlier
    /// version up to date first.
    /// </remarks>
    /// <param name="dataSource">Connections of a user who may read the tables.</param>
    /// <param name="progress">Told in a line when a store of an earlier version was brought up to date.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="NoStoreException">The database has no store.</exception>
    /// <exception cref="NewerDatabaseException">A newer version of the program has used the database.</exception>
    public static async Task<MartenEventStore> OpenExistingAsync(
        NpgsqlDataSource dataSource,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        await StoreMigration.RequireAsync(dataSource, cancellationToken);
        return await ConnectAsync(dataSource, progress, cancellationToken);
    }

    /// <summary>The same store, appending through a document store that a server has configured.</summary>
    /// <param name="documents">Gives it, when something is first appended by the store itself.</param>
    /// <param name="longestWait">How long a question may wait for what is recorded to be taken in.</param>
    internal MartenEventStore WithDocumentStore(Func<IDocumentStore> documents, TimeSpan longestWait) =>
        new(connections, new(documents), longestWait);

    /// <summary>The same store on standbys of the database, for questions that are bounded on the record
    /// clock.</summary>
    /// <param name="standbys">Connections to them; none need be there now.</param>
    internal MartenEventStore OnReplica(NpgsqlDataSource standbys) => new(connections.ToReplica(standbys), documents);

    private static async Task<MartenEventStore> ConnectAsync(
        NpgsqlDataSource dataSource,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    ) =>
        new(
            await StoreConnections.CreateAsync(dataSource, progress, cancellationToken),
            new(() => DocumentStore.For(options => MartenConfiguration.Configure(options, dataSource)))
        );

    /// <inheritdoc/>
    /// <exception cref="UnreadableEventException">An event of the stream cannot be read.</exception>
    public Task<RecordedStream> ReadStreamAsync(string stream, CancellationToken cancellationToken = default) =>
        EventReader.StreamAsync(connections, stream, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="UnreadableEventException">An event of the negotiation cannot be read.</exception>
    public Task<IReadOnlyList<RecordedEvent>> ReadNegotiationAsync(
        string negotiation,
        long position,
        CancellationToken cancellationToken = default
    ) => EventReader.NegotiationAsync(connections, negotiation, position, cancellationToken);

    /// <summary>The events of a negotiation at some positions, the first position first.</summary>
    /// <remarks>
    /// Its cost follows the number of positions, not the size of the store. A position that is not there, or is another
    /// negotiation's, gives nothing.
    /// </remarks>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="positions">The positions, in any order.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UnreadableEventException">One of the events cannot be read.</exception>
    public Task<IReadOnlyList<RecordedEvent>> ReadEventsAsync(
        string negotiation,
        IEnumerable<long> positions,
        CancellationToken cancellationToken = default
    ) => EventReader.AtPositionsAsync(connections, negotiation, [.. positions], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadStreamNamesAsync(
        string negotiation,
        CancellationToken cancellationToken = default
    ) => EventReader.StreamNamesAsync(connections, negotiation, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> FindStreamAsync(Guid id, CancellationToken cancellationToken = default) =>
        EventReader.FindStreamAsync(connections, id, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadNegotiationsAsync(CancellationToken cancellationToken = default) =>
        EventReader.NegotiationsAsync(connections, cancellationToken);

    /// <summary>
    /// Negotiations of which something is recorded, but no definition any more: nothing is taken in before one.
    /// </summary>
    public Task<IReadOnlyList<string>> ReadUndefinedAsync(CancellationToken cancellationToken = default) =>
        EventReader.UndefinedAsync(connections, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DuplicateEventException">One of the events is in the store already.</exception>
    /// <exception cref="UnreadableEventException">One of the events was recorded before, and deleted since.</exception>
    public Task AppendAsync(
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        CancellationToken cancellationToken = default
    ) =>
        EventAppender.AppendAsync(
            connections,
            documents.Value,
            stream,
            expectedVersion,
            events,
            basis: null,
            cancellationToken
        );

    /// <inheritdoc/>
    /// <exception cref="DuplicateEventException">One of the events is in the store already.</exception>
    /// <exception cref="UnreadableEventException">One of the events was recorded before, and deleted since.</exception>
    public Task AppendAsync(
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        ConsistencyBoundary basis,
        CancellationToken cancellationToken = default
    ) =>
        EventAppender.AppendAsync(
            connections,
            documents.Value,
            stream,
            expectedVersion,
            events,
            basis,
            cancellationToken
        );

    /// <summary>
    /// Adds events to what a session saves: with its documents and its outgoing messages, or not at all.
    /// </summary>
    /// <remarks>
    /// Whoever saves the session sees Marten's own exceptions: <see cref="AppendFailure"/> tells those of them apart
    /// after which the stream is to be read again.
    /// </remarks>
    /// <param name="session">The session of Marten.</param>
    /// <param name="stream">Name of the stream.</param>
    /// <param name="expectedVersion">The version that the stream must have when the session is saved; 0 where it must
    /// not exist.</param>
    /// <param name="events">The events; none of them may be in the store yet.</param>
    /// <param name="basis">What the decision to append them has read besides the stream; null: nothing.</param>
    /// <param name="cancellationToken">Cancels the look for events that are there already.</param>
    /// <exception cref="DuplicateEventException">One of the events is in the store already.</exception>
    /// <exception cref="UnreadableEventException">One of the events was recorded before, and deleted since.</exception>
    public async Task AppendAsync(
        IDocumentSession session,
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        ConsistencyBoundary? basis = null,
        CancellationToken cancellationToken = default
    )
    {
        if (events.Count > 0)
            await DuplicateEventCheck.RefuseAsync(connections, stream, events, cancellationToken);
        EventAppender.Add(session, stream, expectedVersion, events, basis);
    }

    /// <inheritdoc/>
    public async Task<RecordPosition> ReadPositionAsync(CancellationToken cancellationToken = default) =>
        (await ReadHeadAsync(cancellationToken)).Settled;

    /// <summary>The last position of the record clock, with its proof.</summary>
    public Task<RecordHead> ReadHeadAsync(CancellationToken cancellationToken = default) =>
        RecordClock.LastAsync(connections, cancellationToken);

    /// <inheritdoc/>
    public Task<RecordPosition> ResolveTimeAsync(Instant time, CancellationToken cancellationToken = default) =>
        RecordClock.ByAsync(connections, time, cancellationToken);

    /// <inheritdoc/>
    public Task<RecordPosition> ResolvePositionAsync(long position, CancellationToken cancellationToken = default) =>
        RecordClock.AtAsync(connections, position, cancellationToken);

    /// <summary>The link of the hash chain at a position, 32 bytes; null where there is no such position.</summary>
    public Task<byte[]?> ReadLinkAsync(long position, CancellationToken cancellationToken = default) =>
        RecordClock.LinkAtAsync(connections, position, cancellationToken);

    /// <summary>Gives positions to events that were committed while the trigger on <c>mt_events</c> was off.</summary>
    /// <returns>How many there were.</returns>
    public Task<long> SettleAsync(CancellationToken cancellationToken = default) =>
        RecordClock.SettleAsync(connections, cancellationToken);

    /// <summary>
    /// Recomputes the hash chain over the whole store and gives what does not fit, the first position first.
    /// </summary>
    /// <remarks>
    /// The store is read as it stands at one moment, in memory that does not grow with it. Erased events are compared
    /// but for what they said, and are no faults. What the owner of the tables rewrote from some position to the end
    /// only a <see cref="Checkpoint"/> shows.
    /// </remarks>
    /// <param name="progress">Told how far the check has come.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public async IAsyncEnumerable<ChainFault> CheckChainAsync(
        IProgress<ChainProgress>? progress = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancellationToken
        );
        await foreach (
            var fault in BrokenTables.EndAsync(
                ChainCheck.FaultsAsync(connection, progress, cancellationToken),
                cancellationToken
            )
        )
            yield return fault;
    }

    /// <summary>
    /// The head of the hash chain as it stands, to be signed (<see cref="SignedCheckpoint"/>) and kept elsewhere.
    /// </summary>
    /// <exception cref="CheckpointException">Nothing is recorded yet.</exception>
    public async Task<Checkpoint> ReadCheckpointAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        return await CheckpointCheck.TakeAsync(connection, cancellationToken);
    }

    /// <summary>How the record contradicts a checkpoint taken of it before; null where it does not.</summary>
    /// <remarks>
    /// It compares one link, so it proves something only where <see cref="CheckChainAsync"/> finds nothing.
    /// </remarks>
    public async Task<ChainFault?> CheckCheckpointAsync(
        Checkpoint checkpoint,
        CancellationToken cancellationToken = default
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        return await CheckpointCheck.FaultAsync(connection, checkpoint, cancellationToken);
    }

    /// <summary>
    /// Whether the server keeps this store's connections from changing what is recorded; what they may really do
    /// counts.
    /// </summary>
    public async Task<Protection> ReadProtectionAsync(CancellationToken cancellationToken = default)
    {
        bool isComplete;
        await using (var owner = await connections.OpenAsOwnerAsync(cancellationToken))
            isComplete = (await InstalledSchema.ReadAsync(owner, cancellationToken)).IsComplete;
        await using var connection = await connections.OpenAsync(cancellationToken);
        return await ProtectionCheck.ReadAsync(connection, cancellationToken) with { IsComplete = isComplete };
    }

    /// <summary>Erases what events say, and appends to their stream who did so and why; all or none.</summary>
    /// <remarks>
    /// It needs the owner of the tables, since the role under which the store reads and appends may not. Afterwards the
    /// tables are vacuumed and analyzed, so that what was erased stands in no row and no statistics of the server
    /// either. A snapshot that is older than the erasure keeps the server from that; <see cref="FinishErasureAsync"/>
    /// does it later.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="expectedVersion">The version that the stream must have now.</param>
    /// <param name="erasures">For each event a <see cref="PayloadErased"/> (see <see cref="ErasurePlan.By"/>).</param>
    /// <param name="cancellationToken">Cancels the erasure; then nothing is erased, or the vacuum is what is left to
    /// do.</param>
    /// <returns>What the files of the server may still have of it.</returns>
    /// <exception cref="ConcurrencyException">The stream has another version: somebody appended in between.</exception>
    public Task<ErasureRemains> EraseAsync(
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> erasures,
        CancellationToken cancellationToken = default
    ) => EventEraser.EraseAsync(connections, stream, expectedVersion, erasures, cancellationToken);

    /// <summary>
    /// Clears what was erased so far away from the server's files, where an earlier attempt could not.
    /// </summary>
    /// <returns>What they may still have of it.</returns>
    public async Task<ErasureRemains> FinishErasureAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenAsOwnerAsync(cancellationToken);
        return await PhysicalErasure.ClearAsync(connection, cancellationToken);
    }

    /// <summary>What the store is and holds.</summary>
    internal Task<StoreDescription> DescribeAsync(string where, CancellationToken cancellationToken) =>
        StoreDescriptionReader.ReadAsync(where, connections, cancellationToken);

    /// <summary>Records that something was handed out, so that an erasure can list it.</summary>
    public Task<RecordedExport> RecordExportAsync(NewExport export, CancellationToken cancellationToken = default) =>
        ExportLog.RecordAsync(connections, export, cancellationToken);

    /// <summary>What was handed out of a negotiation, the first first.</summary>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="fromPosition">Only what goes at least up to this position.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<IReadOnlyList<RecordedExport>> ReadExportsAsync(
        string negotiation,
        long fromPosition = 0,
        CancellationToken cancellationToken = default
    ) => ExportLog.ReadAsync(connections, negotiation, fromPosition, cancellationToken);
}
