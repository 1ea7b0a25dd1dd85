namespace Negotiations.Coding;

/// <summary>Coded files that cannot be taken in.</summary>
/// <param name="errors">What is wrong, at least one thing.</param>
public sealed class CodingException(IReadOnlyList<CodingError> errors) : Exception(string.Join('\n', errors))
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<CodingError> Errors { get; } = errors;

    /// <summary>The files before, from which a replay had taken something in already; it stays.</summary>
    public IReadOnlyList<ReplayStep> TakenIn { get; init; } = [];
}
