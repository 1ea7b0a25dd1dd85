namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: what a retracted report replaced stays replaced.</summary>
internal sealed class RetractedReportsReplace : PlainAnswers
{
    public override PlainRecord Read(IReadOnlyList<RecordedEvent> recorded)
    {
        var record = new PlainRecord(recorded);
        return new(recorded)
        {
            Reports = record.Reports,
            Versions = new PlainVersions(record.Reports, (article, version, id, _) =>
                recorded.Any(one =>
                    one.Event is Report report && (report.Article, report.Version, report.Id) == (article, version, id)
                )
            ),
        };
    }
}
