namespace Negotiations;

/// <summary>How far a check of the hash chain has come.</summary>
/// <param name="Checked">Number of positions checked.</param>
/// <param name="Total">Number of positions that the record had when the check began.</param>
/// <param name="Erased">Number of erased events among those checked: their place was compared, what they said cannot
/// be.</param>
public sealed record ChainProgress(long Checked, long Total, long Erased);
