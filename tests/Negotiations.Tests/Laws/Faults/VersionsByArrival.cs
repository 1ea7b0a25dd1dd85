using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: the version taken in last is the last one.</summary>
internal sealed class VersionsByArrival : PlainAnswers
{
    public override PlainRecord Read(IReadOnlyList<RecordedEvent> recorded)
    {
        var record = new PlainRecord(recorded);
        return new(recorded) { Reports = record.Reports, Versions = new ByArrival(record.Reports, record.Stands) };
    }

    private sealed class ByArrival(PlainReports reports, Func<string, string, string, Instant?, bool> stands)
        : PlainVersions(reports, stands)
    {
        protected override IEnumerable<ArticleVersionPublished> InOrder(
            IEnumerable<ArticleVersionPublished> versions
        ) => versions;
    }
}
