using AngleSharp.Dom;

namespace Negotiations.Formats;

/// <summary>
/// What is said of a version of an article before its reports: what it is, and whether its text is as it was.
/// </summary>
public sealed class VersionHeads(HtmlPage page, Answer answer, IntegrityFlags marks)
{
    private readonly NameWords names = new(answer.Definition);

    /// <summary>The place on the page where the text of a version stands.</summary>
    public static string FormatTextAnchor(ArticleVersionPublished version) => $"text-{EventReference.Format(version)}";

    /// <summary>The title of a version, to be read in its own direction.</summary>
    public static object?[] BuildTitle(ArticleVersionPublished version) =>
        [
            ("dir", "auto"),
            version is { Title: not null, Language: { } language } ? ("lang", language) : null,
            version.Title ?? version.Article,
        ];

    /// <summary>The head.</summary>
    /// <param name="audited">The version.</param>
    /// <param name="publication">When it could be known.</param>
    public IEnumerable<IElement> Build(AuditedVersion audited, Publication publication)
    {
        var version = audited.Version;
        yield return page.Element("h3", BuildTitle(version));
        yield return page.Element(
            "p",
            page.Element("bdi", names.DisplayName(version.Outlet.Id)),
            $" · {DateWords.Describe(publication.Time, answer.Zone)} ({EnumText.Format(publication.Basis)}) · ",
            page.Element("code", EventReference.Format(version)),
            version.Url is { } url ? new object[] { " · ", page.Element("bdi", ("class", "address"), url) } : null
        );
        if (version.Chain.Count > 0)
            yield return page.Element("div", new ChainLists(page, names).Build(version));
        foreach (var mark in marks.Find(audited))
            yield return IntegrityFlagElements.Line(mark, page);
        yield return page.Element(
            "p",
            ("class", "quiet"),
            DescribeState(audited),
            $" SHA-256 {version.Text.Sha256}, {version.Text.Length} code points."
        );
    }

    private object[] DescribeState(AuditedVersion audited) =>
        audited.Status switch
        {
            TextStatus.Held =>
            [
                $"The text is held: {audited.OwnReports.Count(report => report.Status == AnchorStatus.Anchored)} "
                    + $"of {audited.OwnReports.Count()} reports stand where they say. ",
                page.Element("a", ("href", $"#{FormatTextAnchor(audited.Version)}"), "The text"),
                " as coded:",
            ],
            TextStatus.Differs => ["The text as coded:"],
            _ => [page.Element("strong", "Unchecked"), ": the text is not held. As coded:"],
        };
}
