using System.Text.Json;

namespace Negotiations;

/// <summary>A principal travels, is under way or is due somewhere; by itself this is not attendance at talks.</summary>
public sealed record TravelReported : Report
{
    /// <summary>Who travels.</summary>
    public required Name? Traveller { get; init; }

    /// <summary>Where to.</summary>
    public required string? Destination { get; init; }

    /// <summary>How far the journey is.</summary>
    public required TravelStatus? Status { get; init; }

    /// <summary>When.</summary>
    public Edtf? Date { get; init; }

    /// <summary>Where from.</summary>
    public string? Origin { get; init; }

    /// <summary>What it is for.</summary>
    public string? Purpose { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        Traveller is null
            ? []
            :
            [
                new(
                    $"travel/{Traveller.Id}",
                    FactValue.WithStatus(
                        Status is { } status ? JsonNamingPolicy.CamelCase.ConvertName(status.ToString()) : "reported",
                        ("destination", Destination),
                        ("date", Date),
                        ("origin", Origin),
                        ("purpose", Purpose)
                    )
                ),
            ];
}
