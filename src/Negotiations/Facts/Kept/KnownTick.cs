using NodaTime;

namespace Negotiations;

/// <summary>A bound on the known clock as a number: of 100 nanoseconds since the beginning of 1970 in UTC.</summary>
public static class KnownTick
{
    /// <summary>Later than every bound: where a stretch has no end.</summary>
    public const long Endless = long.MaxValue;

    /// <summary>No bound: later than every time.</summary>
    public const long Unbounded = long.MaxValue - 1;

    /// <summary>The first bound that sees what became known at a time.</summary>
    public static long First(Instant time) =>
        time < NodaConstants.UnixEpoch + Duration.FromDays(-1_000_000) ? long.MinValue
        : time.ToUnixTimeTicks() is var tick && Instant.FromUnixTimeTicks(tick) < time ? tick + 1
        : tick;

    /// <summary>The number of a bound, or of none.</summary>
    public static long Number(Instant? knownBy) => knownBy?.ToUnixTimeTicks() ?? Unbounded;
}
