namespace Negotiations;

/// <summary>A party leaves, suspends or ends an agreement.</summary>
public sealed record AgreementLeft : Report
{
    /// <summary>The agreement by name, the same in every report of it.</summary>
    public required string? Agreement { get; init; }

    /// <summary>Whether it leaves, suspends or ends it.</summary>
    public required DepartureKind? Kind { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace
            ?
            [
                new(
                    $"agreement/{NameOrAct(Agreement)}/departure/{Behind}",
                    FactValue.WithStatus(EnumText.Format(Kind ?? DepartureKind.Left), ("agreement", Agreement))
                ),
            ]
            : [];
}

/// <summary>How a party parts with an agreement.</summary>
public enum DepartureKind
{
    /// <summary>It leaves; the others may stay.</summary>
    Left,

    /// <summary>It no longer keeps to it for a time.</summary>
    Suspended,

    /// <summary>It ends it.</summary>
    Ended,
}
