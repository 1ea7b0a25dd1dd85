namespace Negotiations;

/// <summary>The reports of an answer as they speak of facts, with the corrections that touched them.</summary>
public sealed class BlamedReports
{
    private readonly NegotiationLog log;
    private readonly HashSet<Guid> counting;

    /// <summary>Finds what corrections touched.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="log">The log from which it was given.</param>
    public BlamedReports(Answer answer, NegotiationLog log)
    {
        (Answer, this.log) = (answer, log);
        counting = [.. log.Timelines.CorrectionsKnownBy(answer.Asked.KnownBy).Select(correction => correction.EventId)];
        Withdrawn = WithdrawnReport.Of(answer, log)
            .OrderBy(withdrawn => withdrawn.Visible, VisibleReport.ByKnown)
            .ToLookup(withdrawn => withdrawn.Key, withdrawn => Of(withdrawn.Visible, withdrawn.Value), StringComparer.Ordinal);
    }

    /// <summary>The answer.</summary>
    public Answer Answer { get; }

    /// <summary>The reports that asserted facts until a correction took that back, by the key of the fact.</summary>
    public ILookup<string, BlamedReport> Withdrawn { get; }

    /// <summary>A report that speaks of a fact.</summary>
    public BlamedReport Of(VisibleReport visible, string key) =>
        Of(visible, visible.Report.Asserts().FirstOrDefault(assertion => assertion.KeyIn(visible.Report) == key)?.Value);

    private BlamedReport Of(VisibleReport visible, FactValue? value) => new(
        visible,
        value,
        [.. log.Timelines.Corrections.BearingOn(visible.EventId)
            .Concat(log.Timelines.Corrections.BearingOn(EventId.OfVersion(visible.Recorded.Stream, visible.Report.Version)))
            .Concat(log.Timelines.LinksOf(visible.Report.Article).SelectMany(link => log.Timelines.Corrections.BearingOn(link.EventId).Prepend(link)))
            .DistinctBy(correction => correction.EventId)
            .Where(IsKnown)
            .OrderBy(correction => correction.Recorded.Position)
            .Select(correction => new BlamedCorrection(correction, counting.Contains(correction.EventId)))]);

    private bool IsKnown(RecordedCorrection correction) =>
        Answer.Asked.KnownBy is null || log.Timelines.KnownFrom(correction) <= Answer.Asked.KnownBy;
}
