namespace Negotiations;

/// <summary>A correction that is not taken in.</summary>
/// <param name="Correction">The correction.</param>
/// <param name="Refusal">Why.</param>
public sealed record RefusedCorrection(Correction Correction, CorrectionRefusal Refusal);
