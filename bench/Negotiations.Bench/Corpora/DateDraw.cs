using NodaTime;

namespace Negotiations.Bench;

/// <summary>Draws how precisely an article dates an act; now and then it is wrong by a day.</summary>
public static class DateDraw
{
    /// <summary>A date for an act that happened on a day; null where the article gives none.</summary>
    public static Edtf? Next(Random random, LocalDate day) =>
        random.Next(100) switch
        {
            < 15 => null,
            < 18 => Edtf.Parse(Iso(day.PlusDays(-1))),
            < 23 => Edtf.Parse($"{Iso(day)}~"),
            < 31 => Edtf.Parse($"[{Iso(day.PlusDays(-1))},{Iso(day)}]"),
            < 36 => Edtf.Parse($"{Iso(day.PlusDays(-4))}/{Iso(day)}"),
            < 42 => Edtf.Parse(Iso(day)[..7]),
            < 43 => Edtf.Parse(Iso(day)[..4]),
            _ => Edtf.Parse(Iso(day)),
        };

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
