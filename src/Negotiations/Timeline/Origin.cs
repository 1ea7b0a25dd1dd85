namespace Negotiations;

/// <summary>Where a report comes from in the end; corroboration counts origins, not papers.</summary>
/// <param name="Id">A person, an institution or an outlet; for unnamed sources, who heard them.</param>
/// <param name="IsNamed">Whether it can corroborate: unnamed sources never do.</param>
public sealed record Origin(string Id, bool IsNamed)
{
    /// <summary>
    /// The origin of a chain of attribution: a named speaker or institution, where a spokesman is his institution;
    /// unnamed sources are one origin for each agency or outlet that heard them; narration is the first outlet in the
    /// chain; "reportedly" is none.
    /// </summary>
    public static Origin? Find(IReadOnlyList<ChainLink> chain) => Find(chain, hearer => hearer);

    /// <summary>The origin of a report; articles that are one text share theirs.</summary>
    public static Origin? Find(VisibleReport report)
    {
        var outlets = report.Version.Chain.Select(link => link.Name?.Id).Append(report.Version.Outlet.Id).ToHashSet();
        return Find(report.Report.Chain, hearer =>
            report.TextOrigin is { } origin && outlets.Contains(hearer) ? origin : hearer
        );
    }

    private static Origin? Find(IReadOnlyList<ChainLink> chain, Func<string?, string?> same)
    {
        var first = chain[0];
        if (first.Kind != LinkKind.Unnamed)
            return first.Name is null ? null : new(first.SpeaksFor ?? same(first.Name.Id)!, IsNamed: true);
        if (first.Name is null)
            return null;
        var hearer = chain.FirstOrDefault(link => link.PassesOn);
        return new($"unnamed@{same(hearer?.Name?.Id)}", IsNamed: false);
    }

    /// <summary>
    /// The number of independent origins: the named ones, or one where there are only unnamed ones. An article that
    /// repeats in its own voice what it has attributed to somebody adds none.
    /// </summary>
    public static int Count(IEnumerable<VisibleReport> reports)
    {
        var distinct = reports
            .GroupBy(report => report.Report.Article, StringComparer.Ordinal)
            .SelectMany(article =>
                article.Any(report => !report.IsNarrated) ? article.Where(report => !report.IsNarrated) : article
            )
            .Select(report => report.Origin)
            .OfType<Origin>()
            .ToHashSet();
        var named = distinct.Count(origin => origin.IsNamed);
        return named > 0 ? named : Math.Min(1, distinct.Count);
    }
}
