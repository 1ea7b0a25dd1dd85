namespace Negotiations.Server.Pages;

/// <summary>The page of an article, with its versions and what each reports.</summary>
/// <param name="Context">What every page knows.</param>
/// <param name="Versions">The versions, the first first.</param>
/// <param name="Corrections">The corrections in the stream of the article that could be known.</param>
public sealed record ArticleContent(
    PageContext Context,
    IReadOnlyList<ShownVersion> Versions,
    IReadOnlyList<RecordedCorrection> Corrections
)
{
    /// <exception cref="UnknownPageException">No such article could be known by then.</exception>
    internal static async Task<ArticleContent> ReadAsync(PageContext context, CancellationToken cancellationToken)
    {
        var article = context.Address.Arguments[0];
        var log = await ReadLogAsync(context, article, cancellationToken);
        var versions = log.VersionsKnownBy(context.Asked.KnownBy).ToList();
        if (versions.Count == 0)
            throw await CreateUnknownAsync(context, article, cancellationToken);
        var reports = log.ReportsKnownBy(context.Asked.KnownBy)
            .OrderBy(report => report.Place)
            .ThenBy(report => report.Report.Id, StringComparer.Ordinal)
            .ToLookup(report => report.Report.Version, StringComparer.Ordinal);
        return new(
            context,
            [.. versions.Select(version => new ShownVersion(version, [.. reports[version.Version]]))],
            [.. log.Timeline.CorrectionsKnownBy(context.Asked.KnownBy)]
        );
    }

    // The stream of the article alone, and the negotiation's own file.
    private static async Task<NegotiationLog> ReadLogAsync(
        PageContext context,
        string article,
        CancellationToken cancellationToken
    )
    {
        var talks = context.Definition.Negotiation;
        var definition = await context.Store.ReadStreamAsync(StreamName.ForNegotiation(talks), cancellationToken);
        var stream = await context.Store.ReadStreamAsync(StreamName.ForArticle(talks, article), cancellationToken);
        return new(
            context.Settled,
            [
                .. definition
                    .Events.Concat(stream.Events)
                    .Where(recorded => recorded.Position <= context.Settled.Position)
                    .OrderBy(recorded => recorded.Position),
            ]
        );
    }

    private static async Task<UnknownPageException> CreateUnknownAsync(
        PageContext context,
        string article,
        CancellationToken cancellationToken
    )
    {
        var log = await context.Store.ReadLogAsync(
            context.Definition.Negotiation,
            context.Fixed.RecordedBy,
            cancellationToken
        );
        var known = log.VersionsKnownBy(context.Asked.KnownBy).Select(version => version.Article);
        return new($"there is no article '{article}'{(context.Asked.KnownBy is null ? "" : " known by then")}")
        {
            Nearest =
            [
                .. SpellingSuggestions
                    .To(article, known)
                    .Select(near => (near, context.Address.To(PageView.Articles, near).Path)),
                ("all articles", context.Address.To(PageView.Articles).Path),
            ],
        };
    }
}

/// <summary>A version of an article with its reports.</summary>
/// <param name="Version">The version.</param>
/// <param name="Reports">Its reports, in the order of the text.</param>
public sealed record ShownVersion(ArticleVersionPublished Version, IReadOnlyList<VisibleReport> Reports);
