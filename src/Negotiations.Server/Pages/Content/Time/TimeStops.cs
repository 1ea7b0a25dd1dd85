using NodaTime;
using NodaTime.Text;

namespace Negotiations.Server.Pages;

/// <summary>The stops of one clock: each a bound, as an address has it.</summary>
public sealed class TimeStops
{
    private readonly IReadOnlyList<Instant> times;
    private readonly long positions;
    private readonly DateTimeZone zone;

    private TimeStops(string clock, IReadOnlyList<Instant> times, long positions, DateTimeZone zone) =>
        (Clock, this.times, this.positions, this.zone) = (clock, times, positions, zone);

    /// <summary>The clock.</summary>
    public string Clock { get; }

    /// <summary>How many there are.</summary>
    public int Count => Clock == "recorded" ? (int)Math.Min(positions, int.MaxValue) : times.Count;

    /// <summary>The clock on which a page steps: that of its bound; of several, the first.</summary>
    public static string ChooseClock(PageAddress address) =>
        address switch
        {
            { KnownBy: not null } => "known",
            { HappenedBy: not null } => "happened",
            { RecordedBy: not null } => "recorded",
            _ => "known",
        };

    /// <summary>Reads the stops of a clock.</summary>
    /// <param name="context">The page.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<TimeStops> ReadAsync(
        PageContext context,
        string clock,
        CancellationToken cancellationToken
    ) =>
        clock switch
        {
            // Up to the position of the page: how far the record goes beyond it, a page that is kept for ever cannot
            // say.
            "recorded" => new(clock, [], context.Settled.Position, context.Zone),
            "happened" => new(clock, await ReadDaysAsync(context, cancellationToken), 0, context.Zone),
            _ => new(clock, await context.Store.ReadTimesKnownAsync(context.Fixed, cancellationToken), 0, context.Zone),
        };

    /// <summary>The last stop that a bound does not exclude, from 1; 0 where it excludes all.</summary>
    public int FindStop(Question question, long settled) =>
        Clock switch
        {
            "recorded" => (int)Math.Min(settled, Count),
            "happened" => CountUpTo(question.HappenedBy),
            _ => CountUpTo(question.KnownBy),
        };

    /// <summary>The stop of a time, from 1; 0 before the first.</summary>
    public int CountUpTo(Instant? time) => time is { } bound ? times.TakeWhile(stop => stop <= bound).Count() : Count;

    /// <summary>The time of a stop on a clock of times.</summary>
    public Instant? FindTime(int stop) => stop >= 1 && stop <= times.Count ? times[stop - 1] : null;

    /// <summary>The bound of a stop, from 1, as an address has it; null where there is no such stop.</summary>
    public string? FindBound(int stop) =>
        stop < 1 || stop > Count ? null
        : Clock == "recorded" ? $"{stop}"
        : Clock == "happened" ? LocalDatePattern.Iso.Format(times[stop - 1].InZone(zone).Date)
        : TimeText.Format(times[stop - 1], zone);

    // The days by which the facts that are known now had happened.
    private static async Task<IReadOnlyList<Instant>> ReadDaysAsync(
        PageContext context,
        CancellationToken cancellationToken
    )
    {
        var state = await context.ReadStateAsync(context.Fixed with { HappenedBy = null }, cancellationToken);
        return
        [
            .. state
                .Facts.Select(fact => fact.Happened.Bounds.Latest)
                .OfType<LocalDate>()
                .Distinct()
                .Order()
                .Select(day => Bound.EndOfDay(day, context.Zone)),
        ];
    }
}
