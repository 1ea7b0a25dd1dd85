namespace Negotiations;

/// <summary>A span that does not fit its text.</summary>
/// <param name="Where">The field of the report: <c>evidence[0]</c>, <c>chain[1]</c>.</param>
/// <param name="Span">The span.</param>
/// <param name="Problem">What differs.</param>
/// <param name="Text">The text.</param>
public sealed record SpanFault(string Where, TextSpan Span, string Problem, NormalisedText Text)
{
    /// <summary>
    /// Length in code points from which on words that stand at one place only are likely to be the same: shorter ones
    /// do so by chance.
    /// </summary>
    public const int ShortestSuggestion = 8;

    /// <summary>
    /// The one place where exactly these words now stand; null where there is none, or more than one, or where they are
    /// too few to tell (<see cref="ShortestSuggestion"/>). Nothing is attached to it.
    /// </summary>
    /// <remarks>Sought when it is asked for: every stretch of the length of the span is hashed.</remarks>
    public TextSpan? Suggestion =>
        Span.End - Span.Start < ShortestSuggestion ? null
        : Text.FindPlaces(Span).Take(2).ToList() is [var only]
            ? Span with
            {
                Start = only,
                End = only + Span.End - Span.Start,
            }
        : null;

    /// <summary>Whether a correction has replaced the span since, so that it bears on no answer of today.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>The fault in words.</summary>
    public string Describe()
    {
        var suggestion = Suggestion is { } now
            ? $" (suggestion: the exact words now stand at {now.Start}–{now.End}; not attached)"
            : "";
        var replaced = IsReplaced ? ", as first recorded; corrected since" : "";
        return $"{Where} at {Span.Start}–{Span.End}{replaced}: {Problem}{suggestion}";
    }
}
