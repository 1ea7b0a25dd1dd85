namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: events are identified by their place in the order of arrival.</summary>
internal sealed class IdentifiersByArrival : CodingIntake
{
    public override IntakeDecision Decide(IReadOnlyList<RecordedEvent> stream, CodedArticle coded)
    {
        var decision = base.Decide(stream, coded);
        return decision with
        {
            Append =
            [
                .. decision.Append.Select(
                    (added, i) =>
                        added with
                        {
                            Id = EventId.ForReport(coded.Stream, coded.Version.Version, $"{stream.Count + i}"),
                        }
                ),
            ],
        };
    }
}
