namespace Negotiations.Server.Pages;

/// <summary>The page of the articles.</summary>
/// <param name="Context">What every page knows.</param>
/// <param name="Versions">The versions on this page, the last first.</param>
/// <param name="Paging">Which page it is.</param>
public sealed record ArticlesContent(PageContext Context, IReadOnlyList<ListedVersion> Versions, Paging Paging)
{
    internal static async Task<ArticlesContent> ReadAsync(
        PageContext context,
        string? page,
        CancellationToken cancellationToken
    )
    {
        var log = await context.Store.ReadLogAsync(
            context.Definition.Negotiation,
            context.Fixed.RecordedBy,
            cancellationToken
        );
        var names = new NameWords(context.Definition);
        var reports = log.ReportsKnownBy(context.Asked.KnownBy)
            .CountBy(report => (report.Report.Article, report.Report.Version))
            .ToDictionary();
        var versions = log.VersionsKnownBy(context.Asked.KnownBy).Reverse().ToList();
        var paging = Paging.Read(page, versions.Count);
        return new(
            context,
            [
                .. versions
                    .Skip(paging.Skip)
                    .Take(Paging.Size)
                    .Select(version => new ListedVersion(
                        version,
                        names.DisplayName(version.Outlet.Id),
                        DateWords.Describe(version.Published, context.Zone),
                        reports.GetValueOrDefault((version.Article, version.Version))
                    )),
            ],
            paging
        );
    }
}

/// <summary>A version of an article in a list.</summary>
/// <param name="Version">The version.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Published">When.</param>
/// <param name="Reports">How many reports of it count.</param>
public sealed record ListedVersion(ArticleVersionPublished Version, string Outlet, string Published, int Reports);
