using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: of what was known at the same time what arrived first stands first.</summary>
internal sealed class TiesByArrival : PlainAnswers
{
    public override Sighting See(RecordedEvent recorded, IReadOnlyList<RecordedEvent> log, DateTimeZone zone) =>
        base.See(recorded, log, zone) with { Place = ($"{recorded.Position:D6}", "", 0, "") };
}
