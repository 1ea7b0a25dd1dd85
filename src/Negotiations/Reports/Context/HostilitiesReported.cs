namespace Negotiations;

/// <summary>Attack, casualties or preparation of an offensive, reported in connection with the talks.</summary>
public sealed record HostilitiesReported : Report
{
    /// <summary>What happened.</summary>
    [Words(
        "missileAttack",
        "droneAttack",
        "airStrike",
        "shelling",
        "attacks",
        "advance",
        "offensivePreparation",
        "casualties",
        IsOpen = true
    )]
    public required string? Kind { get; init; }

    /// <summary>How many were killed.</summary>
    public int? Killed { get; init; }

    /// <summary>How many were injured.</summary>
    public int? Injured { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [
            CreateActFact(
                "hostilities",
                "reported",
                ("kind", Kind),
                ("killed", Killed),
                ("injured", Injured),
                ("place", Place)
            ) with
            {
                TookPlace = TookPlace,
            },
        ];
}
