namespace Negotiations;

/// <summary>
/// A party rejects or belittles a concrete proposal or set of terms other than a bare call for a ceasefire.
/// </summary>
public sealed record ProposalDismissed : Report
{
    /// <summary>The proposal.</summary>
    public required string? Proposal { get; init; }

    /// <summary>What it is called.</summary>
    public required string? Characterisation { get; init; }

    /// <summary>Whose proposal it is.</summary>
    public Name? Proposer { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [
            CreateActFact(
                "dismissal",
                "dismissed",
                ("proposal", Proposal),
                ("proposer", Proposer),
                ("characterisation", Characterisation),
                ("reason", Reason)
            ),
        ];
}
