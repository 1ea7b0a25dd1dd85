namespace Negotiations;

/// <summary>What a named entity of a negotiation is.</summary>
public enum EntityKind
{
    /// <summary>A party to the negotiation, or another side.</summary>
    Party,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An institution.</summary>
    Institution,

    /// <summary>A group without an office of its own.</summary>
    Group,

    /// <summary>An outlet.</summary>
    Outlet,

    /// <summary>A news agency.</summary>
    Agency,
}
