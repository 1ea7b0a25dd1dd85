namespace Negotiations;

/// <summary>The answer to a question about some of its facts, with the part of the log from which these
/// follow.</summary>
/// <param name="Answer">The answer: these facts, the reports that bear on them, and what the whole answer stands
/// on.</param>
/// <param name="Log">The part of the log. What it says of other facts, and what it counts, is not to be used.</param>
public sealed record PartOfAnswer(Answer Answer, NegotiationLog Log)
{
    /// <summary>Reads a part of an answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="part">The facts, by a part of their keys (<see cref="FactKeys.Admits"/>).</param>
    /// <param name="log">The part of the log that bears on these facts.</param>
    /// <param name="answered">What the whole answer stands on.</param>
    public static PartOfAnswer Read(Question question, string part, NegotiationLog log, Answered answered)
    {
        var answer = Answer.To(question, log);
        return new(
            answer with
            {
                Answered = answered,
                Facts = [.. answer.Facts.Where(fact => FactKeys.Admits(fact.Key, part))],
            },
            log
        );
    }
}
