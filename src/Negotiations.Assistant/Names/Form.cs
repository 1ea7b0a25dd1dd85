namespace Negotiations.Assistant.Names;

/// <summary>A way in which a text may name something.</summary>
/// <param name="Words">Its words in small letters, without a leading article.</param>
/// <param name="IsCapital">Whether its first word is written with a capital.</param>
/// <param name="IsExact">Whether all its letters are capitals: "US" is not "us".</param>
/// <param name="NeedsArticle">Whether it is a common noun, which means the name only with its article.</param>
internal sealed record Form(string[] Words, bool IsCapital, bool IsExact, bool NeedsArticle)
{
    public NamedEntity? Entity { get; init; }

    public Place? Place { get; init; }

    /// <summary>Whether it is the adjective of a party.</summary>
    public bool IsAdjective { get; init; }
}
