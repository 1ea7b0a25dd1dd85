using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: since when a value was known is taken from the order of recording.</summary>
internal sealed class SinceByTheRecord : PlainAnswers
{
    public override IEnumerable<(Instant Time, IReadOnlyList<Sighting> Visible)> Moments(
        IReadOnlyList<Sighting> visible,
        IEnumerable<Instant> times,
        Func<Instant, IReadOnlyList<Sighting>> seenAt
    ) =>
        from last in visible.OrderBy(sighting => sighting.Recorded.Position)
        select (
            last.Known,
            (IReadOnlyList<Sighting>)
                [.. visible.Where(sighting => sighting.Recorded.Position <= last.Recorded.Position)]
        );
}
