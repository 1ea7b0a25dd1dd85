namespace Negotiations.Formats;

/// <summary>A stretch of a text that lies in the same spans from its first code point to its last.</summary>
/// <typeparam name="T">What a span stands for.</typeparam>
/// <param name="Start">Position of the first code point.</param>
/// <param name="Text">The stretch.</param>
/// <param name="Marks">What the spans stand for that it lies in, in the order of their beginnings; empty outside of all
/// spans.</param>
public sealed record MarkedText<T>(int Start, string Text, IReadOnlyList<T> Marks)
{
    /// <summary>
    /// Cuts a text at the ends of spans, which may overlap; joined again, the stretches are the text.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">The spans; those that do not match the text are left out.</param>
    public static IReadOnlyList<MarkedText<T>> Split(NormalisedText text, IEnumerable<(TextSpan Span, T Mark)> spans)
    {
        var matching = spans.Where(marked => text.Matches(marked.Span)).OrderBy(marked => marked.Span.Start).ToList();
        int[] cuts =
        [
            .. matching
                .SelectMany(marked => new[] { marked.Span.Start, marked.Span.End })
                .Append(0)
                .Append(text.Length)
                .Distinct()
                .Order(),
        ];
        var stretches = new List<MarkedText<T>>();
        var (next, open) = (0, new List<(TextSpan Span, T Mark)>());
        foreach (var (start, end) in cuts.Zip(cuts.Skip(1)))
        {
            open.RemoveAll(marked => marked.Span.End <= start);
            for (; next < matching.Count && matching[next].Span.Start == start; next++)
                open.Add(matching[next]);
            stretches.Add(new(start, text.Slice(start, end), [.. open.Select(marked => marked.Mark)]));
        }

        return stretches;
    }
}
