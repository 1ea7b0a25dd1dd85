namespace Negotiations.Tests.Laws;

/// <summary>
/// A planted fault: of an article that was recorded by then all reports count, also those that came later.
/// </summary>
internal sealed class WholeArticles : PlainAnswers
{
    public override IReadOnlyList<RecordedEvent> Recorded(IReadOnlyList<RecordedEvent> log, RecordedBound? bound)
    {
        var recorded = base.Recorded(log, bound);
        return
        [
            .. log.Where(one => recorded.Contains(one) || (one.Event is Report report && HasVersion(report, recorded))),
        ];
    }

    private static bool HasVersion(Report report, IReadOnlyList<RecordedEvent> recorded) =>
        recorded
            .Select(one => one.Event)
            .OfType<ArticleVersionPublished>()
            .Any(version => version.Article == report.Article && version.Version == report.Version);
}
