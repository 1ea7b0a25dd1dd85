using NodaTime;
using NodaTime.Text;

namespace Negotiations.Coding;

/// <summary>Reads the dates of a coded file: in the Extended Date/Time Format, or as people write a day.</summary>
internal static class WrittenDates
{
    /// <summary>The date; of <c>May 14</c> that of the year in which it lies nearest to the publication.</summary>
    /// <exception cref="FormatException">It is no date; the message says what to write.</exception>
    public static Edtf Read(string text, FileContext context)
    {
        try
        {
            return Edtf.Parse(text);
        }
        catch (FormatException exception)
        {
            if (TimeReader.FindNumericDay(text) is { } numeric)
                throw new FormatException($"'{text}' is not an EDTF date; write {Format(numeric)}", exception);
            var published = FindPublished(context);
            if (published is null && TimeReader.LacksYear(text))
                throw new FormatException($"'{text}' is not an EDTF date: it has no year", exception);
            if (TimeReader.FindDay(text, published ?? default) is { } day)
                return Edtf.Parse(Format(day));
            throw;
        }
    }

    /// <summary>A day near which the article was published, to show how one is written.</summary>
    public static string FormatExample(FileContext context) => Format(FindPublished(context) ?? new(2025, 5, 14));

    private static LocalDate? FindPublished(FileContext context)
    {
        if (context.Version.Published == PublicationReader.Unreadable)
            return null;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(context.Names.Definition.Zone) ?? DateTimeZone.Utc;
        return context.Version.Published.Time.InZone(zone).Date;
    }

    private static string Format(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
