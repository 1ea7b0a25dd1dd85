using NodaTime;

namespace Negotiations;

/// <summary>Something that is kept ready and is not what the events say.</summary>
/// <param name="Where">The key of the fact; else what is wrong.</param>
/// <param name="Position">The position from which on answers are wrong.</param>
/// <param name="Region">The questions that have a wrong answer; null where it is not of one fact.</param>
/// <param name="Kept">What is kept, in words; null for nothing.</param>
/// <param name="Expected">What the events say, in words; null for nothing.</param>
public sealed record FactFault(string Where, long Position, FactRegion? Region, string? Kept, string? Expected)
{
    /// <summary>Which answers are wrong.</summary>
    public string Answers =>
        $"answers recorded by position {Position} or later"
        + (Region is { } region ? $", {DescribeKnown(region)}, {DescribeHappened(region)}" : "");

    /// <summary>The fault in a line.</summary>
    public override string ToString() =>
        $"{Where}: {Answers} would say {Kept ?? "nothing"}, and not {Expected ?? "nothing"}";

    /// <summary>Where two sets of entries of one fact differ.</summary>
    /// <param name="kept">What is kept.</param>
    /// <param name="expected">What the events say.</param>
    /// <param name="position">The position of both.</param>
    public static IEnumerable<FactFault> Between(
        IReadOnlyList<FactEntry> kept,
        IReadOnlyList<FactEntry> expected,
        long position
    ) =>
        Remainder(kept, expected)
            .Select(entry => new FactFault(entry.Key, position, entry.Region, Describe(entry), null))
            .Concat(
                Remainder(expected, kept)
                    .Select(entry => new FactFault(entry.Key, position, entry.Region, null, Describe(entry)))
            );

    // What of some entries is not among others.
    private static IEnumerable<FactEntry> Remainder(
        IReadOnlyList<FactEntry> entries,
        IReadOnlyList<FactEntry> others
    ) =>
        entries.SelectMany(entry =>
            others
                .Where(other => IsSame(entry.Fact, other.Fact))
                .Aggregate((IEnumerable<FactRegion>)[entry.Region], (left, other) =>
                    [.. left.SelectMany(region => region.Without(other.Region))]
                )
                .Select(region => entry with { Region = region })
        );

    private static bool IsSame(byte[]? a, byte[]? b) =>
        a is null ? b is null : b is not null && a.AsSpan().SequenceEqual(b);

    private static string Describe(FactEntry entry)
    {
        if (entry.Fact is null)
            return "that it is gone";
        try
        {
            var fact = FactStateFormat.Read(entry.Key, entry.Fact);
            return $"{fact.Value.Json} ({EnumText.Format(fact.Standing)}, because {string.Join(' ', fact.Because)})";
        }
        catch (Exception exception) when (exception is IOException or FormatException or ArgumentException)
        {
            return "something that cannot be read";
        }
    }

    private static string DescribeKnown(FactRegion region) =>
        $"known {(region.KnownFrom == long.MinValue ? "" : $"from {FormatTick(region.KnownFrom)} ")}"
        + (region.KnownUntil == KnownTick.Endless ? "on" : $"until before {FormatTick(region.KnownUntil)}");

    private static string DescribeHappened(FactRegion region) =>
        region.HappenedFrom == HappenedDay.Unbounded ? "without a bound on the happened clock"
        : region.HappenedLast == HappenedDay.Unbounded ? $"happened by {FormatDay(region.HappenedFrom)} or later"
        // All that is bounded: what is left without the questions that are not.
        : region.HappenedLast == HappenedDay.Unbounded - 1
            ? $"happened by {FormatDay(region.HappenedFrom)} or any later day"
        : $"happened by {FormatDay(region.HappenedFrom)} to {FormatDay(region.HappenedLast)}";

    // A row that somebody has changed can name a time that there is not.
    private static string FormatTick(long tick) =>
        tick > Instant.MinValue.ToUnixTimeTicks() && tick < Instant.MaxValue.ToUnixTimeTicks()
            ? $"{Instant.FromUnixTimeTicks(tick)}"
            : $"tick {tick}";

    private static string FormatDay(int day) =>
        day >= HappenedDay.Number(LocalDate.MinIsoValue) && day <= HappenedDay.Number(LocalDate.MaxIsoValue)
            ? $"{HappenedDay.ToBound(day).LastDay:uuuu'-'MM'-'dd}"
            : $"day {day}";
}
