using Marten;
using Negotiations.Postgres;
using NodaTime;
using Npgsql;

namespace Negotiations.Marten;

/// <summary>A store of events on Marten.</summary>
/// <remarks>
/// It appends through Marten, whose inline projections and outbox so commit with the events. It reads by the same statements
/// as the embedded store: events are read with their positions, which are in the record clock and not in Marten, and a
/// question so means the same on either. Safe for use by several threads at once; it owns neither of its parts.
/// </remarks>
public sealed class MartenEventStore : IEventStore
{
    private readonly IDocumentStore store;
    private readonly PostgresEventStore recorded;

    internal MartenEventStore(IDocumentStore store, PostgresEventStore recorded) => (this.store, this.recorded) = (store, recorded);

    /// <summary>Opens the store that is in a database; creates nothing.</summary>
    /// <param name="store">Marten, configured by <see cref="NegotiationStore.Configure"/>.</param>
    /// <param name="dataSource">Connections to the same database.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="NoStoreException">The database has no store: <see cref="StoreMigration.MigrateAsync"/> makes one.</exception>
    /// <exception cref="NewerDatabaseException">A newer version of the program has used the database.</exception>
    public static async Task<MartenEventStore> OpenAsync(
        IDocumentStore store, NpgsqlDataSource dataSource, CancellationToken cancellationToken = default) =>
        new(store, await PostgresEventStore.OpenExistingAsync(dataSource, cancellationToken));

    /// <summary>The same events by the embedded store: the hash chain, checkpoints, erasure and the list of exports.</summary>
    public PostgresEventStore Recorded => recorded;

    /// <inheritdoc/>
    /// <exception cref="UnreadableEventException">An event of the stream cannot be read.</exception>
    public Task<RecordedStream> ReadStreamAsync(string stream, CancellationToken cancellationToken = default) =>
        recorded.ReadStreamAsync(stream, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="UnreadableEventException">An event of the negotiation cannot be read.</exception>
    public Task<IReadOnlyList<RecordedEvent>> ReadNegotiationAsync(
        string negotiation, long position, CancellationToken cancellationToken = default) =>
        recorded.ReadNegotiationAsync(negotiation, position, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadStreamNamesAsync(string negotiation, CancellationToken cancellationToken = default) =>
        recorded.ReadStreamNamesAsync(negotiation, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadNegotiationsAsync(CancellationToken cancellationToken = default) =>
        recorded.ReadNegotiationsAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DuplicateEventException">One of the events is in the store already.</exception>
    /// <exception cref="UnreadableEventException">One of the events was recorded before, and deleted since.</exception>
    public Task AppendAsync(
        string stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default) =>
        SaveAsync(stream, expectedVersion, events, basis: null, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DuplicateEventException">One of the events is in the store already.</exception>
    /// <exception cref="UnreadableEventException">One of the events was recorded before, and deleted since.</exception>
    public Task AppendAsync(
        string stream, long expectedVersion, IReadOnlyList<NewEvent> events, DecisionBasis basis, CancellationToken cancellationToken = default) =>
        SaveAsync(stream, expectedVersion, events, basis, cancellationToken);

    private async Task SaveAsync(
        string stream, long expectedVersion, IReadOnlyList<NewEvent> events, DecisionBasis? basis, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession();
        await AppendAsync(session, stream, expectedVersion, events, basis, cancellationToken);
        try
        {
            await session.SaveChangesAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not ConcurrencyException && AppendFailure.IsConcurrency(exception))
        {
            throw new ConcurrencyException(stream, expectedVersion);
        }
        catch (Exception exception) when (AppendFailure.IsDuplicate(exception))
        {
            await recorded.RefuseRecordedAsync(stream, events, cancellationToken);
            throw;
        }
    }

    /// <summary>Adds events to what a session saves: with its documents and its outgoing messages, or not at all.</summary>
    /// <remarks>
    /// Whoever saves the session sees Marten's own exceptions: <see cref="AppendFailure"/> tells those of them apart after
    /// which the stream is to be read again.
    /// </remarks>
    /// <param name="session">The session of Marten.</param>
    /// <param name="stream">Name of the stream.</param>
    /// <param name="expectedVersion">The version that the stream must have when the session is saved; 0 where it must not exist.</param>
    /// <param name="events">The events; none of them may be in the store yet.</param>
    /// <param name="basis">What the decision to append them was made on besides the stream; null: on nothing.</param>
    /// <param name="cancellationToken">Cancels the look for events that are there already.</param>
    /// <exception cref="DuplicateEventException">One of the events is in the store already.</exception>
    /// <exception cref="UnreadableEventException">One of the events was recorded before, and deleted since.</exception>
    public async Task AppendAsync(
        IDocumentSession session,
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        DecisionBasis? basis = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (events.Count == 0) return;
        await recorded.RefuseRecordedAsync(stream, events, cancellationToken);
        session.Events.Append(stream, expectedVersion + events.Count, events.Select(added =>
        {
            var wrapped = session.Events.BuildEvent(added.Event);
            wrapped.Id = added.Id;
            return (object)wrapped;
        }));
        if (basis is not null) ((ITransactionParticipantRegistrar)session).AddTransactionParticipant(new BasisCheck(stream, basis));
    }

    /// <summary>What stands in the stream of an article: kept with each append, and read anew where others have appended since.</summary>
    /// <param name="stream">Name of the stream.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<ArticleStream> ReadArticleAsync(string stream, CancellationToken cancellationToken = default)
    {
        await using var session = store.QuerySession();
        var state = await session.Events.FetchStreamStateAsync(stream, cancellationToken);
        var kept = await session.LoadAsync<ArticleStream>(stream, cancellationToken);
        return kept is not null && kept.Version == state?.Version
            ? kept
            : ArticleStream.Of(stream, await recorded.ReadStreamAsync(stream, cancellationToken));
    }

    /// <summary>The answer "now" of a negotiation, where it is kept and nothing of the negotiation was recorded since.</summary>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The answer without bounds (<see cref="AnswerJson"/>), byte for byte that of the fold; null where it must be folded.</returns>
    public Task<string?> FindCurrentAnswerAsync(string negotiation, CancellationToken cancellationToken = default) =>
        CurrentAnswers.FindAsync(store, negotiation, cancellationToken);

    /// <inheritdoc/>
    public Task<Settled> ReadSettledAsync(CancellationToken cancellationToken = default) => recorded.ReadSettledAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<Settled> ReadSettledByAsync(Instant time, CancellationToken cancellationToken = default) =>
        recorded.ReadSettledByAsync(time, cancellationToken);

    /// <inheritdoc/>
    public Task<Settled> ReadSettledAtAsync(long position, CancellationToken cancellationToken = default) =>
        recorded.ReadSettledAtAsync(position, cancellationToken);
}
