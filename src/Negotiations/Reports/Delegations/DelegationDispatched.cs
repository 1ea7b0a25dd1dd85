using System.Text.Json;

namespace Negotiations;

/// <summary>A side decides to send, or sends, a delegation.</summary>
public sealed record DelegationDispatched : Report
{
    /// <summary>Whose delegation it is.</summary>
    public required Name? DelegationSide { get; init; }

    /// <summary>Where to.</summary>
    public required string? Destination { get; init; }

    /// <summary>The office of its head.</summary>
    public string? HeadRole { get; init; }

    /// <summary>At what level.</summary>
    public string? Level { get; init; }

    /// <summary>What it is for.</summary>
    public string? Purpose { get; init; }

    /// <summary>Where from.</summary>
    public string? Origin { get; init; }

    /// <summary>Who sends it.</summary>
    public Name? SentBy { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        DelegationSide is null
            ? []
            :
            [
                new(
                    $"delegation/{DelegationSide.Id}/dispatch",
                    FactValue.WithStatus(
                        Modality == Modality.Asserted
                            ? "dispatched"
                            : JsonNamingPolicy.CamelCase.ConvertName(Modality.ToString()),
                        ("destination", Destination),
                        ("headRole", HeadRole),
                        ("level", Level),
                        ("purpose", Purpose),
                        ("origin", Origin),
                        ("sentBy", SentBy)
                    )
                ),
            ];
}
