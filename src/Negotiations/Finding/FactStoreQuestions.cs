namespace Negotiations;

/// <summary>Puts questions about facts to a store: to those that it keeps ready, where it can.</summary>
public static class FactStoreQuestions
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

    /// <summary>The state with the facts that have a part in their keys.</summary>
    public static State Select(this State state, string part) =>
        part.Length == 0
            ? state
            : state with
            {
                Facts = [.. state.Facts.Where(fact => FactKeys.Admits(fact.Key, part))],
            };
}
