namespace Negotiations;

/// <summary>How facts came to be known.</summary>
/// <param name="Answer">The answer to the question itself, after the last change.</param>
/// <param name="Prefix">What the keys of the facts begin with; empty for all facts.</param>
/// <param name="Changes">The changes, in order.</param>
/// <param name="Corrections">The corrections in force, with the values that they replaced.</param>
public sealed record AnswerHistory(
    Answer Answer,
    string Prefix,
    IReadOnlyList<HistoryChange> Changes,
    IReadOnlyList<ReplacedValues> Corrections
)
{
    /// <summary>The history of the facts of a question.</summary>
    public static AnswerHistory Trace(NegotiationLog log, Question question, string prefix) =>
        new(
            Negotiations.Answer.To(question, log),
            prefix,
            [.. FactHistory.Trace(log, question, prefix).Select(change => HistoryChange.Explain(change, log))],
            [.. ReplacedValues.FindAll(log, question, prefix)]
        );
}
