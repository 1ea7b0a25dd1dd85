namespace Negotiations.Coding;

/// <summary>
/// Coded files that cannot be taken in. Its message, which may come into a log, says where; nothing of what the files
/// say.
/// </summary>
/// <param name="errors">What is wrong, at least one thing.</param>
public sealed class CodingException(IReadOnlyList<CodingError> errors)
    : WrongInputException($"what was coded is wrong: {Places(errors)}")
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<CodingError> Errors { get; } = errors;

    /// <summary>The files before, from which a replay had taken something in already; it stays.</summary>
    public IReadOnlyList<ReplayStep> TakenIn { get; init; } = [];

    private static string Places(IReadOnlyList<CodingError> errors) =>
        string.Join(
            ", ",
            errors.Select(error =>
                $"{(error.File.Length > 0 ? error.File : "what was written")}{(error.Line > 0 ? $":{error.Line}" : "")}"
            )
        );
}
