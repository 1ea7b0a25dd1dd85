using NodaTime;

namespace Negotiations;

/// <summary>An act, as the reports of it that a question can see describe it.</summary>
/// <remarks>Everything follows from the reports: nothing is parsed out of the key.</remarks>
public sealed class Act
{
    private readonly IReadOnlyList<VisibleReport> told;
    private readonly VisibleReport? timeOfDayReport;
    private readonly VisibleReport? sortDayReport;

    /// <summary>Puts together the reports of one act, at least one.</summary>
    public Act(string key, IEnumerable<VisibleReport> reports)
    {
        Key = key;
        Reports = [.. reports.Order(VisibleReport.ByKnown)];
        Denials = [.. Reports.Where(report => report.Report.Modality == Modality.Denied)];
        // Who denies an act says when it is denied, not when it was done. What is only denied is dated by that.
        told = Denials.Count == Reports.Count ? Reports : [.. Reports.Except(Denials)];
        Date = ActDate.Combine(told);
        timeOfDayReport = told.FirstOrDefault(report => report.Report.TimeOfDay is not null);
        TimeOfDay = Negotiations.TimeOfDay.Parse(timeOfDayReport?.Report.TimeOfDay);
        sortDayReport = told.FirstOrDefault(report => !LooksBack(report.Report));
        // A day after which the act lies, although it was known before that day, has nothing that ends it.
        SortDay =
            sortDayReport is null && !Date.IsByCoverage
                ? Date.Bounds.Earliest
                : Date.Bounds.Latest ?? Date.Bounds.Earliest;
        PutsInOrder = Reports.Any(report => report.Report.PrecededBy is not null);
        LastDay = HappenedDay.Number(new HappenedBound(Date.Bounds.Latest));
    }

    /// <summary>The key of the act.</summary>
    public string Key { get; }

    /// <summary>The reports of the act, by what was known first; never empty.</summary>
    public IReadOnlyList<VisibleReport> Reports { get; }

    /// <summary>Those of the reports that deny the act, by what was known first.</summary>
    public IReadOnlyList<VisibleReport> Denials { get; }

    /// <summary>When the act took place.</summary>
    public ActDate Date { get; }

    /// <summary>The time of day by which the act is ordered among those of its day.</summary>
    public LocalTime TimeOfDay { get; }

    /// <summary>
    /// The day by which the act is ordered: the last on which it can have happened, but the first (null: before
    /// everything) when every report only looks back on it, or dates it by a stretch of time or not at all.
    /// </summary>
    public LocalDate? SortDay { get; }

    /// <summary>The first bound on the happened clock that admits the act.</summary>
    internal int LastDay { get; }

    /// <summary>Whether a report says what the act followed.</summary>
    internal bool PutsInOrder { get; }

    /// <summary>The act as some of its reports describe it.</summary>
    internal Act From(IReadOnlyList<VisibleReport> some) => some.Count == Reports.Count ? this : new(Key, some);

    /// <summary>The report that was known first, of those that do not deny the act.</summary>
    public VisibleReport First => told[0];

    /// <summary>
    /// The reports that set the date of the act and its place in the order, so that these follow from them alone.
    /// </summary>
    public IEnumerable<VisibleReport> Anchors =>
        new[] { First, timeOfDayReport, sortDayReport }.OfType<VisibleReport>().Concat(Date.SetBy).Distinct();

    /// <summary>
    /// The order of acts before the text's own order is applied (see <see cref="TextOrder"/>); a total order.
    /// </summary>
    /// <remarks>
    /// Of two acts with one sort day the vaguely dated one stands first, so that it cannot undo what is dated to the
    /// day.
    /// </remarks>
    public static IComparer<Act> ByTime { get; } =
        Comparer<Act>.Create(
            (a, b) =>
            {
                var order = Nullable.Compare(a.SortDay, b.SortDay);
                if (order == 0)
                    order = a.Date.Bounds.IsDay.CompareTo(b.Date.Bounds.IsDay);
                if (order == 0)
                    order = a.TimeOfDay.CompareTo(b.TimeOfDay);
                if (order == 0)
                    order = VisibleReport.ByKnown.Compare(a.First, b.First);
                return order != 0 ? order : string.CompareOrdinal(a.Key, b.Key);
            }
        );

    private static bool LooksBack(Report report) =>
        report.LookingBack || report.Happened is null || report.Happened.IsStretch;
}
