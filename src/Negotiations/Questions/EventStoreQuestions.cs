namespace Negotiations;

/// <summary>Puts questions to a store.</summary>
public static class EventStoreQuestions
{
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

    internal static Task<RecordPosition> ResolveAsync(
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
