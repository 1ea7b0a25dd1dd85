using AngleSharp.Dom;

namespace Negotiations.Formats;

/// <summary>What is said of a version of an article before its reports: what it is, and whether its text is as it was.</summary>
public sealed class VersionHeads(HtmlPage page, Answer answer, Marks marks)
{
    private readonly NameWords names = new(answer.Definition);

    /// <summary>The place on the page where the text of a version stands.</summary>
    public static string TextAnchorOf(ArticleVersionPublished version) => $"text-{ShortForm.Of(version)}";

    /// <summary>The title of a version, to be read in its own direction.</summary>
    public static object?[] TitleOf(ArticleVersionPublished version) =>
        [("dir", "auto"), version is { Title: not null, Language: { } language } ? ("lang", language) : null, version.Title ?? version.Article];

    /// <summary>The head.</summary>
    /// <param name="audited">The version.</param>
    /// <param name="publication">When it could be known.</param>
    public IEnumerable<IElement> Of(AuditedVersion audited, Publication publication)
    {
        var version = audited.Version;
        yield return page.Element("h3", TitleOf(version));
        yield return page.Element("p", page.Element("bdi", names.Of(version.Outlet.Id)), $" · {DateWords.Of(publication.Time, answer.Zone)} ({Text.Of(publication.Basis)}) · ",
            page.Element("code", ShortForm.Of(version)),
            version.Url is { } url ? new object[] { " · ", page.Element("bdi", ("class", "address"), url) } : null);
        if (version.Chain.Count > 0) yield return page.Element("div", new ChainLists(page, names).Of(version));
        foreach (var mark in marks.Of(audited)) yield return MarkElements.Line(mark, page);
        yield return page.Element("p", ("class", "quiet"), StateOf(audited), $" SHA-256 {version.Text.Sha256}, {version.Text.Length} code points.");
    }

    private object[] StateOf(AuditedVersion audited) => audited.Status switch
    {
        TextStatus.Held =>
        [
            $"The text is held: {audited.OwnReports.Count(report => report.Status == AnchorStatus.Anchored)} of {audited.OwnReports.Count()} reports stand where they say. ",
            page.Element("a", ("href", $"#{TextAnchorOf(audited.Version)}"), "The text"), " as coded:",
        ],
        TextStatus.Differs => ["The text as coded:"],
        _ => [page.Element("strong", "Unchecked"), ": the text is not held. As coded:"],
    };
}
