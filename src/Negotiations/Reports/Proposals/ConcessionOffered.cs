namespace Negotiations;

/// <summary>A side offers to give way, with or without something in return.</summary>
public sealed record ConcessionOffered : Report
{
    /// <summary>In what it would give way.</summary>
    public required string? Concession { get; init; }

    /// <summary>What it wants in return.</summary>
    public string? InReturn { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        WasSaid
            ?
            [
                CreateActFact(
                    "concession",
                    "offered",
                    ("concession", Concession),
                    ("inReturn", InReturn),
                    ("issue", Issue)
                ),
            ]
            : [];
}
