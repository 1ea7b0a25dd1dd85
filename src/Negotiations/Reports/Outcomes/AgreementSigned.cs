namespace Negotiations;

/// <summary>An agreement is signed.</summary>
public sealed record AgreementSigned : Report
{
    /// <summary>The agreement by name, the same in every report of it.</summary>
    public required string? Agreement { get; init; }

    /// <summary>Who signs.</summary>
    public required IReadOnlyList<Name>? By { get; init; }

    /// <summary>Where.</summary>
    public string? At { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace ? AgreementFacts.CreateStatus(this, Agreement, "signed", By, At) : [];
}
