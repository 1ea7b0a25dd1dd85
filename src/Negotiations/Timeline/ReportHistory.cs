using NodaTime;

namespace Negotiations;

/// <summary>A report along the known clock: what a reader could know of it, from when on.</summary>
/// <param name="Recorded">The event of the report.</param>
/// <param name="Revisions">What could be known, in order; at least one.</param>
public sealed record ReportHistory(RecordedEvent Recorded, IReadOnlyList<ReportRevision> Revisions)
{
    /// <summary>
    /// The report for what a reader could know by a time; null where it is not yet known, or withdrawn.
    /// </summary>
    public VisibleReport? At(Instant? time) =>
        Revisions.LastOrDefault(revision => time is null || revision.From <= time)?.Report;

    /// <summary>
    /// The same, with what is as it was before as the very objects that it was: who follows a log looks only at the
    /// others.
    /// </summary>
    internal ReportHistory KeepingSame(ReportHistory before)
    {
        if (IsSameAs(before))
            return before;
        if (!ReferenceEquals(Recorded, before.Recorded))
            return this;
        return this with
        {
            Revisions =
            [
                .. Revisions.Select(revision =>
                    before.At(revision.From) is { } known && revision.Report?.IsSameAs(known) == true
                        ? revision with
                        {
                            Report = known,
                        }
                        : revision
                ),
            ],
        };
    }

    /// <summary>Whether everything that an answer can tell of it at any time is the same.</summary>
    internal bool IsSameAs(ReportHistory other) =>
        ReferenceEquals(Recorded, other.Recorded)
        && Revisions.Count == other.Revisions.Count
        && Revisions
            .Zip(other.Revisions)
            .All(pair =>
                pair.First.From == pair.Second.From
                && (
                    pair.First.Report is { } report
                        ? pair.Second.Report is { } another && report.IsSameAs(another)
                        : pair.Second.Report is null
                )
            );

    /// <summary>The times, up to a bound, at which something about reports became known, in order.</summary>
    public static IEnumerable<Instant> ListTimes(IEnumerable<ReportHistory> reports, Instant? knownBy) =>
        reports
            .SelectMany(report => report.Revisions, (_, revision) => revision.From)
            .Where(time => knownBy is null || time <= knownBy)
            .Distinct()
            .Order();
}
