namespace Negotiations;

/// <summary>What became of a report in the later versions of its article.</summary>
public enum CarriedStatus
{
    /// <summary>The last version carries it, or there is no later one.</summary>
    Carried,

    /// <summary>A later version came out, and nobody compared the report with it.</summary>
    NotCompared,

    /// <summary>A later version no longer carries it.</summary>
    Dropped,

    /// <summary>A report of a later version stands in its place.</summary>
    Replaced,
}
