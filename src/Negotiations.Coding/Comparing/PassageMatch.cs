namespace Negotiations.Coding;

/// <summary>What became of a passage of an old text in a new one.</summary>
internal abstract record PassageMatch
{
    /// <summary>It stands there exactly.</summary>
    /// <param name="Span">Where.</param>
    public sealed record Stands(TextSpan Span) : PassageMatch;

    /// <summary>Something else stands in its place.</summary>
    /// <param name="Start">Where that begins.</param>
    /// <param name="End">Where that ends.</param>
    public sealed record Changed(int Start, int End) : PassageMatch;

    /// <summary>It is gone, and nothing stands in its place.</summary>
    public sealed record Gone : PassageMatch;

    /// <summary>The texts do not tell.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Undecided(string Reason) : PassageMatch;
}
