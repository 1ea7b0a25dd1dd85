namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: a report differs also where only what its names were resolved to does.</summary>
internal sealed class ResolvedNamesCompared : CodingIntake
{
    public override IntakeDecision Decide(IReadOnlyList<RecordedEvent> stream, CodedArticle coded)
    {
        var decision = base.Decide(stream, coded);
        var differences = coded
            .Reports.Where(report =>
                stream.Any(recorded => recorded.Event is Report stored && IsEdited(stored, report))
            )
            .Select(report => new CodingDifference(report.Id, "any", null, null))
            .ToList();
        return differences.Count == 0 ? decision : decision with { Append = [], Differences = differences };
    }

    private static bool IsEdited(Report stored, Report coded) =>
        (stored.Version, stored.Id) == (coded.Version, coded.Id) && EventJson.Write(stored) != EventJson.Write(coded);
}
