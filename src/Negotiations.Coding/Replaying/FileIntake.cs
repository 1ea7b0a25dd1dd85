namespace Negotiations.Coding;

/// <summary>
/// Takes one coded file in: what it comes to on what a store holds, with the checks that a replay makes of it.
/// </summary>
public static class FileIntake
{
    /// <summary>The definition that a store has of a negotiation; null where there is none.</summary>
    public static async Task<NegotiationDefined?> ReadDefinitionAsync(
        IEventStore store,
        string negotiation,
        CancellationToken cancellationToken = default
    ) =>
        (await store.ReadStreamAsync(StreamName.ForNegotiation(negotiation), cancellationToken))
            .Events.Select(recorded => recorded.Event)
            .OfType<NegotiationDefined>()
            .LastOrDefault(definition => !definition.Erased);

    /// <summary>Decides and checks; appends nothing.</summary>
    /// <param name="store">The store.</param>
    /// <param name="stream">The article's stream, as it was just read.</param>
    /// <param name="file">The coded file of an article.</param>
    /// <param name="edits">How edits of a coding that is in the store are taken in; null: they are refused.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>
    /// The decision, and what it was made on besides the stream; whoever appends it gives both. No basis where nothing
    /// is to be appended.
    /// </returns>
    /// <exception cref="CodingException">The file cannot be taken in.</exception>
    /// <exception cref="ConcurrencyException">Somebody appended to the stream since it was read.</exception>
    public static async Task<(IntakeDecision Decision, ConsistencyBoundary? Basis)> DecideAsync(
        IEventStore store,
        RecordedStream stream,
        CodedFile file,
        EditsAsCorrections? edits = null,
        CancellationToken cancellationToken = default
    )
    {
        var decision = ArticleIntake.Decide(stream, file.Article, edits);
        return (
            decision,
            decision.Append.Count == 0 ? null : await CheckAsync(store, file, decision, cancellationToken)
        );
    }

    /// <summary>Checks a decision on what is recorded now, on which it then stands.</summary>
    /// <exception cref="CodingException">The file cannot be taken in.</exception>
    /// <exception cref="ConcurrencyException">Somebody appended to the stream since the decision was made.</exception>
    internal static async Task<ConsistencyBoundary?> CheckAsync(
        IEventStore store,
        CodedFile file,
        IntakeDecision decision,
        CancellationToken cancellationToken
    )
    {
        var negotiation = file.Article.Version.Negotiation;
        var log = await store.ReadLogAsync(negotiation, recordedBy: null, cancellationToken);
        // The log is read after the stream: with what somebody appended in between it would have the same events twice.
        if (
            log.Events.Any(recorded =>
                recorded.Stream == decision.Stream && recorded.Version > decision.ExpectedVersion
            )
        )
            throw new ConcurrencyException(decision.Stream, decision.ExpectedVersion);
        var (after, errors) = ReplayRules.Check(log, file, decision);
        errors = [.. errors, .. ReplayRules.RoundErrors(log, file, decision)];
        return errors.Count == 0
            ? new(negotiation, log.Settled.Position, OrderCycles.GivesOrder(after, decision.Stream))
            : throw new CodingException(errors);
    }
}
