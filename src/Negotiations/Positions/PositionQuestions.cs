namespace Negotiations;

/// <summary>Asks a store where the sides stand.</summary>
public static class PositionQuestions
{
    /// <summary>The positions of the answer to a question.</summary>
    /// <param name="store">The store.</param>
    /// <param name="text">The question.</param>
    /// <param name="since">The time on the known clock with which they are compared; null for none.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UnreadableBoundException">A bound cannot be read, or the time of comparison is the later
    /// one.</exception>
    public static async Task<PositionTable> ReadPositionsAsync(
        this IEventStore store,
        QuestionText text,
        string? since,
        CancellationToken cancellationToken = default
    )
    {
        var (question, log) = await store.ReadQuestionAndLogAsync(text, cancellationToken);
        var answer = Answer.To(question, log);
        if (since is null)
            return PositionTable.Read(answer);
        var before = question with { KnownBy = QuestionReader.ReadBound("since", since, text.Negotiation, log) };
        return before.KnownBy > question.KnownBy
            ? throw new UnreadableBoundException("since", "it lies after the time asked about (known-by)")
            : PositionTable.Read(answer, Answer.To(before, log));
    }
}
