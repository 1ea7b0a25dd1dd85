namespace Negotiations;

/// <summary>Why a correction is not taken in.</summary>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="Winner">Where two people corrected the same thing from the same state: the correction that came
/// first.</param>
/// <param name="Field">Where the corrected report would break a rule: the field of the report that would not
/// fit.</param>
public sealed record CorrectionRefusal(string Message, RecordedCorrection? Winner = null, string? Field = null)
{
    /// <summary>The end of the coder's chain, on which the correction can build; null where it cannot.</summary>
    public RecordedCorrection? BuildOn { get; init; }

    /// <summary>
    /// Where fields are to be given together: each with a value as it could be given, as JSON.
    /// </summary>
    public IReadOnlyList<(string Field, string Example)> Together { get; init; } = [];

    /// <summary>The retractions in force, which are to be undone before anything can build on the chain.</summary>
    public IReadOnlyList<RecordedCorrection> Retractions { get; init; } = [];
}
