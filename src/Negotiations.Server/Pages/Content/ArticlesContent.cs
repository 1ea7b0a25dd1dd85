using System.Globalization;

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

/// <summary>Which page of a long list it is.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many there are, at least 1.</param>
public sealed record Paging(int Page, int Pages)
{
    /// <summary>How many entries a page has.</summary>
    public const int Size = 100;

    /// <summary>How many entries stand on the pages before.</summary>
    public int Skip => (Page - 1) * Size;

    /// <exception cref="WrongParameterException">There is no such page.</exception>
    internal static Paging Read(string? page, int entries)
    {
        var pages = Math.Max(1, (entries + Size - 1) / Size);
        if (page is null)
            return new(1, pages);
        return
            int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= pages
            ? new(number, pages)
            : throw new WrongParameterException("page", $"there is no page '{page}'; there are 1 to {pages}");
    }
}
