using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Negotiations.Formats;

/// <summary>A value of an attribute in PROV-JSON.</summary>
/// <param name="Text">The value as text.</param>
/// <param name="Type">Its datatype; null for plain text, and for the identifiers and times of PROV's own
/// attributes.</param>
public sealed record ProvValue(string Text, string? Type = null)
{
    /// <summary>Plain text; null for none.</summary>
    public static ProvValue? From(string? text) => text is null ? null : new(text);

    /// <summary>Grades by the Admiralty code, each with who gave it; null for none.</summary>
    public static ProvValue? From(IReadOnlyList<Grade>? grades) =>
        grades is { Count: > 0 } ? new(CellText.Format(grades.Select(grade => $"{grade.Code} by {grade.By}"))) : null;

    /// <summary>A whole number.</summary>
    public static ProvValue From(long number) => new(CellText.Format(number), "xsd:long");

    /// <summary>A truth value.</summary>
    public static ProvValue From(bool value) => new(CellText.Format(value), "xsd:boolean");

    /// <summary>A time, in UTC.</summary>
    public static ProvValue From(Instant time) => new(InstantPattern.ExtendedIso.Format(time));

    /// <summary>A qualified name as a value, such as a type.</summary>
    public static ProvValue Name(string name) => new(name, "prov:QUALIFIED_NAME");

    /// <summary>Writes the value.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        if (Type is null)
        {
            writer.WriteStringValue(Text);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("$", Text);
        writer.WriteString("type", Type);
        writer.WriteEndObject();
    }
}
