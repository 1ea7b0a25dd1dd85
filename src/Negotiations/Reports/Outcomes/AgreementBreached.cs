namespace Negotiations;

/// <summary>An actor says that somebody broke an agreement, or an authority finds so; the act is the accusation or the
/// finding.</summary>
public sealed record AgreementBreached : Report
{
    /// <summary>The agreement by name, the same in every report of it.</summary>
    public required string? Agreement { get; init; }

    /// <summary>Who is said to have broken it.</summary>
    public required IReadOnlyList<Name>? By { get; init; }

    /// <summary>By what.</summary>
    public required string? Breach { get; init; }

    /// <summary>Whether it is alleged, or found by an authority.</summary>
    public BreachKind? Kind { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace
            ?
            [
                new(
                    $"agreement/{NameOrAct(Agreement)}/breach/{Behind}",
                    FactValue.WithStatus(
                        EnumText.Format(Kind ?? BreachKind.Alleged),
                        ("by", OrTarget(By)),
                        ("breach", Breach)
                    )
                ),
            ]
            : [];
}

/// <summary>On what a breach rests.</summary>
public enum BreachKind
{
    /// <summary>Somebody accuses.</summary>
    Alleged,

    /// <summary>An authority that inspects or judges finds so.</summary>
    Found,
}
