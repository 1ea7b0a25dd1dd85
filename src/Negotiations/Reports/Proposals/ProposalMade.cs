namespace Negotiations;

/// <summary>A side or a mediator hands over or announces a concrete proposal or set of terms, one way.</summary>
public sealed record ProposalMade : Report
{
    /// <summary>The proposal by name, the same in every report of it.</summary>
    public required string? Proposal { get; init; }

    /// <summary>Its terms.</summary>
    public required IReadOnlyList<string>? Terms { get; init; }

    /// <summary>To whom it is made.</summary>
    public IReadOnlyList<Name>? Addressees { get; init; }

    /// <summary>Whether it is made in words or in writing.</summary>
    public Medium? Form { get; init; }

    /// <summary>Whether a mediator makes it to bring the sides together.</summary>
    public bool? Bridging { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        WasSaid
            ?
            [
                new(
                    $"proposal/{NameOrAct(Proposal)}/made",
                    FactValue.WithStatus(
                        "made",
                        ("by", Who),
                        ("proposal", Proposal),
                        ("addressee", OrTarget(Addressees)),
                        ("terms", Terms),
                        ("form", Form),
                        ("bridging", Bridging),
                        ("issue", Issue)
                    )
                ),
            ]
            : [];
}
