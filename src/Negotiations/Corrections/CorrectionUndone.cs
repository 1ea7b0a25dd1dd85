namespace Negotiations;

/// <summary>A correction no longer counts: the coder takes it back, or the publisher withdraws its notice.</summary>
public sealed record CorrectionUndone : Correction;
