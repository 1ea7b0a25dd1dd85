namespace Negotiations;

/// <summary>A stretch of the normalised text of an article version.</summary>
/// <remarks>
/// The TextPositionSelector of the W3C Web Annotation Data Model (section 4.2.5), with a hash so that the span can be
/// checked by whoever holds the text.
/// </remarks>
/// <param name="Start">Position of the first code point, counted from 0.</param>
/// <param name="End">Position after the last code point.</param>
/// <param name="Sha256">SHA-256 of the UTF-8 bytes of exactly these code points, in lower-case hexadecimal.</param>
public sealed record TextSpan(int Start, int End, string Sha256)
{
    /// <summary>Why this is no span of a text; null where it is one.</summary>
    /// <param name="textLength">Length of the text in code points.</param>
    public string? ProblemIn(int textLength) =>
        Start < 0 || End <= Start ? $"the span from {Start} to {End} is empty or runs backwards"
        : End > textLength ? $"the span ends at {End}, outside the text of {textLength} code points"
        : null;
}
