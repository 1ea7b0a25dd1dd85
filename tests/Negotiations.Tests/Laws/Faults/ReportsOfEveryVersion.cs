namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: a report is looked for among those of every version of its article.</summary>
internal sealed class ReportsOfEveryVersion : CodingIntake
{
    public override IntakeDecision Decide(IReadOnlyList<RecordedEvent> stream, CodedArticle coded)
    {
        var stored = stream.Select(recorded => recorded.Event).OfType<Report>().Select(report => report.Id).ToHashSet();
        var decision = base.Decide(stream, coded);
        return decision with
        {
            Append =
            [
                .. decision.Append.Where(added => added.Event is not Report report || !stored.Contains(report.Id)),
            ],
        };
    }
}
