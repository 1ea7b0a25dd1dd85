namespace Negotiations;

/// <summary>A correction no longer counts: the coder takes it back, or the publisher withdraws its notice.</summary>
/// <param name="Head">Of what, by whom, why.</param>
public sealed record CorrectionUndone(CorrectionHead Head) : Correction(Head);
