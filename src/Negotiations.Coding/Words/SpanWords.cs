using System.Globalization;

namespace Negotiations.Coding;

/// <summary>Says a place in a text so that a coded file finds it again: by its words where that is possible.</summary>
/// <param name="text">The text.</param>
public sealed class SpanWords(NormalisedText text)
{
    // Whoever needs more words than this for a place sees more in its position.
    private const int MostPlaces = 50;

    private readonly WordFinder finder = new(text);

    /// <summary>The same for words that are looked for in some places first: a name in the evidence.</summary>
    /// <param name="start">Position of the first code point, counted from 0.</param>
    /// <param name="end">Position after the last code point.</param>
    /// <param name="near">The places.</param>
    public string Write(int start, int end, IEnumerable<(int Start, int End)> near)
    {
        var words = FoldedText.Fold(text.Slice(start, end));
        var found = finder.FindNear(words, near.Select(place => new TextSpan(place.Start, place.End, ""))).Span;
        return found is { } span && span.Start == start && span.End == end ? words : Write(start, end);
    }

    /// <summary>The words, with their number where they stand in several places; else the position.</summary>
    /// <param name="start">Position of the first code point, counted from 0.</param>
    /// <param name="end">Position after the last code point.</param>
    public string Write(int start, int end)
    {
        var words = FoldedText.Fold(text.Slice(start, end));
        var number = finder.FindPlaces(words).IndexOf((start, end)) + 1;
        // Words that look like a position would be read as one.
        if (number == 1 && IsPlace(words) && !LooksLikePosition(words))
            return words;
        var numbered = string.Create(CultureInfo.InvariantCulture, $"{words} #{number}");
        return number is > 0 and <= MostPlaces && IsPlace(numbered) && !LooksLikePosition(words)
            ? numbered
            : string.Create(CultureInfo.InvariantCulture, $"{start}-{end}");

        static bool LooksLikePosition(string written) =>
            written.Split(' ')[0].Split('-') is [var first, var last]
            && first.All(char.IsAsciiDigit)
            && last.All(char.IsAsciiDigit);

        bool IsPlace(string written) => finder.Find(written).Span is { } span && span.Start == start && span.End == end;
    }
}
