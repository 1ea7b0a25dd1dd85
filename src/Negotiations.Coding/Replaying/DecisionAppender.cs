namespace Negotiations.Coding;

/// <summary>Appends files as they were decided, and decides anew those that somebody else overtook.</summary>
/// <param name="store">The store.</param>
/// <param name="read">For each negotiation the position up to which it was read when its files were decided.</param>
/// <param name="edits">How edits of codings that are in the store are taken in; null: they are refused.</param>
/// <param name="cancellationToken">Cancels the appending.</param>
internal sealed class DecisionAppender(
    IEventStore store,
    IReadOnlyDictionary<string, long> read,
    EditsAsCorrections? edits,
    CancellationToken cancellationToken
)
{
    private readonly Dictionary<string, Known> negotiations = read.ToDictionary(
        pair => pair.Key,
        pair => new Known(pair.Value, Own: 0, Log: null),
        StringComparer.Ordinal
    );

    // How many events this replay has appended, to whatever stream.
    private long own;

    /// <summary>Appends the definition of a negotiation, where it says anything new.</summary>
    public Task<IntakeDecision> AppendAsync(CodedDefinition file) =>
        OptimisticLoop.RunAsync(
            async _ =>
            {
                var name = StreamName.ForNegotiation(file.Definition.Negotiation);
                var stream = await store.ReadStreamAsync(name, cancellationToken);
                var decision = NegotiationIntake.Decide(stream, file.Definition);
                if (decision.Append.Count > 0)
                    await store.AppendAsync(name, decision.ExpectedVersion, decision.Append, cancellationToken);
                own += decision.Append.Count;
                return decision;
            },
            cancellationToken
        );

    /// <summary>Appends what an article's file brings in; nothing where the store says otherwise meanwhile.</summary>
    /// <exception cref="CodingException">With what somebody else has recorded it cannot be taken in.</exception>
    public Task<IntakeDecision> AppendAsync(DecidedFile file) =>
        OptimisticLoop.RunAsync(
            async attempt =>
            {
                var (decision, givesOrder, after) = await DecideAsync(file, isAgain: attempt > 1);
                if (decision.Append.Count == 0)
                    return decision;
                var negotiation = file.File.Article.Version.Negotiation;
                var known = negotiations[negotiation] = await MoveAsync(negotiations[negotiation]);
                ConsistencyBoundary boundary = new(negotiation, known.Position, givesOrder);
                await store.AppendAsync(
                    decision.Stream,
                    decision.ExpectedVersion,
                    decision.Append,
                    boundary,
                    cancellationToken
                );
                own += decision.Append.Count;
                negotiations[negotiation] = known with { Log = after };
                return decision;
            },
            cancellationToken
        );

    /// <summary>The log of a negotiation as it is recorded now.</summary>
    public async Task<NegotiationLog> ReadLogAsync(string negotiation)
    {
        var log = await store.ReadLogAsync(negotiation, recordedBy: null, cancellationToken);
        negotiations[negotiation] = new(log.Settled.Position, own, log);
        return log;
    }

    // What was decided before holds for the first attempt, as long as nothing of the negotiation had to be read again.
    private async Task<(IntakeDecision Decision, bool GivesOrder, NegotiationLog? After)> DecideAsync(
        DecidedFile file,
        bool isAgain
    )
    {
        var (coded, negotiation) = (file.File, file.File.Article.Version.Negotiation);
        var log = isAgain ? null : negotiations[negotiation].Log;
        if (!isAgain && log is null)
            return (file.Decision, file.GivesOrder, null);
        // Not the stream of the log: the store can have another version for it than that of its last event.
        var stream = log?.FindStream(coded.Article.Stream)
            ?? await store.ReadStreamAsync(coded.Article.Stream, cancellationToken);
        var decision = ArticleIntake.Decide(stream, coded.Article, edits);
        if (decision.Append.Count == 0)
            return (decision, false, log);
        if (log is null)
        {
            log = await ReadLogAsync(negotiation);
            FileIntake.RefuseOvertaken(log, decision);
        }

        var after = FileIntake.Check(log, coded, decision);
        return (decision, FileIntake.GivesOrder(after, coded), after);
    }

    // Up to its position everything of the negotiation is known. Each event takes a position of its own, so where the
    // last one is further on by as many as this replay has appended since, all positions in between are those of its
    // own events: they are known too. Where others have recorded something, in whatever negotiation, the boundary
    // stays. Then the store refuses what was decided, unless all that was recorded has no part in it.
    private async Task<Known> MoveAsync(Known known)
    {
        var last = (await store.ReadPositionAsync(cancellationToken)).Position;
        return last == known.Position + own - known.Own ? known with { Position = last, Own = own } : known;
    }

    /// <summary>How far a negotiation is known.</summary>
    /// <param name="Position">Every event of it up to here was read, or appended by this replay.</param>
    /// <param name="Own">How many events this replay had appended when that was so.</param>
    /// <param name="Log">All that is recorded of it, where it was read again; null: what was decided holds.</param>
    private sealed record Known(long Position, long Own, NegotiationLog? Log);
}
