namespace Negotiations;

/// <summary>What one check of the record itself, beyond what it says, came to.</summary>
/// <param name="Name">Name of the check: <c>chain</c>, <c>checkpoint</c>, <c>facts</c>,
/// <c>protection</c>, <c>events</c>.</param>
/// <param name="Status">What it came to.</param>
/// <param name="Words">The same in words.</param>
public sealed record RecordCheck(string Name, RecordStatus Status, string Words)
{
    /// <summary>What does not fit, in the order of positions.</summary>
    public IReadOnlyList<ChainFault> Faults { get; init; } = [];

    /// <summary>
    /// For a checkpoint that the record contradicts, the position up to which it still proves the record; 0 where it
    /// proves nothing of it.
    /// </summary>
    public long ProvenTo { get; init; }
}

/// <summary>What a check of the record came to.</summary>
public enum RecordStatus
{
    /// <summary>It was made and found nothing.</summary>
    Passed,

    /// <summary>It found something: a matter of integrity.</summary>
    Failed,

    /// <summary>It was not made.</summary>
    NotChecked,

    /// <summary>Worth knowing, but not a finding.</summary>
    Noted,
}
