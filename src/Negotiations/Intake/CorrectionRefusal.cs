namespace Negotiations;

/// <summary>Why a correction is not taken in.</summary>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="Winner">Where two people corrected the same thing from the same state: the correction that came first.</param>
public sealed record CorrectionRefusal(string Message, RecordedCorrection? Winner = null);
