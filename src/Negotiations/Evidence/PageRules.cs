namespace Negotiations;

/// <summary>The versions of the rules by which the text of a web page is taken (<c>docs/texts.md</c>).</summary>
/// <remarks>
/// A text that is coded keeps its rules, because its positions and its hash depend on them. New rules are a new
/// version.
/// </remarks>
public static class PageRules
{
    /// <summary>The rules of the texts that name none.</summary>
    public const int First = 1;

    /// <summary>The rules by which a page that nobody has coded yet is read.</summary>
    public const int Newest = 2;

    /// <summary>Whether this program knows a version of the rules.</summary>
    public static bool IsKnown(int rules) => rules is >= First and <= Newest;

    /// <summary>The version, if this program knows it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    public static int Check(int rules) =>
        IsKnown(rules)
            ? rules
            : throw new ArgumentOutOfRangeException(nameof(rules), rules, "there are no such rules for pages");
}
