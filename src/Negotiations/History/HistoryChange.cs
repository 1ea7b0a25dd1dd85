namespace Negotiations;

/// <summary>A change of a fact, with what caused it where no report did.</summary>
/// <param name="Change">The change.</param>
/// <param name="Causes">The publisher's corrections whose notice came out then and that bear on the fact.</param>
public sealed record HistoryChange(FactChange Change, IReadOnlyList<RecordedCorrection> Causes)
{
    /// <summary>
    /// Identifiers of the reports that their sources no longer carry, as far as the question can know that.
    /// </summary>
    public IReadOnlySet<Guid> Dropped { get; init; } = new HashSet<Guid>();

    /// <summary>A change of a log.</summary>
    public static HistoryChange Explain(FactChange change, NegotiationLog log)
    {
        var corrections = log.Timeline.Corrections;
        var published = corrections
            .All.Where(correction => correction.IsPublishers && corrections.FindNoticeTime(correction) == change.Known)
            .ToList();
        var reports = new[] { change.Before, change.After }
            .OfType<Fact>()
            .SelectMany(fact => fact.Resolution.All)
            .SelectMany(claim => claim.Reports)
            .SelectMany(report => corrections.BearingOn(report.EventId))
            .Select(correction => correction.EventId)
            .ToHashSet();
        var causes = published.Where(correction => reports.Contains(correction.EventId)).ToList();
        // A notice can also bear on the order or the date of another act, and change the fact by that.
        return new(change, causes.Count > 0 || NewReasons(change).Any() ? causes : published);
    }

    /// <summary>
    /// The reports behind the value that became known with the change; all behind it where neither they nor a notice
    /// caused it, as where a version carries a report again.
    /// </summary>
    public IReadOnlyList<string> Reports
    {
        get
        {
            var listed = (Causes.Count > 0 || NewReasons(Change).Any() ? NewReasons(Change) : ListReasons(Change))
                .Distinct()
                .ToList();
            var name = EventReference.FormatAmong(listed.Select(report => report.Report));
            return
            [
                .. listed.Select(report =>
                    name(report.Report) + (Dropped.Contains(report.EventId) ? " (no longer carried by its source)" : "")
                ),
            ];
        }
    }

    private static IEnumerable<VisibleReport> NewReasons(FactChange change) =>
        ListReasons(change).Where(report => report.KnownFrom == change.Known);

    private static IEnumerable<VisibleReport> ListReasons(FactChange change) =>
        (change.After?.Resolution.Because ?? []).SelectMany(claim => claim.Reports);
}
