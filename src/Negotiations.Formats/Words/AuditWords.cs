namespace Negotiations.Formats;

/// <summary>What an audit found, in words.</summary>
public static class AuditWords
{
    /// <summary>What a kind of weak spot is called, for one value and for several.</summary>
    public static string Describe(SourcingIssueKind kind) =>
        kind switch
        {
            SourcingIssueKind.CircularChain => "circular chains of attribution",
            SourcingIssueKind.UnsourcedLink => "links of a chain without a place in the text",
            SourcingIssueKind.Disputed => "disputed values",
            SourcingIssueKind.UnnamedOnly => "values that rest on unnamed sources alone",
            SourcingIssueKind.OutletOnly => "values for which an outlet names no source",
            SourcingIssueKind.SingleSource => "values of a single source",
            SourcingIssueKind.LowGrade => "values that everybody who graded them doubts",
            SourcingIssueKind.SingleOutlet => "values on the record that a single outlet tells",
            SourcingIssueKind.AssumedPublication => "assumed times of publication",
            SourcingIssueKind.PageTime => "pages with another time of publication",
            _ => Camel.Apart(kind.ToString()),
        };

    /// <summary>
    /// How many weak spots of a kind there are: values, chains or articles, whatever the kind is about.
    /// </summary>
    public static int Count(SourcingIssueKind kind, IEnumerable<SourcingIssue> spots) =>
        kind
            is SourcingIssueKind.CircularChain
                or SourcingIssueKind.UnsourcedLink
                or SourcingIssueKind.AssumedPublication
                or SourcingIssueKind.PageTime
            ? spots.Count()
            : spots.SelectMany(spot => spot.Facts).Distinct().Count();

    /// <summary>What was checked against texts.</summary>
    public static IEnumerable<string> DescribeTexts(Audit audit)
    {
        var versions = audit
            .Versions.GroupBy(version => version.Status)
            .ToDictionary(group => group.Key, group => group.ToList());
        if (versions.TryGetValue(TextStatus.Held, out var held))
        {
            var reports = held.SelectMany(version => version.OwnReports).ToList();
            var anchored = reports.Count(report => report.Status == AnchorStatus.Anchored);
            var spans = held.SelectMany(version => version.Reports).Sum(report => report.Spans);
            yield return $"{QuestionWords.Count(held.Count, "text")} held: {anchored} of "
                + $"{QuestionWords.Count(reports.Count, "report")} anchored "
                + $"({Share(anchored, reports.Count)}), "
                + $"{QuestionWords.Count(spans, "span")} checked";
        }

        var unreadable = audit.Versions.Where(version => version.IsUnreadable).ToList();
        if (versions.GetValueOrDefault(TextStatus.Differs)?.Except(unreadable).ToList() is { Count: > 0 } differing)
            yield return $"{QuestionWords.Count(differing.Count, "text")} that "
                + $"{(differing.Count == 1 ? "differs" : "differ")}: "
                + $"{QuestionWords.Count(differing.Sum(version => version.OwnReports.Count()), "report")} "
                + "orphaned";
        if (unreadable.Count > 0)
            yield return $"{QuestionWords.Count(unreadable.Count, "text")} that cannot be read: "
                + $"{QuestionWords.Count(unreadable.Sum(version => version.OwnReports.Count()), "report")} "
                + "not checked";
        if (versions.TryGetValue(TextStatus.NotHeld, out var missing))
            yield return $"{QuestionWords.Count(missing.Count, "text")} not held: "
                + $"{QuestionWords.Count(missing.Sum(version => version.OwnReports.Count()), "report")} not "
                + "checked";
    }

    /// <summary>What positions that bear on no issue are called; null where there is none.</summary>
    public static string? DescribePositions(Audit audit) =>
        audit.PositionsWithoutIssue.Count switch
        {
            0 => null,
            1 => "position without an issue: it stands in no table of positions",
            _ => "positions without an issue: they stand in no table of positions",
        };

    /// <summary>A check of the record.</summary>
    public static string Describe(RecordCheck check) => $"{check.Words}.";

    private static string Share(int part, int whole) =>
        whole == 0 ? "nothing to check"
        : part == whole ? "100 %"
        : $"{Math.Floor(1000.0 * part / whole) / 10} %";
}
