using System.Globalization;
using NodaTime;

namespace Negotiations.Server.Desk;

/// <summary>What looks like a slip in the time of a publication: a year that was mistyped.</summary>
internal static class PublicationHint
{
    // An article may look far ahead to talks, but hardly as far as this.
    private const int MostYears = 5;

    /// <summary>What is to be looked at again; null for nothing.</summary>
    /// <param name="published">When the article came out; null: nobody says.</param>
    /// <param name="talks">The negotiation.</param>
    /// <param name="others">When the other articles of the negotiation came out.</param>
    /// <param name="now">The time now.</param>
    public static string? Find(
        DateTimeOffset? published,
        NegotiationDefined talks,
        IEnumerable<Instant> others,
        DateTimeOffset now
    )
    {
        if (published is not { } time)
            return null;
        var zone = DateTimeZoneProviders.Tzdb[talks.Zone];
        var year = Instant.FromDateTimeOffset(time).InZone(zone).Year;
        if (time > now)
            return $"{Begin(year)}, which lies in the future. Is the year right?";
        var years = others
            .Select(other => (int?)other.InZone(zone).Year)
            .Concat(talks.Rounds.Select(round => round.When?.Bounds.Earliest?.Year));
        return years.Min() is { } first && year < first - MostYears
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Begin(year)}, and the rounds and other articles begin in {first}. Is the year right?"
            )
            : null;
    }

    private static string Begin(int year) =>
        string.Create(CultureInfo.InvariantCulture, $"The article is said to have come out in {year}");
}
