namespace Negotiations;

/// <summary>A side accepts a proposal, whole or in part, perhaps on conditions.</summary>
public sealed record ProposalAccepted : Report
{
    /// <summary>The proposal by name, the same in every report of it.</summary>
    public required string? Proposal { get; init; }

    /// <summary>What of it is accepted, where it is not the whole.</summary>
    public IReadOnlyList<string>? Parts { get; init; }

    /// <summary>The conditions.</summary>
    public IReadOnlyList<string>? Conditions { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        AnswerFact.Accepted(
            this,
            $"proposal/{NameOrAct(Proposal)}/answer/{Behind}",
            onConditions: Conditions is { Count: > 0 },
            ("proposal", Proposal),
            ("parts", Parts),
            ("conditions", Conditions)
        );
}
