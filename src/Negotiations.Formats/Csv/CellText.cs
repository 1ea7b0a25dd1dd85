using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Negotiations.Formats;

/// <summary>Values as they stand in cells.</summary>
public static class CellText
{
    /// <summary>What stands between the items of a list.</summary>
    public const string Between = "; ";

    /// <summary>A whole number.</summary>
    public static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Format(bool value) => value ? "true" : "false";

    /// <summary>A day, <c>2025-05-14</c>.</summary>
    public static string? Format(LocalDate? day) => day is { } value ? LocalDatePattern.Iso.Format(value) : null;

    /// <summary>A time with its offset, in the zone of the talks.</summary>
    public static string Format(Instant time, DateTimeZone zone) => Bound.Format(time, zone);

    /// <summary>A date in EDTF; null where nothing is known.</summary>
    public static string? Format(Edtf? date) =>
        date is null || date.Precision == DatePrecision.Unknown ? null : date.Text;

    /// <summary>A list.</summary>
    public static string Format(IEnumerable<string> items) => string.Join(Between, items);

    /// <summary>The identifiers of names.</summary>
    public static string Format(IEnumerable<Name>? names) => Format((names ?? []).Select(name => name.Id));

    /// <summary>A list of events.</summary>
    public static string Format(IEnumerable<Guid> events) => Format(events.Select(id => id.ToString("D")));

    /// <summary>A chain of attribution, from the origin to the outlet.</summary>
    public static string Format(IEnumerable<ChainLink> chain) =>
        string.Join(
            " > ",
            chain.Select(link =>
                link.Kind == LinkKind.Unnamed
                    ? $"unnamed: {link.Name?.Written ?? "reportedly"}"
                    : link.Name?.Written ?? ""
            )
        );

    /// <summary>Stretches of a text in code points, such as <c>141-312</c>.</summary>
    public static string Format(IEnumerable<TextSpan> spans) =>
        Format(spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}")));
}
