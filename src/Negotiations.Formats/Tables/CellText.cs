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
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>A day, <c>2025-05-14</c>.</summary>
    public static string? Of(LocalDate? day) => day is { } value ? LocalDatePattern.Iso.Format(value) : null;

    /// <summary>A time with its offset, in the zone of the talks.</summary>
    public static string Of(Instant time, DateTimeZone zone) => Bound.Format(time, zone);

    /// <summary>A date in EDTF; null where nothing is known.</summary>
    public static string? Of(Edtf? date) => date is null || date.Precision == DatePrecision.Unknown ? null : date.Text;

    /// <summary>A list.</summary>
    public static string Of(IEnumerable<string> items) => string.Join(Between, items);

    /// <summary>The identifiers of names.</summary>
    public static string Of(IEnumerable<Name>? names) => Of((names ?? []).Select(name => name.Id));

    /// <summary>A list of events.</summary>
    public static string Of(IEnumerable<Guid> events) => Of(events.Select(id => id.ToString("D")));

    /// <summary>A chain of attribution, from the origin to the outlet.</summary>
    public static string Of(IEnumerable<ChainLink> chain) =>
        string.Join(" > ", chain.Select(link => link.Kind == LinkKind.Unnamed ? $"unnamed: {link.Name?.Written ?? "reportedly"}" : link.Name?.Written ?? ""));

    /// <summary>Stretches of a text in code points, such as <c>141-312</c>.</summary>
    public static string Of(IEnumerable<TextSpan> spans) => Of(spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}")));
}
