namespace Negotiations;

/// <summary>The sides agree on something: a framework, a part, the whole, an agenda, a truce.</summary>
public sealed record AgreementReached : Report
{
    /// <summary>The agreement by name, the same in every report of it.</summary>
    public required string? Agreement { get; init; }

    /// <summary>What kind of agreement it is.</summary>
    public required AgreementKind? Kind { get; init; }

    /// <summary>Between whom.</summary>
    public required IReadOnlyList<Name>? Parties { get; init; }

    /// <summary>What is agreed.</summary>
    public required IReadOnlyList<string>? Terms { get; init; }

    /// <summary>Whether it is agreed in words or in writing.</summary>
    public Medium? Form { get; init; }

    /// <summary>For how long.</summary>
    public string? Duration { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace
            ?
            [
                .. AgreementFacts.CreateStatus(this, Agreement, "reached", by: null, at: null),
                .. AgreementFacts.CreateTerms(this),
            ]
            : [];
}

/// <summary>How much an agreement settles.</summary>
public enum AgreementKind
{
    /// <summary>The outline of one that is to follow.</summary>
    Framework,

    /// <summary>A part of what is negotiated.</summary>
    Partial,

    /// <summary>The whole.</summary>
    Final,

    /// <summary>What the talks are to be about, and how they are held.</summary>
    Agenda,

    /// <summary>A truce.</summary>
    Truce,

    /// <summary>Something else.</summary>
    Other,
}
