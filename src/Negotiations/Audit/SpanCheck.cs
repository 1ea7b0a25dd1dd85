namespace Negotiations;

/// <summary>Checks spans against a text.</summary>
internal static class SpanCheck
{
    /// <summary>What does not fit; a span is never attached elsewhere, however alike the words are.</summary>
    public static IEnumerable<SpanFault> FindFaults(NormalisedText text, IEnumerable<PlacedSpan> spans) =>
        from placed in spans
        let problem = FindProblem(text, placed.Span)
        where problem is not null
        select new SpanFault(placed.Where, placed.Span, problem, text) { IsReplaced = placed.IsReplaced };

    private static string? FindProblem(NormalisedText text, TextSpan span) =>
        text.Matches(span) ? null : span.ProblemIn(text.Length) ?? "other words stand there";
}
