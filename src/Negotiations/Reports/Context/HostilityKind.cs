namespace Negotiations;

/// <summary>What kind of hostilities.</summary>
public enum HostilityKind
{
    /// <summary>An attack with missiles.</summary>
    MissileAttack,

    /// <summary>Attacks.</summary>
    Attacks,

    /// <summary>An advance.</summary>
    Advance,

    /// <summary>Preparation of an offensive.</summary>
    OffensivePreparation,
}
