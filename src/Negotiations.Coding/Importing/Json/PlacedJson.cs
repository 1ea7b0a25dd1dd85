using System.Globalization;
using System.Text.Json;

namespace Negotiations.Coding;

/// <summary>A value of a JSON document, with where it stands.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">A text, or a number as it is written; else empty.</param>
/// <param name="Path">The way to it, such as <c>rows[2].uri</c>.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record PlacedJson(JsonValueKind Kind, string Text, string Path, FieldPlace Place)
{
    /// <summary>The values of an array.</summary>
    public IReadOnlyList<PlacedJson> Items { get; init; } = [];

    /// <summary>The members of an object, in their order.</summary>
    public IReadOnlyList<(string Name, PlacedJson Value)> Members { get; init; } = [];

    /// <summary>Whether it is a text.</summary>
    public bool IsText => Kind == JsonValueKind.String;

    /// <summary>A member; null where there is none, or it is null.</summary>
    public PlacedJson? Find(string name)
    {
        foreach (var member in Members)
        {
            if (member.Name == name)
                return member.Value.Kind == JsonValueKind.Null ? null : member.Value;
        }

        return null;
    }

    /// <summary>The text of a member; null where it is none.</summary>
    public string? FindText(string name) => Find(name) is { IsText: true, Text: var text } ? text : null;

    /// <summary>A text, number or flag as text; null for everything else.</summary>
    public string? AsScalar() =>
        Kind switch
        {
            JsonValueKind.String or JsonValueKind.Number => Text,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };

    /// <summary>A whole number; null where it is none, or is too large.</summary>
    public int? AsInteger() =>
        Kind == JsonValueKind.Number
        && int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The items of an array; of anything else itself.</summary>
    public IReadOnlyList<PlacedJson> AsList() => Kind == JsonValueKind.Array ? Items : [this];
}
