namespace Negotiations;

/// <summary>Where a report comes from that a program proposed, and who let it stand.</summary>
/// <remarks>It is no part of what the article says: no fact follows from it, and it is never corrected.</remarks>
public sealed record ReportProposal
{
    /// <summary>Who proposed it: a rule such as <c>rule talks-offered/2</c>, a model.</summary>
    public required string By { get; init; }

    /// <summary>Who accepted it; null where it was taken in without a review.</summary>
    public string? Reviewer { get; init; }

    /// <summary>Whether the reviewer changed something in it first.</summary>
    public bool Edited { get; init; }
}
