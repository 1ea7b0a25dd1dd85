namespace Negotiations;

/// <summary>How facts came to be known.</summary>
/// <param name="Answer">The answer to the question itself, after the last change.</param>
/// <param name="Prefix">The part of a key by which the facts are found; empty for all facts.</param>
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
    public static AnswerHistory Trace(NegotiationLog log, Question question, string prefix)
    {
        var answer = Negotiations.Answer.To(question, log);
        return Trace(answer, log, FactKeys.Resolve(prefix, answer));
    }

    /// <summary>The history of the facts of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="log">The log from which it follows.</param>
    /// <param name="part">The part of a key by which the facts are found; empty for all facts.</param>
    public static AnswerHistory Trace(Answer answer, NegotiationLog log, string part)
    {
        var dropped = answer
            .Reports.Where(report => report.Fate == CarriedStatus.Dropped)
            .Select(report => report.EventId)
            .ToHashSet();
        return new(
            answer,
            part,
            [
                .. FactHistory
                    .Trace(log, answer.Asked, part)
                    .Select(change => HistoryChange.Explain(change, log) with { Dropped = dropped }),
            ],
            [.. ReplacedValues.FindAll(log, answer.Asked, part)]
        );
    }
}
