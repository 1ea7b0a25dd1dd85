using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Negotiations.Coding;

/// <summary>Writes places of a text into a draft: by their words where the text is in a file, else as
/// positions.</summary>
/// <param name="text">The text; null where only positions with hashes are known.</param>
/// <param name="byWords">Whether whoever reads the draft has the text.</param>
internal sealed partial class PlaceWriter(NormalisedText? text, bool byWords)
{
    private readonly SpanWords? words = text is not null && byWords ? new(text) : null;

    /// <summary>Several places: one alone, or a list; null where there is none.</summary>
    public JsonNode? WriteAll(IReadOnlyList<(int Start, int End)> spans) =>
        OneOrSeveral([.. spans.Select(span => Write(span))]);

    /// <summary>Positions with hashes.</summary>
    public static JsonNode? WriteGiven(IReadOnlyList<TextSpan> spans) => OneOrSeveral([.. spans.Select(Format)]);

    /// <summary>Adds the place of a link.</summary>
    /// <param name="link">The link.</param>
    /// <param name="span">The place.</param>
    /// <param name="evidence">The places of the report, in which words are looked for first.</param>
    public void AddTo(JsonObject link, (int Start, int End) span, IReadOnlyList<(int Start, int End)> evidence)
    {
        if (words?.Write(span.Start, span.End, evidence) is { } written && !Position().IsMatch(written))
            link["words"] = written;
        else
            link["at"] = Format(text!.Span(span.Start, span.End));
    }

    /// <summary>The words of places, in one line; empty where there is none.</summary>
    public string Quote(IReadOnlyList<(int Start, int End)> spans) =>
        text is null ? "" : FoldedText.Fold(string.Join(' ', spans.Select(span => text.Slice(span.Start, span.End))));

    private string Write((int Start, int End) span) =>
        words?.Write(span.Start, span.End) is { } written && !Position().IsMatch(written)
            ? written
            : Format(text!.Span(span.Start, span.End));

    private static string Format(TextSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End} {span.Sha256}");

    private static JsonNode? OneOrSeveral(IReadOnlyList<string> places) =>
        places switch
        {
            [] => null,
            [var only] => only,
            _ => new JsonArray([.. places.Select(place => (JsonNode)place)]),
        };

    // Words that look like a position are read as one.
    [GeneratedRegex("^[0-9]+-[0-9]+")]
    private static partial Regex Position();
}
