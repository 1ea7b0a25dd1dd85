namespace Negotiations;

/// <summary>Sanctions or equivalent pressure are threatened, called for or predicted.</summary>
public sealed record SanctionsThreatened : Report
{
    /// <summary>Who would impose them.</summary>
    public required IReadOnlyList<Name>? Sanctioners { get; init; }

    /// <summary>What would bring them about.</summary>
    public required string? Trigger { get; init; }

    /// <summary>Which measures.</summary>
    public required string? Measures { get; init; }

    /// <summary>What they are called, the same in every report of them.</summary>
    public string? Sanctions { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        // Without a name it keeps the key that it had before sanctions could have one.
        string.IsNullOrEmpty(Sanctions)
            ?
            [
                CreateActFact(
                    "threat/sanctions",
                    "threatened",
                    ("sanctioners", Sanctioners),
                    ("against", Target),
                    ("trigger", Trigger),
                    ("measures", Measures)
                ),
            ]
            : SanctionsFact.Create(this, "threatened", Sanctions, Sanctioners, Target, Measures, Trigger);
}
