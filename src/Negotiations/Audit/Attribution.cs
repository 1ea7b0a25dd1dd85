namespace Negotiations;

/// <summary>Who says so: where the reports of an act, or those for a value, come from in the end.</summary>
/// <param name="Key">Key of the act or of the fact.</param>
/// <param name="Reports">The reports, by what was known first; never empty.</param>
public sealed record Attribution(string Key, IReadOnlyList<VisibleReport> Reports)
{
    /// <summary>The origins, named before unnamed.</summary>
    public IReadOnlyList<Origin> Origins { get; } =
    [
        .. Reports
            .Select(report => report.Origin)
            .OfType<Origin>()
            .Distinct()
            .OrderByDescending(origin => origin.IsNamed)
            .ThenBy(origin => origin.Id, StringComparer.Ordinal),
    ];

    /// <summary>How many of them are independent of each other.</summary>
    public int Independent => Origin.Count(Reports);

    /// <summary>The reports whose source is not named.</summary>
    public IEnumerable<VisibleReport> Unnamed => Reports.Where(IsUnnamed);

    /// <summary>
    /// The agencies and outlets that have it from the origin: one wire story in five papers was heard once.
    /// </summary>
    public IReadOnlyList<string> Hearers { get; } =
    [.. Reports.Select(FindHearer).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The outlets that carried it.</summary>
    public IEnumerable<string> Carriers =>
        Reports.Select(report => report.Version.Outlet.Id).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Every act of an answer.</summary>
    public static IReadOnlyList<Attribution> GroupByAct(Answer answer) =>
        [
            .. answer
                .Reports.GroupBy(report => report.Report.Act)
                .Select(act => new Attribution(act.Key, [.. act]))
                .OrderBy(act => act.Key, StringComparer.Ordinal),
        ];

    /// <summary>
    /// The reports that assert the value of a fact; those that only date it or set its place play no part.
    /// </summary>
    public static Attribution ForFact(Fact fact) =>
        new(
            fact.Key,
            [.. fact.Resolution.Because.SelectMany(claim => claim.Reports).Distinct().Order(VisibleReport.ByKnown)]
        );

    /// <summary>Whether nobody with a name is the origin of a report.</summary>
    public static bool IsUnnamed(VisibleReport report) => report.Origin is not { IsNamed: true };

    /// <summary>Whether a report is the words of an outlet or an agency alone, which did not see it.</summary>
    public static bool IsOutletOnly(VisibleReport report) =>
        report.Report.Standing != Standing.Observed && report.Report.Chain is [{ PassesOn: true }, ..];

    // An agency that heard it stands for all who have it from there; else it is the article's own text, of which linked
    // articles are one. What somebody posted on a platform, or said on air, each outlet has seen for itself.
    private static string FindHearer(VisibleReport report) =>
        report.Report.Chain.FirstOrDefault(link => link.Kind == LinkKind.Agency)?.Name?.Id
        ?? report.TextOrigin
        ?? report.Version.Chain.FirstOrDefault()?.Name?.Id
        ?? report.Version.Outlet.Id;
}
