namespace Negotiations;

/// <summary>An actor states what it wants, is ready for, expects or hopes, and no more specific type fits.</summary>
public sealed record PositionStated : Report
{
    /// <summary>On what.</summary>
    public required string? Topic { get; init; }

    /// <summary>The position.</summary>
    public required string? Position { get; init; }

    /// <summary>The position in one word.</summary>
    public string? Stance { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [CreateActFact($"position/{By}", "stated", ("topic", Topic), ("position", Position), ("stance", Stance))];
}
