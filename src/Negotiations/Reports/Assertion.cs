namespace Negotiations;

/// <summary>A value of a fact that a report asserts.</summary>
/// <param name="Subject">Key of the fact without its round: lower-case segments joined by slashes.</param>
/// <param name="Value">The value.</param>
/// <param name="Precedence">Which other values it can displace.</param>
public sealed record Assertion(string Subject, FactValue Value, Precedence Precedence = Precedence.Ordinary)
{
    /// <summary>Whether it is what somebody did, where others say what somebody would do.</summary>
    public bool TookPlace { get; init; }
}
