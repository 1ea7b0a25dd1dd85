namespace Negotiations.Cli.Rendering;

/// <summary>How facts came to be known.</summary>
/// <param name="Answer">The answer to the question itself, after the last change.</param>
/// <param name="Prefix">What the keys of the facts begin with; empty for all facts.</param>
/// <param name="Changes">The changes, in order.</param>
internal sealed record History(Answer Answer, string Prefix, IReadOnlyList<FactChange> Changes)
{
    /// <summary>The history of the facts of a question.</summary>
    public static History Of(NegotiationLog log, Question question, string prefix) =>
        new(Negotiations.Answer.To(question, log), prefix, [.. FactHistory.Of(log, question, prefix)]);

    /// <summary>The short form of the report behind an event, such as <c>courier-2031-04-02#offer</c>.</summary>
    public Func<Guid, string> ShortForms()
    {
        var reports = Answer.Reports.ToDictionary(report => report.EventId, report => $"{report.Report.Article}#{report.Report.Id}");
        return id => reports[id];
    }
}
