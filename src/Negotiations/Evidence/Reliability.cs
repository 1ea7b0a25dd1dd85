namespace Negotiations;

/// <summary>How reliable a source is, by the Admiralty code (NATO AJP-2.1).</summary>
public enum Reliability
{
    /// <summary>Completely reliable.</summary>
    A,

    /// <summary>Usually reliable.</summary>
    B,

    /// <summary>Fairly reliable.</summary>
    C,

    /// <summary>Not usually reliable.</summary>
    D,

    /// <summary>Unreliable.</summary>
    E,

    /// <summary>Its reliability cannot be judged.</summary>
    F,
}
