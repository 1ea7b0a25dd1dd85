namespace Negotiations.Coding;

/// <summary>What the offsets of a tool count.</summary>
public enum OffsetUnit
{
    /// <summary>UTF-16 code units: Java, JavaScript.</summary>
    Utf16,

    /// <summary>Unicode code points: Python.</summary>
    CodePoints,
}
