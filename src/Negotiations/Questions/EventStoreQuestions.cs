namespace Negotiations;

/// <summary>Puts questions to a store.</summary>
public static class EventStoreQuestions
{
    /// <summary>The state for a question: from the facts that are kept ready, or else by the fold.</summary>
    /// <param name="store">The store.</param>
    /// <param name="question">The question.</param>
    /// <param name="part">The facts that are asked for, by a part of their keys; empty for all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UnsettledException">The bound on the record clock lies in the future.</exception>
    /// <exception cref="UnknownNegotiationException">The negotiation is not defined at that position.</exception>
    public static async Task<State> ReadStateAsync(
        this IEventStore store,
        Question question,
        string part = "",
        CancellationToken cancellationToken = default
    )
    {
        if (store is not IFactStore facts)
            return (await store.AnswerAsync(question, cancellationToken)).State.Select(part);
        // A part of a key that ends within its first segment can be of several rounds.
        var rounds = part.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? new[] { part[..end] } : null;
        var settled = await store.PlaceAsync(question, cancellationToken);
        return await facts.FindStateAsync(settled, rounds, cancellationToken) is { } state
            ? (state with { Asked = question }).Select(part)
            : (await store.AnswerAsync(question, cancellationToken)).State.Select(part);
    }

    /// <summary>
    /// The state for a question and a filter, where it can be told from the facts that are kept ready; else null, and
    /// the whole answer tells.
    /// </summary>
    /// <inheritdoc cref="ReadStateAsync"/>
    public static async Task<State?> FindStateAsync(
        this IEventStore store,
        Question question,
        FactFilter filter,
        CancellationToken cancellationToken = default
    )
    {
        var part = filter.Key?.ToLowerInvariant() ?? "";
        // A part without a slash may be somebody's name, and the other conditions are about reports.
        var isByKey = part.Length == 0 || part.Contains('/', StringComparison.Ordinal);
        if (store is not IFactStore || !isByKey || !(filter with { Key = null }).IsEmpty)
            return null;
        var state = await store.ReadStateAsync(question, part, cancellationToken);
        return part.Length == 0 || state.Facts.Count > 0 ? state : null;
    }

    /// <summary>
    /// The answer to a question about some facts, with their reports and the log from which they follow: no more of it
    /// than bears on them where the store can tell, or else all.
    /// </summary>
    /// <inheritdoc cref="ReadStateAsync"/>
    public static async Task<PartOfAnswer> AskAboutAsync(
        this IEventStore store,
        Question question,
        string part,
        CancellationToken cancellationToken = default
    )
    {
        // Without a segment of its own the part may be somebody's name.
        if (store is IFactStore facts && part.Contains('/', StringComparison.Ordinal))
        {
            var settled = await store.PlaceAsync(question, cancellationToken);
            var found = await facts.FindPartAsync(settled, part.ToLowerInvariant(), cancellationToken);
            // What is not found is looked for among everything, to say what there is instead.
            if (found is { Answer.Facts.Count: > 0 })
                return found with { Answer = found.Answer with { Asked = question } };
        }

        var log = await store.ReadLogAsync(question.Negotiation, question.RecordedBy, cancellationToken);
        return new(Answer.To(question, log), log);
    }

    /// <summary>The answer to a question, by the fold.</summary>
    /// <exception cref="UnsettledException">The bound on the record clock lies in the future.</exception>
    /// <exception cref="UnknownNegotiationException">The negotiation is not defined at that position.</exception>
    public static async Task<Answer> AnswerAsync(
        this IEventStore store,
        Question question,
        CancellationToken cancellationToken = default
    ) => Answer.To(question, await store.ReadLogAsync(question.Negotiation, question.RecordedBy, cancellationToken));

    /// <summary>The answer to a question as somebody puts it, by the fold.</summary>
    /// <inheritdoc cref="QuestionReader.ReadQuestionAsync"/>
    public static async Task<Answer> AskAsync(
        this IEventStore store,
        QuestionText text,
        CancellationToken cancellationToken = default
    )
    {
        var (question, log) = await store.ReadQuestionAndLogAsync(text, cancellationToken);
        return Answer.To(question, log);
    }

    // A bound on the record clock is a position in the end.
    private static async Task<Question> PlaceAsync(
        this IEventStore store,
        Question question,
        CancellationToken cancellationToken
    ) =>
        question.RecordedBy is null
            ? question
            : question with
            {
                RecordedBy = new RecordedBound.AtPosition(
                    (await store.ResolveAsync(question.RecordedBy, cancellationToken)).Position
                ),
            };

    /// <summary>The events of a negotiation up to a bound on the record clock.</summary>
    /// <exception cref="UnsettledException">The bound lies in the future.</exception>
    public static async Task<NegotiationLog> ReadLogAsync(
        this IEventStore store,
        string negotiation,
        RecordedBound? recordedBy,
        CancellationToken cancellationToken = default
    )
    {
        var settled = await store.ResolveAsync(recordedBy, cancellationToken);
        return new NegotiationLog(
            settled,
            await store.ReadNegotiationAsync(negotiation, settled.Position, cancellationToken)
        );
    }

    /// <summary>The definitions of a negotiation up to a bound on the record clock, without its articles.</summary>
    /// <exception cref="UnsettledException">The bound lies in the future.</exception>
    public static async Task<NegotiationLog> ReadDefinitionAsync(
        this IEventStore store,
        string negotiation,
        RecordedBound? recordedBy,
        CancellationToken cancellationToken = default
    )
    {
        var settled = await store.ResolveAsync(recordedBy, cancellationToken);
        var stream = await store.ReadStreamAsync(StreamName.ForNegotiation(negotiation), cancellationToken);
        return new NegotiationLog(settled, [.. stream.Events.Where(recorded => recorded.Position <= settled.Position)]);
    }

    private static Task<RecordPosition> ResolveAsync(
        this IEventStore store,
        RecordedBound? recordedBy,
        CancellationToken cancellationToken
    ) =>
        recordedBy switch
        {
            null => store.ReadPositionAsync(cancellationToken),
            RecordedBound.AtPosition { Position: var position } => store.ResolvePositionAsync(
                position,
                cancellationToken
            ),
            RecordedBound.AtTime { Time: var time } => store.ResolveTimeAsync(time, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(recordedBy)),
        };
}
