namespace Negotiations;

/// <summary>In what form something is agreed or proposed.</summary>
public enum Medium
{
    /// <summary>In words.</summary>
    Oral,

    /// <summary>In writing.</summary>
    Written,
}
