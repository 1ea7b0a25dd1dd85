namespace Negotiations;

/// <summary>It is unclear which negotiation is meant.</summary>
/// <param name="message">Why.</param>
/// <param name="candidates">The negotiations that it could be, or all that there are.</param>
public sealed class UnclearTalksException(string message, IReadOnlyList<NegotiationDefined> candidates)
    : NotFoundException(
        candidates.Count == 0
            ? message
            : $"{message}: {string.Join(", ", candidates.Select(talks => $"{talks.Negotiation} ({talks.Title})"))}"
    )
{
    /// <summary>The negotiations that it could be, or all that there are.</summary>
    public IReadOnlyList<NegotiationDefined> Candidates { get; } = candidates;
}
