namespace Negotiations;

/// <summary>A time is set by which something must happen; or that time is moved, lifted or passes.</summary>
public sealed record DeadlineSet : Report
{
    /// <summary>By when.</summary>
    public required Edtf? Deadline { get; init; }

    /// <summary>What must happen by then.</summary>
    public required string? For { get; init; }

    /// <summary>Whether it is set, extended, lifted or passed.</summary>
    public required DeadlineKind? Kind { get; init; }

    /// <summary>What follows when it passes.</summary>
    public string? Consequence { get; init; }

    /// <summary>What it is called, the same in every report of it.</summary>
    public string? Name { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        // A deadline is set by words, of a demand too; what became of it is told of.
        (Kind ?? DeadlineKind.Set) == DeadlineKind.Set
            ? Create(WasSaid)
            : Create(TookPlace);

    private IEnumerable<Assertion> Create(bool isSo) =>
        isSo
            ?
            [
                new(
                    $"deadline/{NameOrAct(Name)}",
                    FactValue.WithStatus(
                        EnumText.Format(Kind ?? DeadlineKind.Set),
                        ("by", Who),
                        ("deadline", Deadline),
                        ("for", For),
                        ("consequence", Consequence)
                    )
                ),
            ]
            : [];
}

/// <summary>What becomes of a deadline.</summary>
public enum DeadlineKind
{
    /// <summary>It is set.</summary>
    Set,

    /// <summary>It is moved to a later time.</summary>
    Extended,

    /// <summary>It no longer holds.</summary>
    Lifted,

    /// <summary>The time came, and what was to happen had not.</summary>
    Passed,
}
