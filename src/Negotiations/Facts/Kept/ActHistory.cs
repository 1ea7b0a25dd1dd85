using NodaTime;

namespace Negotiations;

/// <summary>An act along the known clock: what its reports made of it for readers, from when on.</summary>
internal sealed class ActHistory
{
    private readonly IReadOnlyList<Revision> revisions;

    private ActHistory(IReadOnlyList<ReportHistory> reports, IReadOnlyList<Revision> revisions) =>
        (Reports, this.revisions) = (reports, revisions);

    /// <summary>The reports that tell of it at any time known.</summary>
    public IReadOnlyList<ReportHistory> Reports { get; }

    /// <summary>The times at which it became another, in order.</summary>
    public IEnumerable<Instant> Times => revisions.Select(revision => revision.From);

    /// <summary>The act as it was at each of these times; nothing where no report told of it.</summary>
    public IEnumerable<Act> Acts => revisions.Select(revision => revision.Act).OfType<Act>();

    /// <summary>The act for what a reader could know by a time; null where no report tells of it.</summary>
    public Act? At(Instant time) => Find(time)?.Act;

    /// <summary>The act as it is at a time, and each as which it was known later.</summary>
    public IEnumerable<Act> ListFrom(Instant time) =>
        revisions
            .Where(revision => revision.From > time)
            .Select(revision => revision.Act)
            .Prepend(At(time))
            .OfType<Act>();

    /// <summary>Reads an act.</summary>
    /// <param name="key">Key of the act.</param>
    /// <param name="reports">The reports that tell of it at any time known.</param>
    /// <param name="before">The act when less was recorded of it: what is as it was is the very object that it
    /// was.</param>
    public static ActHistory Read(string key, IReadOnlyList<ReportHistory> reports, ActHistory? before)
    {
        var revisions = new List<Revision>();
        foreach (var time in ReportHistory.ListTimes(reports, knownBy: null))
        {
            List<VisibleReport> told =
            [
                .. reports
                    .Select(report => report.At(time))
                    .OfType<VisibleReport>()
                    .Where(visible => visible.Report.Act == key),
            ];
            if (revisions.Count > 0 ? revisions[^1].IsOf(told) : told.Count == 0)
                continue;
            revisions.Add(
                before?.Find(time) is { } known && known.IsOf(told)
                    ? known with
                    {
                        From = time,
                    }
                    : new(time, told, told.Count == 0 ? null : new Act(key, told))
            );
        }

        return new(reports, revisions);
    }

    private Revision? Find(Instant time)
    {
        var place = revisions.Count - 1;
        while (place >= 0 && revisions[place].From > time)
            place--;
        return place < 0 ? null : revisions[place];
    }

    private sealed record Revision(Instant From, IReadOnlyList<VisibleReport> Told, Act? Act)
    {
        public bool IsOf(IReadOnlyList<VisibleReport> reports) => ByReference.AreSame(Told, reports);
    }
}
