namespace Negotiations;

/// <summary>Military or other force is threatened; retaliation too.</summary>
public sealed record ForceThreatened : Report
{
    /// <summary>Against whom.</summary>
    public required IReadOnlyList<Name>? Against { get; init; }

    /// <summary>What would bring it about.</summary>
    public required string? Trigger { get; init; }

    /// <summary>What kind of force.</summary>
    [Words("strike", "invasion", "blockade", "retaliation", IsOpen = true)]
    public required string? Kind { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        // Force that others call for or foresee is no threat of the actor's.
        Modality is Modality.Demanded or Modality.Expected
            ? []
            :
            [
                CreateActFact(
                    "force-threat",
                    "threatened",
                    ("against", OrTarget(Against)),
                    ("trigger", Trigger),
                    ("kind", Kind)
                ),
            ];
}
