namespace Negotiations;

/// <summary>Whether the text of an article version is there to check reports against.</summary>
public enum TextStatus
{
    /// <summary>It is held, with the hash of the version.</summary>
    Held,

    /// <summary>
    /// A text of the version's name is held, but it is neither this nor any other version's, or is no text.
    /// </summary>
    Differs,

    /// <summary>It is not held: nothing can be said.</summary>
    NotHeld,
}
