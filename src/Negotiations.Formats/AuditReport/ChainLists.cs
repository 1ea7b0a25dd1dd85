using AngleSharp.Dom;

namespace Negotiations.Formats;

/// <summary>Chains of attribution as lists, from the origin to the outlet.</summary>
public sealed class ChainLists(HtmlPage page, NameWords names)
{
    /// <summary>The chain of a report.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="version">The version in which the report stands: where its own links are named is said at its
    /// head.</param>
    public IElement Build(IReadOnlyList<ChainLink> chain, ArticleVersionPublished version) =>
        page.Element(
            "ol",
            ("class", "chain"),
            chain.Select(link =>
                page.Element("li", RenderName(link), version.Chain.Contains(link) ? null : RenderPlace(link))
            )
        );

    /// <summary>The links that every report of a version shares.</summary>
    public IElement Build(ArticleVersionPublished version) =>
        page.Element(
            "ol",
            ("class", "chain"),
            version.Chain.Select(link => page.Element("li", RenderName(link), RenderPlace(link)))
        );

    private object[] RenderName(ChainLink link)
    {
        var name =
            link.Name is null ? "reportedly"
            : link.Kind == LinkKind.Unnamed ? $"“{link.Name.Written}”"
            : names.DisplayName(link.Name.Id);
        var kind = Camel.Apart(EnumText.Format(link.Kind));
        var side = link.Side is null ? "" : $", side: {names.DisplayName(link.Side.Id)}";
        var speaksFor = link.SpeaksFor is null ? "" : $", speaks for {names.DisplayName(link.SpeaksFor)}";
        return [page.Element("bdi", name), $" ({kind}{side}{speaksFor})"];
    }

    private IElement? RenderPlace(ChainLink link) =>
        link switch
        {
            { Span: { } span } => page.Element("span", ("class", "quiet"), $" named at {span.Start}–{span.End}"),
            { Implied: { } implied } => page.Element("span", ("class", "quiet"), $" not named in the text: {implied}"),
            _ => null,
        };
}
