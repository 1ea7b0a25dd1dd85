namespace Negotiations;

/// <summary>What kind of thing is made a condition.</summary>
public enum ConditionKind
{
    /// <summary>A ceasefire.</summary>
    Ceasefire,

    /// <summary>An end of attacks.</summary>
    EndOfAttacks,

    /// <summary>Relief from sanctions.</summary>
    SanctionsRelief,

    /// <summary>That a counterpart is present.</summary>
    CounterpartPresence,

    /// <summary>Anything else.</summary>
    Other,
}
