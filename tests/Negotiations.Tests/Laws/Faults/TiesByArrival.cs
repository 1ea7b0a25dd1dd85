using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: of what was known at the same time what arrived first stands first.</summary>
internal sealed class TiesByArrival : PlainAnswers
{
    public override Sighting? See(RecordedEvent recorded, PlainRecord record, DateTimeZone zone, Instant? time) =>
        base.See(recorded, record, zone, time) is { } sighting
            ? sighting with
            {
                Place = ($"{recorded.Position:D6}", "", 0, ""),
            }
            : null;
}
