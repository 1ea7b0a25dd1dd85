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
        if (decision.Append.Count == 0)
            return (decision, null);
        var negotiation = file.Article.Version.Negotiation;
        var log = await store.ReadLogAsync(negotiation, recordedBy: null, cancellationToken);
        RefuseOvertaken(log, decision);
        var after = Check(log, file, decision);
        return (decision, new(negotiation, log.Settled.Position, GivesOrder(after, file)));
    }

    // The log is read after the stream: with what somebody appended in between it would have the same events twice.
    internal static void RefuseOvertaken(NegotiationLog log, IntakeDecision decision)
    {
        if (log.FindStream(decision.Stream).Events.Any(recorded => recorded.Version > decision.ExpectedVersion))
            throw new ConcurrencyException(decision.Stream, decision.ExpectedVersion);
    }

    /// <summary>The log with what a decision brings in that was made on it.</summary>
    /// <exception cref="CodingException">The file cannot be taken in.</exception>
    internal static NegotiationLog Check(NegotiationLog log, CodedFile file, IntakeDecision decision)
    {
        var (after, errors) = ReplayRules.Check(log, file, decision);
        errors = [.. errors, .. ReplayRules.RoundErrors(log, file, decision)];
        return errors.Count == 0 ? after : throw new CodingException(errors);
    }

    /// <summary>Whether a decision depends on all articles of its negotiation.</summary>
    /// <param name="after">The log with what the decision brings in.</param>
    /// <param name="file">The file.</param>
    internal static bool GivesOrder(NegotiationLog after, CodedFile file) =>
        OrderCycles.GivesOrder(after, file.Article.Version.Article);
}
