namespace Negotiations;

/// <summary>An actor states what it wants, is ready for, expects or hopes, and no more specific type fits.</summary>
public sealed record PositionStated : Report
{
    /// <summary>On what.</summary>
    public required string? Topic { get; init; }

    /// <summary>The position.</summary>
    public required string? Position { get; init; }

    /// <summary>Where the actor stands.</summary>
    [Words("supports", "opposes", "conditional", "open", "undecided")]
    public string? Stance { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied()
    {
        (string, object?)[] details =
        [
            ("status", "stated"),
            ("by", Who),
            ("topic", Topic),
            ("position", Position),
            ("stance", Stance),
        ];
        return Issue is null
            ? [new($"position/{Behind}/{Act}", FactValue.InWords("stated", details))]
            // A line on an issue is the same line as long as the stance is the same.
            :
            [
                new(
                    $"position/{Behind}/{Issue.Id}",
                    FactValue.InWords(string.IsNullOrEmpty(Stance) ? "stated" : Stance, details)
                ),
            ];
    }
}
