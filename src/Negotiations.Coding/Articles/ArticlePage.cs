namespace Negotiations.Coding;

/// <summary>
/// An article as a web page shows it: the text without the page around it, and what the page says of it.
/// </summary>
/// <remarks>
/// The rules by which the text is taken stand in <c>docs/texts.md</c>: whoever follows them gets the same positions.
/// </remarks>
/// <param name="Text">Headline and body, paragraphs with an empty line between them; empty where the page has
/// none.</param>
/// <param name="Metadata">What the page says of the article.</param>
public sealed record ArticlePage(string Text, ArticleMetadata Metadata)
{
    /// <summary>The entries of a live blog, in the order of the page; none where it is no live blog.</summary>
    public IReadOnlyList<ArticlePageEntry> Entries { get; init; } = [];

    /// <summary>Reads a page by a version of the rules; malformed markup is read as browsers do.</summary>
    /// <param name="html">The bytes of the page, in the encoding that they declare.</param>
    /// <param name="rules">Version of the rules, one of <see cref="PageRules"/>.</param>
    public static ArticlePage Read(byte[] html, int rules = PageRules.Newest) =>
        PageRules.Check(rules) == PageRules.First ? PageRules1.PageReader.Read(html) : PageRules2.PageReader.Read(html);

    /// <summary>Reads a page that is decoded already.</summary>
    public static ArticlePage Read(string html, int rules = PageRules.Newest) =>
        PageRules.Check(rules) == PageRules.First ? PageRules1.PageReader.Read(html) : PageRules2.PageReader.Read(html);
}

/// <summary>An entry of a live blog.</summary>
/// <param name="Time">When it was published, as the page states it for programs; null where it does not.</param>
/// <param name="Headline">Its headline; null where it has none.</param>
/// <param name="Text">Its text without these.</param>
public sealed record ArticlePageEntry(string? Time, string? Headline, string Text);
