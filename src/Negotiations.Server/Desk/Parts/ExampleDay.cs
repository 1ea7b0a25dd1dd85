using NodaTime;

namespace Negotiations.Server.Desk;

/// <summary>A day by which a form shows how days are written: one that could be meant.</summary>
internal static class ExampleDay
{
    /// <summary>The day on which an article came out, else the first of the last round.</summary>
    /// <param name="talks">The negotiation.</param>
    /// <param name="published">When the article came out; null where it is yet to be said.</param>
    public static string Find(NegotiationDefined talks, DateTimeOffset? published)
    {
        var day = published is { } time
            ? Instant.FromDateTimeOffset(time).InZone(DateTimeZoneProviders.Tzdb[talks.Zone]).Date
            : talks.Rounds.LastOrDefault(round => !round.Background)?.When?.Bounds.Earliest
                ?? new LocalDate(2031, 4, 2);
        return $"{day:uuuu-MM-dd}";
    }
}
