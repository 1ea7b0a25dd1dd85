namespace Negotiations;

/// <summary>Which reports can play a part in a fact, at whatever time known.</summary>
/// <remarks>
/// Those of the acts that assert it, in any revision, and of the acts that the texts put in order with those: so a fact can
/// be decided again, at another time known, from these alone.
/// </remarks>
public sealed class Relevance
{
    private readonly ILookup<string, string> actsByKey;
    private readonly ILookup<string, string> neighbours;
    private readonly ILookup<string, ReportTimeline> byAct;

    /// <summary>Indexes reports.</summary>
    public Relevance(IEnumerable<ReportTimeline> timelines)
    {
        var revisions = timelines
            .SelectMany(timeline => timeline.Revisions, (timeline, revision) => (Timeline: timeline, revision.Report))
            .Where(revision => revision.Report is not null)
            .Select(revision => (revision.Timeline, revision.Report!.Report))
            .ToList();
        actsByKey = revisions
            .SelectMany(revision => revision.Report.Asserts().Select(assertion => (Key: assertion.KeyIn(revision.Report), revision.Report.Act)))
            .Distinct()
            .ToLookup(pair => pair.Key, pair => pair.Act);
        byAct = revisions.Select(revision => (revision.Report.Act, revision.Timeline)).Distinct().ToLookup(pair => pair.Act, pair => pair.Timeline);
        neighbours = Neighbours([.. revisions.Select(revision => revision.Report)]);
    }

    /// <summary>The reports that can play a part in a fact.</summary>
    public IReadOnlyList<ReportTimeline> Of(string key)
    {
        var acts = actsByKey[key].ToHashSet();
        var queue = new Queue<string>(acts);
        while (queue.TryDequeue(out var act))
        {
            foreach (var neighbour in neighbours[act])
            {
                if (acts.Add(neighbour)) queue.Enqueue(neighbour);
            }
        }

        return [.. acts.SelectMany(act => byAct[act])];
    }

    private static ILookup<string, string> Neighbours(IReadOnlyList<Report> reports)
    {
        var acts = reports.Select(report => (Identity: (report.Article, report.Version, report.Id), report.Act)).Distinct().ToLookup(pair => pair.Identity, pair => pair.Act);
        return reports
            .SelectMany(report => (report.PrecededBy ?? []).SelectMany(id => acts[(report.Article, report.Version, id)]), (report, earlier) => (report.Act, Earlier: earlier))
            .Where(pair => pair.Act != pair.Earlier)
            .Distinct()
            .SelectMany(pair => new[] { (From: pair.Act, To: pair.Earlier), (From: pair.Earlier, To: pair.Act) })
            .ToLookup(pair => pair.From, pair => pair.To);
    }
}
