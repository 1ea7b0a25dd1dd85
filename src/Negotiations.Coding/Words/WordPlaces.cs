namespace Negotiations.Coding;

/// <summary>Finds where the evidence of a draft stands: words, or a position.</summary>
/// <param name="text">The text.</param>
public sealed class WordPlaces(NormalisedText text)
{
    private readonly WordFinder finder = new(text);

    /// <summary>The place, in code points; null where it cannot be found.</summary>
    /// <param name="evidence">The evidence as it is written.</param>
    public (int Start, int End)? Find(string evidence)
    {
        if (finder.Find(evidence).Span is { } span)
            return (span.Start, span.End);
        return
            evidence.Split(' ', 2)[0].Split('-') is [var start, var end]
            && int.TryParse(start, out var first)
            && int.TryParse(end, out var last)
            && first >= 0
            && first < last
            && last <= text.Length
            ? (first, last)
            : null;
    }
}
