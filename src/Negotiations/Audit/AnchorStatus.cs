namespace Negotiations;

/// <summary>Whether a report stands where it says.</summary>
public enum AnchorStatus
{
    /// <summary>The text has its hash, and every span has the words that it had.</summary>
    Anchored,

    /// <summary>The text or a span is not what it was; the report is attached to nothing else.</summary>
    Orphaned,

    /// <summary>The text is not held, or the file cannot be read as one: nothing was checked.</summary>
    NotHeld,
}
