namespace Negotiations.Coding;

/// <summary>What is said of a span whose hash is not that of the words at its place.</summary>
internal static class SpanMismatch
{
    private const int MostPlaces = 3;

    // The hash of every stretch of a text is soon computed where the stretch is short, or the text.
    private const long MostHashed = 200_000_000;

    public static string Tell(NormalisedText text, TextSpan span)
    {
        if (span.ProblemIn(text.Length) is { } problem)
            return problem;
        var there =
            $"the hash of the span from {span.Start} to {span.End} does not match the text, where "
            + $"{Excerpt.Quote(text.Slice(span.Start, span.End))} stands";
        if ((long)(span.End - span.Start) * text.Length > MostHashed)
            return there;
        var places = text.FindPlaces(span).Take(MostPlaces + 1).ToList();
        if (places.Count == 0)
            return $"{there}; no words of this length have the hash: they were changed, "
                + "or the position is one of another text";
        var length = span.End - span.Start;
        return $"{there}; the words with this hash stand at "
            + string.Join("; or at ", places.Take(MostPlaces).Select(at => Excerpt.Show(text, at, at + length)))
            + (places.Count > MostPlaces ? "; …" : "");
    }
}
