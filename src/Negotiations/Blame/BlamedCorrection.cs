namespace Negotiations;

/// <summary>A correction that touched a report.</summary>
/// <param name="Recorded">The correction.</param>
/// <param name="InForce">Whether it counts for the question; else it is undone.</param>
public sealed record BlamedCorrection(RecordedCorrection Recorded, bool InForce);
