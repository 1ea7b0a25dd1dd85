namespace Negotiations;

/// <summary>What a link in a chain of attribution is.</summary>
public enum LinkKind
{
    /// <summary>A person with a name.</summary>
    Person,

    /// <summary>An institution with a name.</summary>
    Institution,

    /// <summary>A source that is not named; without even a description it is "reportedly".</summary>
    Unnamed,

    /// <summary>A news agency.</summary>
    Agency,

    /// <summary>The outlet that reported it.</summary>
    Outlet,

    /// <summary>An outlet that carries another outlet's text.</summary>
    Republisher,
}
