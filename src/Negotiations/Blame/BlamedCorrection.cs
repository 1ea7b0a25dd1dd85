namespace Negotiations;

/// <summary>A correction that touched a report.</summary>
/// <param name="Recorded">The correction.</param>
/// <param name="InForce">Whether it counts for the question; else it is undone.</param>
/// <param name="Fields">The fields that it changes, each as it was and as it is.</param>
public sealed record BlamedCorrection(RecordedCorrection Recorded, bool InForce, IReadOnlyList<ChangedField> Fields);
