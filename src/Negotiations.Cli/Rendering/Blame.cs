namespace Negotiations.Cli.Rendering;

/// <summary>For each value the reports behind it, against it and superseded.</summary>
/// <param name="Answer">The answer to the question.</param>
/// <param name="Prefix">What the keys of the facts begin with; empty for all facts.</param>
/// <param name="Facts">The facts with their reports, ordered by key.</param>
internal sealed record Blame(Answer Answer, string Prefix, IReadOnlyList<BlamedFact> Facts)
{
    /// <summary>The blame of the facts of a question.</summary>
    public static Blame Of(NegotiationLog log, Question question, string prefix)
    {
        var answer = Negotiations.Answer.To(question, log);
        return new(answer, prefix, BlamedFact.Of(answer, log, prefix));
    }
}
