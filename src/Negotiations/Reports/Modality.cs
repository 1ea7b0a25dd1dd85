namespace Negotiations;

/// <summary>What a source commits itself to.</summary>
public enum Modality
{
    /// <summary>The outlet states it, or a named speaker says it on the record.</summary>
    Asserted,

    /// <summary>Unnamed or second-hand.</summary>
    Reported,

    /// <summary>Explicitly denied.</summary>
    Denied,

    /// <summary>A future act announced by the person or their side.</summary>
    Planned,

    /// <summary>May happen.</summary>
    Possible,

    /// <summary>If a condition is met.</summary>
    Conditional,

    /// <summary>A forecast.</summary>
    Expected,

    /// <summary>Required of someone else.</summary>
    Demanded,
}
