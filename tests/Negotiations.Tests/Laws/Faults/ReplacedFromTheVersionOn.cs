namespace Negotiations.Tests.Laws;

/// <summary>
/// A planted fault: a report is replaced when the version comes out, although the entry in its place is known only
/// later.
/// </summary>
internal sealed class ReplacedFromTheVersionOn : PlainAnswers
{
    public override PlainRecord Read(IReadOnlyList<RecordedEvent> recorded)
    {
        var record = new PlainRecord(recorded);
        return new(recorded)
        {
            Reports = record.Reports,
            Versions = new PlainVersions(record.Reports, (article, version, id, _) =>
                record.Stands(article, version, id, null)
            ),
        };
    }
}
