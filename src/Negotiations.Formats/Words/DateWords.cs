using System.Globalization;
using NodaTime;

namespace Negotiations.Formats;

/// <summary>Dates and times as people read them.</summary>
public static class DateWords
{
    private const string Assumed = " (assumed)";

    /// <summary>A day, such as <c>14 May 2025</c>.</summary>
    public static string Describe(LocalDate day) => day.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);

    /// <summary>A time to the minute in a zone, such as <c>14 May 2025, 23:30</c>.</summary>
    public static string Describe(Instant time, DateTimeZone zone)
    {
        var local = time.InZone(zone).LocalDateTime;
        return $"{Describe(local.Date)}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>A bound of a question, such as <c>the end of 14 May 2025</c>.</summary>
    public static string DescribeBound(Instant time, DateTimeZone zone)
    {
        var local = time.InZone(zone).LocalDateTime;
        return Bound.EndOfDay(local.Date, zone) == time ? $"the end of {Describe(local.Date)}" : Describe(time, zone);
    }

    /// <summary>A date as precise as it is known; null where nothing is.</summary>
    public static string? Describe(Edtf date)
    {
        var words = Describe(date.Bounds, date.Precision);
        return date.Text switch
        {
            _ when words is null => null,
            var text when text.Contains('%') => $"perhaps about {words}",
            var text when text.Contains('~') => $"about {words}",
            var text when text.Contains('?') => $"perhaps {words}",
            _ => words,
        };
    }

    /// <summary>
    /// A date with the word that goes before it: <c>on 14 May 2025</c>, <c>in March 2025</c>; null where nothing is
    /// known.
    /// </summary>
    public static string? DescribeWhen(Edtf date) =>
        Describe(date) is not { } words ? null
        : date.Text.AsSpan().ContainsAny("%~?") ? words
        : date.Bounds.IsDay ? $"on {words}"
        : date.Precision is DatePrecision.Month or DatePrecision.Year ? $"in {words}"
        : words;

    /// <summary>A time of publication to the minute; one that is assumed says so.</summary>
    public static string Describe(Publication published, DateTimeZone zone) =>
        Describe(published.Time, zone) + (published.Basis == PublicationBasis.Assumed ? Assumed : "");

    /// <summary>A time at which some of these reports became known; one that is assumed says so.</summary>
    public static string Describe(Instant time, DateTimeZone zone, IEnumerable<VisibleReport> reports) =>
        Describe(time, zone)
        + (
            reports.Any(report =>
                report.Publication.Basis == PublicationBasis.Assumed && report.Publication.Time == time
            )
                ? Assumed
                : ""
        );

    /// <summary>Since when the value of a fact has been known; a time that is assumed says so.</summary>
    public static string DescribeSince(Fact fact, DateTimeZone zone) =>
        Describe(fact.Since, zone, fact.Resolution.All.SelectMany(claim => claim.Reports));

    private static string? Describe(DayBounds bounds, DatePrecision precision) =>
        (bounds.Earliest, bounds.Latest) switch
        {
            (null, null) => null,
            (null, { } last) => $"by {Describe(last)}",
            ({ } first, null) => $"since {Describe(first)}",
            ({ } first, _) when bounds.IsDay => Describe(first),
            ({ } first, _) when precision == DatePrecision.Month => first.ToString(
                "MMMM uuuu",
                CultureInfo.InvariantCulture
            ),
            ({ } first, _) when precision == DatePrecision.Year => first.ToString("uuuu", CultureInfo.InvariantCulture),
            ({ } first, { } last) => Between(first, last),
        };

    private static string Between(LocalDate first, LocalDate last)
    {
        var pattern =
            first.Year != last.Year ? "d MMMM uuuu"
            : first.Month != last.Month ? "d MMMM"
            : "%d";
        return $"{first.ToString(pattern, CultureInfo.InvariantCulture)}–{Describe(last)}";
    }
}
