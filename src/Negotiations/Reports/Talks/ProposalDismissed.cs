namespace Negotiations;

/// <summary>
/// A party rejects or belittles a concrete proposal or set of terms other than a bare call for a ceasefire.
/// </summary>
public sealed record ProposalDismissed : Report
{
    /// <summary>The proposal by name, the same in every report of it.</summary>
    public required string? Proposal { get; init; }

    /// <summary>What it is called.</summary>
    public required string? Characterisation { get; init; }

    /// <summary>Whose proposal it is.</summary>
    public Name? Proposer { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        string.IsNullOrEmpty(Proposal)
            ?
            [
                CreateActFact(
                    "dismissal",
                    "dismissed",
                    ("proposer", Proposer),
                    ("characterisation", Characterisation),
                    ("reason", Reason),
                    ("issue", Issue)
                ),
            ]
            : AnswerFact.Dismissed(
                this,
                $"proposal/{NameOrAct(Proposal)}/answer/{Behind}",
                ("proposal", Proposal),
                ("proposer", Proposer),
                ("characterisation", Characterisation),
                ("reason", Reason),
                ("issue", Issue)
            );
}
