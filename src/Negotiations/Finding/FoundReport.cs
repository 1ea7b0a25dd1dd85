namespace Negotiations;

/// <summary>A report that was found, and whether it still counts.</summary>
/// <param name="Visible">The report; one that counts no more as it last did.</param>
/// <param name="Status">Whether it counts.</param>
public sealed record FoundReport(VisibleReport Visible, FoundStatus Status)
{
    /// <summary>Whether a correction of it is in force.</summary>
    public bool IsCorrected => Status == FoundStatus.Counts && Visible.IsCorrected;

    /// <summary>Whether it is no longer carried by its source.</summary>
    public bool IsDropped => Visible.Fate == CarriedStatus.Dropped;

    /// <summary>The reports that count for an answer.</summary>
    internal static IEnumerable<FoundReport> FindVisible(Answer answer) =>
        Admit(answer, answer.Reports).Select(visible => new FoundReport(visible, FoundStatus.Counts));

    /// <summary>The reports that could be known to an answer and count no more.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="log">The log from which it was given.</param>
    internal static IReadOnlyList<FoundReport> FindWithdrawn(Answer answer, NegotiationLog log)
    {
        var counting = answer.Reports.Select(visible => visible.EventId).ToHashSet();
        var histories = log.Timeline.Reports.ToDictionary(history => history.Recorded.Id);
        var found = log
            .Events.Where(recorded => recorded.Event is Report { Erased: false } && !counting.Contains(recorded.Id))
            .Select(recorded => Find(recorded, histories.GetValueOrDefault(recorded.Id), answer, log))
            .OfType<FoundReport>()
            .ToList();
        var admitted = Admit(answer, found.Select(withdrawn => withdrawn.Visible)).ToHashSet();
        return found.FindAll(withdrawn => admitted.Contains(withdrawn.Visible));
    }

    private static FoundReport? Find(RecordedEvent recorded, ReportHistory? history, Answer answer, NegotiationLog log)
    {
        var (corrections, time) = (log.Timeline.Corrections, answer.Asked.KnownBy);
        if (history is not null)
        {
            var last = history
                .Revisions.Where(revision => time is null || revision.From <= time)
                .Select(revision => revision.Report)
                .LastOrDefault(report => report is not null);
            var isRetracted = CorrectionApplier.At(recorded, corrections, time) is null;
            return last is null
                ? null
                : new(WithCorrections(last), isRetracted ? FoundStatus.Withdrawn : FoundStatus.Replaced);
        }

        // The coder's retraction counts from when the report was known: the report never counted.
        var publication = log.Timeline.ResolvePublication(recorded);
        if (publication.Time > time)
            return null;
        var coded = CorrectionApplier.CodedAs(recorded, corrections);
        var version = log.Timeline.FindVersions(coded.Article).First(known => known.Version == coded.Version);
        var visible = new VisibleReport(recorded, coded, version, publication, publication.Time.InZone(log.Zone).Date);
        return new(WithCorrections(visible), FoundStatus.Withdrawn);

        VisibleReport WithCorrections(VisibleReport report) =>
            report with
            {
                Corrections =
                [
                    .. corrections
                        .BearingOn(recorded.Id)
                        .Where(correction =>
                            corrections.IsInForce(correction, time)
                            && (time is null || log.Timeline.KnownFrom(correction) <= time)
                        )
                        .Select(correction => correction.EventId)
                        .Order(),
                ],
            };
    }

    // Without a bound on the happened clock no act need be put together.
    private static IEnumerable<VisibleReport> Admit(Answer answer, IEnumerable<VisibleReport> reports)
    {
        if (answer.Asked.HappenedBy is not { } happened)
            return reports;
        var bound = new HappenedBound(happened.InZone(answer.Zone).Date);
        return reports
            .GroupBy(visible => visible.Report.Act, StringComparer.Ordinal)
            .Where(act => bound.Admits(new Act(act.Key, act)))
            .SelectMany(act => act);
    }
}

/// <summary>Whether a report counts.</summary>
public enum FoundStatus
{
    /// <summary>It counts.</summary>
    Counts,

    /// <summary>A correction took it back.</summary>
    Withdrawn,

    /// <summary>A later version of its article put another in its place.</summary>
    Replaced,
}
