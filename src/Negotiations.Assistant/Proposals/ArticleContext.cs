namespace Negotiations.Assistant;

/// <summary>What is known of an article besides its text.</summary>
public sealed record ArticleContext
{
    /// <summary>When it came out; null where nobody knows, and then no relative date is resolved.</summary>
    public Publication? Published { get; init; }

    /// <summary>The canonical name of the outlet; null where nobody knows.</summary>
    public string? Outlet { get; init; }

    /// <summary>Identifier of the round that somebody has chosen for the article, or <c>general</c>; null: each
    /// proposal says its own.</summary>
    public string? Round { get; init; }

    /// <summary>The entries of a live blog as the page gives them, in its order; none where it is no live
    /// blog.</summary>
    public IReadOnlyList<ArticlePageEntry> Entries { get; init; } = [];

    /// <summary>The acts of the negotiation that the store has.</summary>
    public IReadOnlyList<KnownAct> Acts { get; init; } = [];

    /// <summary>Texts of other articles of the negotiation that the caller holds.</summary>
    public IReadOnlyList<KnownText> Texts { get; init; } = [];
}

/// <summary>An act that the store has.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Type">The type of its reports.</param>
/// <param name="Actors">Canonical names of those who did it.</param>
/// <param name="Round">Identifier of its round.</param>
public sealed record KnownAct(string Key, string Type, IReadOnlyList<string> Actors, string Round)
{
    /// <summary>When it happened; null where no report says.</summary>
    public Edtf? Happened { get; init; }

    /// <summary>Canonical names of others in it: the target, the person whose attendance it is, members.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>A sentence that tells of it, in words of our own.</summary>
    public string? Summary { get; init; }
}

/// <summary>The text of another article.</summary>
/// <param name="Article">Its identifier.</param>
/// <param name="Text">Its text.</param>
public sealed record KnownText(string Article, NormalisedText Text);
