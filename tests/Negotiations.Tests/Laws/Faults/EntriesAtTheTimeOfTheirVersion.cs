using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: an entry of a live blog is taken as known when its version was.</summary>
internal sealed class EntriesAtTheTimeOfTheirVersion : PlainAnswers
{
    public override bool IsVisible(Sighting sighting, Instant? knownBy) =>
        knownBy is null || sighting.Version.Published.Time <= knownBy;
}
