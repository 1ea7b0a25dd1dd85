namespace Negotiations.Server;

/// <summary>
/// What is to be taken in says otherwise than the store; nothing was taken in. Its message, which may come into a log,
/// says
/// where; nothing of what either says.
/// </summary>
/// <param name="differences">Where; at least one place.</param>
public sealed class RefusedIntakeException(IReadOnlyList<CodingDifference> differences)
    : Exception(
        $"it says otherwise than the store; nothing was taken in: {string.Join("; ", differences.Select(difference => difference.Field is null ? difference.Where : $"{difference.Where}: {difference.Field}"))}"
    )
{
    /// <summary>Where it says otherwise.</summary>
    public IReadOnlyList<CodingDifference> Differences { get; } = differences;
}
