namespace Negotiations;

/// <summary>The reports of an answer as they speak of facts, with the corrections that touched them.</summary>
public sealed class BlamedReports
{
    private readonly NegotiationLog log;
    private readonly HashSet<Guid> counting;
    private readonly Dictionary<Guid, VisibleReport> visible;

    /// <summary>Finds what corrections touched.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="log">The log from which it was given.</param>
    public BlamedReports(Answer answer, NegotiationLog log)
    {
        (Answer, this.log) = (answer, log);
        visible = answer.Reports.ToDictionary(report => report.EventId);
        counting = [.. log.Timeline.CorrectionsKnownBy(answer.Asked.KnownBy).Select(correction => correction.EventId)];
        Withdrawn = WithdrawnReport
            .FindAll(answer, log)
            .OrderBy(withdrawn => withdrawn.Visible, VisibleReport.ByKnown)
            .ToLookup(
                withdrawn => withdrawn.Key,
                withdrawn =>
                    Blame(withdrawn.Visible, withdrawn.Value) with
                    {
                        Role = withdrawn.IsReplaced ? ReportRole.Replaced : ReportRole.Withdrawn,
                        Reason = withdrawn.IsReplaced ? RoleReason.ReplacedByAVersion : RoleReason.TakenBack,
                    },
                StringComparer.Ordinal
            );
    }

    /// <summary>The answer.</summary>
    public Answer Answer { get; }

    /// <summary>
    /// The reports that asserted or denied facts until a correction or a later version took that back, by the key of
    /// the
    /// fact.
    /// </summary>
    public ILookup<string, BlamedReport> Withdrawn { get; }

    /// <summary>A report of the answer.</summary>
    public VisibleReport FindVisible(Guid id) => visible[id];

    /// <summary>A report that speaks of a fact.</summary>
    public BlamedReport Blame(VisibleReport visible, string key) =>
        Blame(
            visible,
            visible.Asserted.Concat(visible.Denied).FirstOrDefault(fact => fact.Key == key)?.Assertion.Value
        );

    private BlamedReport Blame(VisibleReport visible, FactValue? value) =>
        new(
            visible,
            value,
            [
                .. log
                    .Timeline.Corrections.BearingOn(visible.EventId)
                    .Concat(
                        log.Timeline.Corrections.BearingOn(
                            EventId.ForVersion(visible.Recorded.Stream, visible.Report.Version)
                        )
                    )
                    .Concat(
                        log.Timeline.FindLinks(visible.Report.Article)
                            .SelectMany(link => log.Timeline.Corrections.BearingOn(link.EventId).Prepend(link))
                    )
                    .DistinctBy(correction => correction.EventId)
                    .Where(IsKnown)
                    .OrderBy(correction => correction.Recorded.Position)
                    .Select(correction => new BlamedCorrection(
                        correction,
                        counting.Contains(correction.EventId),
                        ChangedField.FindAll(correction, log)
                    )),
            ]
        );

    private bool IsKnown(RecordedCorrection correction) =>
        Answer.Asked.KnownBy is null || log.Timeline.KnownFrom(correction) <= Answer.Asked.KnownBy;
}
