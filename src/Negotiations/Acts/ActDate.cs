using NodaTime;

namespace Negotiations;

/// <summary>When an act took place, as far as its visible reports tell.</summary>
/// <param name="Bounds">The days on which it can have happened.</param>
/// <param name="Disputed">Whether the reports contradict each other, so that one of them had to be chosen.</param>
/// <param name="Text">The date to show.</param>
/// <param name="SetBy">The reports from which bounds, dispute and text follow.</param>
public sealed record ActDate(DayBounds Bounds, bool Disputed, Edtf Text, IReadOnlyList<VisibleReport> SetBy)
{
    /// <summary>Whether no report dates the act, so that it is dated by the days whose news the articles
    /// tell.</summary>
    public bool IsByCoverage { get; init; }

    /// <summary>
    /// The intersection of the bounds of an act's reports, cut at the day on which the first of them was known, for no
    /// act happens after its report. Where that leaves no day: the bounds of the report with the strongest standing,
    /// then the narrowest, then the first known, and the date is disputed.
    /// </summary>
    /// <param name="reports">The reports, by what was known first; at least one.</param>
    public static ActDate Combine(IReadOnlyList<VisibleReport> reports)
    {
        var cut = reports[0].KnownOn;
        var dated = reports.Where(report => report.Report.Happened is not null).ToList();
        if (dated.Count == 0 && FromCoverage(reports, cut) is { } covered)
            return covered;
        var bounds = dated
            .Aggregate(DayBounds.Unbounded, (all, report) => all.Intersect(ReadBounds(report)))
            .CutAt(cut);
        return bounds.IsEmpty ? Chosen(dated, reports[0]) : Agreed(bounds, dated, reports[0]);
    }

    // The weakest date there is: what the article covers that was the first to tell of the act without looking back on
    // it. Later articles may only repeat it, so that what they cover says nothing of its day.
    private static ActDate? FromCoverage(IReadOnlyList<VisibleReport> reports, LocalDate cut)
    {
        if (
            reports.FirstOrDefault(report => report.Report is { LookingBack: false, Covers: not null }) is not { } first
        )
            return null;
        var covers = first.Report.Covers!.Bounds;
        var bounds = covers.CutAt(cut) is { IsEmpty: false } before ? before : covers;
        return new(bounds, Disputed: false, Edtf.From(bounds), [.. new[] { first, reports[0] }.Distinct()])
        {
            IsByCoverage = true,
        };
    }

    private static ActDate Agreed(DayBounds bounds, List<VisibleReport> dated, VisibleReport first)
    {
        // A report that says it all in its own words is shown in them; a plain date before one with a qualifier.
        var exact = dated
            .Where(report => ReadBounds(report) == bounds)
            .MinBy(report => report.Report.Happened!.Text.Length);
        if (exact is not null)
            return new(bounds, Disputed: false, exact.Report.Happened!, [exact]);

        var setBy = new[]
        {
            dated.FirstOrDefault(report => ReadBounds(report).Earliest == bounds.Earliest),
            dated.FirstOrDefault(report => ReadBounds(report).Latest == bounds.Latest) ?? first,
        };
        return new(bounds, Disputed: false, Edtf.From(bounds), [.. setBy.OfType<VisibleReport>().Distinct()]);
    }

    private static ActDate Chosen(List<VisibleReport> dated, VisibleReport first)
    {
        var chosen = dated
            .OrderBy(report => report.Report.Standing)
            .ThenBy(report => ReadBounds(report).Width)
            .ThenBy(report => report, VisibleReport.ByKnown)
            .First();
        var whole = ReadBounds(chosen);
        var bounds = whole.CutAt(first.KnownOn) is { IsEmpty: false } cut ? cut : whole;
        // The report that begins last and the one that ends first contradict each other, or the first contradicts the
        // cut.
        var begins = dated.MaxBy(report => ReadBounds(report).Earliest)!;
        var ends = dated
            .Where(report => ReadBounds(report).Latest is not null)
            .MinBy(report => ReadBounds(report).Latest);
        return new(
            bounds,
            Disputed: true,
            bounds == whole ? chosen.Report.Happened! : Edtf.From(bounds),
            [.. new[] { chosen, begins, ends, first }.OfType<VisibleReport>().Distinct()]
        );
    }

    private static DayBounds ReadBounds(VisibleReport report) => report.Report.Happened!.Bounds;
}
