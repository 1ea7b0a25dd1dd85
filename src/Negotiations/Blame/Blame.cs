namespace Negotiations;

/// <summary>For each value every report of it, with its part.</summary>
/// <param name="Answer">The answer to the question.</param>
/// <param name="Prefix">The part of a key by which the facts are found; empty for all facts.</param>
/// <param name="Facts">The facts with their reports, ordered by key.</param>
/// <param name="Vanished">The facts that corrections took away, ordered by key.</param>
public sealed record Blame(
    Answer Answer,
    string Prefix,
    IReadOnlyList<BlamedFact> Facts,
    IReadOnlyList<VanishedFact> Vanished
)
{
    /// <summary>The blame of the facts of a question.</summary>
    public static Blame Trace(NegotiationLog log, Question question, string prefix)
    {
        var answer = Negotiations.Answer.To(question, log);
        return Trace(answer, log, FactKeys.Resolve(prefix, answer));
    }

    /// <summary>The blame of the facts of an answer.</summary>
    public static Blame Trace(Answer answer, NegotiationLog log, string prefix = "")
    {
        var blamed = new BlamedReports(answer, log);
        return new(answer, prefix, BlamedFact.FindAll(blamed, prefix), VanishedFact.FindAll(blamed, prefix));
    }

    /// <summary>Every report that is listed, once for each place.</summary>
    public IEnumerable<Report> ListReports() =>
        Facts
            .SelectMany(fact => fact.Reports)
            .Concat(Vanished.SelectMany(fact => fact.Withdrawn))
            .Select(blamed => blamed.Visible.Report);

    /// <summary>The reports that are in no answer any more, by what was known first.</summary>
    public IEnumerable<VisibleReport> Withdrawn =>
        Facts
            .SelectMany(fact => fact.Reports)
            .Where(report => report.Role is ReportRole.Withdrawn or ReportRole.Replaced)
            .Concat(Vanished.SelectMany(fact => fact.Withdrawn))
            .Select(blamed => blamed.Visible)
            .Distinct()
            .Except(Answer.Reports)
            .Order(VisibleReport.ByKnown);
}
