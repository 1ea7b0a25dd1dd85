namespace Negotiations;

/// <summary>The words of a detail that is stored as text, so that older events with other words can still be
/// read.</summary>
/// <param name="words">The words.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordsAttribute(params string[] words) : Attribute
{
    /// <summary>The words, in order.</summary>
    public IReadOnlyList<string> Words { get; } = words;

    /// <summary>Whether the words are only recommended, and a coded file may have others.</summary>
    public bool IsOpen { get; init; }
}
