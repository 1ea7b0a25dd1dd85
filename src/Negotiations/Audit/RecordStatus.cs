namespace Negotiations;

/// <summary>What a check of the record came to.</summary>
public enum RecordStatus
{
    /// <summary>It was made and found nothing.</summary>
    Passed,

    /// <summary>It found something: a matter of integrity.</summary>
    Failed,

    /// <summary>It was not made.</summary>
    NotChecked,

    /// <summary>There is something to know, which is no finding.</summary>
    Noted,
}
