using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>The few days and times on which a random history takes place.</summary>
internal static class Calendar
{
    public static LocalDate FirstDay { get; } = new(2025, 5, 12);

    public static IReadOnlyList<LocalDate> Days { get; } = [.. Enumerable.Range(0, 5).Select(FirstDay.PlusDays)];

    // 22:00 in UTC is on the next day in Istanbul and on the same day in New York.
    private static readonly int[] Hours = [6, 13, 22];

    public static IReadOnlyList<string> TimesOfDay { get; } = ["early", "morning", "12:00", "evening", "18:30"];

    public static Instant RandomTime(Dice dice) =>
        FirstDay.PlusDays(dice.Between(2, 5)).AtMidnight().InUtc().ToInstant() + Duration.FromHours(dice.Pick(Hours));

    public static Publication RandomPublication(Dice dice) => Published(dice, RandomTime(dice));

    public static Publication Published(Dice dice, Instant time) =>
        dice.Chance(20)
            ? new(
                time,
                PublicationBasis.Assumed,
                "only the day is known",
                time - Duration.FromHours(12),
                time + Duration.FromHours(6)
            )
            : new(time, PublicationBasis.Stated);

    /// <summary>
    /// A date for an act of a day: mostly that day, sharp or vague, sometimes one that contradicts it.
    /// </summary>
    public static Edtf? RandomDate(Dice dice, LocalDate day)
    {
        if (dice.Chance(8))
            day = dice.Pick(Days);
        var text = Iso(day);
        var before = Iso(day.PlusDays(-dice.Between(1, 2)));
        var after = Iso(day.PlusDays(dice.Between(1, 2)));
        var date = dice.Weighted(
            (50, text),
            (4, text + "~"),
            (7, $"[{before},{text}]"),
            (5, $"[{text},{after}]"),
            (3, $"[..{text}]"),
            (2, $"[{text}..]"),
            (4, $"{before}/{text}"),
            (3, $"{text}/.."),
            (3, $"../{text}"),
            (6, text[..7]),
            (3, "2025-21"),
            (10, "")
        );
        return date.Length == 0 ? null : Edtf.Parse(date);
    }

    /// <summary>The day before a publication, perhaps with the one before that.</summary>
    public static Edtf RandomCoverage(Instant published, Dice dice)
    {
        var day = published.InUtc().Date.PlusDays(-1);
        return Edtf.Parse(dice.Chance(50) ? Iso(day) : $"{Iso(day.PlusDays(-1))}/{Iso(day)}");
    }

    public static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
