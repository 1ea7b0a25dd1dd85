namespace Negotiations.Marten;

/// <summary>What is to be taken in says otherwise than the store; nothing was taken in.</summary>
/// <param name="differences">Where; at least one place.</param>
public sealed class RefusedIntakeException(IReadOnlyList<Difference> differences)
    : Exception($"it says otherwise than the store; nothing was taken in: {string.Join("; ", differences)}")
{
    /// <summary>Where it says otherwise.</summary>
    public IReadOnlyList<Difference> Differences { get; } = differences;
}
