namespace Negotiations;

/// <summary>Who says so, for every value of an answer, and whether it still stands in the texts.</summary>
/// <param name="Answer">The answer whose sourcing is weighed.</param>
/// <param name="Versions">Every version that is recorded, checked against its text, by what came out first.</param>
/// <param name="Acts">Where the reports of each act come from, by its key.</param>
/// <param name="Facts">Where each value comes from, by its key.</param>
/// <param name="Links">The articles that are one text, in pairs.</param>
/// <param name="SourcingIssues">Where the sourcing is weak, the gravest kind first.</param>
public sealed record Audit(
    Answer Answer,
    IReadOnlyList<AuditedVersion> Versions,
    IReadOnlyList<Attribution> Acts,
    IReadOnlyList<Attribution> Facts,
    IReadOnlyList<(string Article, string Other)> Links,
    IReadOnlyList<SourcingIssue> SourcingIssues
)
{
    /// <summary>The log up to the position of the answer.</summary>
    public required NegotiationLog Log { get; init; }

    /// <summary>Keys of the positions that bear on no issue, so that they stand in no table of positions.</summary>
    public IReadOnlyList<string> PositionsWithoutIssue => PositionTable.ListWithoutIssue(Answer.Facts);

    /// <summary>Whether every text that is held is as it was coded; what is not held says nothing.</summary>
    public bool IsSound => Versions.All(version => version.IsSound);

    /// <summary>Audits an answer.</summary>
    /// <param name="log">The log up to the position of the answer.</param>
    /// <param name="question">The question.</param>
    /// <param name="texts">The texts that are held.</param>
    public static Audit Run(NegotiationLog log, Question question, ArticleTextIndex texts)
    {
        var answer = Answer.To(question, log);
        var versions = AuditedVersion.CheckAll(log, texts);
        var names = new SourceNames(answer.Definition);
        var acts = Attribution.GroupByAct(answer);
        var facts = answer.Facts.Select(Attribution.ForFact).ToList();
        return new(
            answer,
            versions,
            acts,
            facts,
            [
                .. log
                    .Timeline.CorrectionsKnownBy(question.KnownBy)
                    .Select(correction => correction.Correction)
                    .OfType<ArticlesLinked>()
                    .Select(link => (link.Article, link.Other)),
            ],
            [
                .. ChainIssues
                    .Find(acts, facts, names)
                    .Concat(ValueIssues.Find(answer, facts, names))
                    .Concat(TimeIssues.FindAssumed(answer))
                    .Concat(TimeIssues.FindOnPages(versions, facts, answer.Zone))
                    .OrderBy(spot => spot.Kind),
            ]
        )
        {
            Log = log,
        };
    }
}
