namespace Negotiations;

/// <summary>Which reports can play a part in a fact, at whatever time known.</summary>
/// <remarks>
/// Those of the acts that assert it, in any revision, and, where their values differ, of the acts that the texts put
/// after those: so a fact can be decided again, at another time known, from these alone. Earlier
/// acts are not needed: the order is built from the last act backwards.
/// </remarks>
public sealed class FactDependencies
{
    private readonly ILookup<string, (string Act, string Status)> claimsByKey;
    private readonly ILookup<string, string> followers;
    private readonly ILookup<string, ReportHistory> byAct;

    /// <summary>Indexes reports.</summary>
    public FactDependencies(IEnumerable<ReportHistory> timelines)
    {
        var revisions = timelines
            .SelectMany(timeline => timeline.Revisions, (timeline, revision) => (Timeline: timeline, revision.Report))
            .Where(revision => revision.Report is not null)
            .Select(revision => (revision.Timeline, Visible: revision.Report!, revision.Report!.Report))
            .ToList();
        claimsByKey = revisions
            .SelectMany(revision =>
                revision
                    .Visible.Asserted.Select(fact => (fact.Key, revision.Report.Act, fact.Assertion.Value.Status))
                    .Concat(
                        revision.Visible.Denied.Select(fact => (fact.Key, revision.Report.Act, Status: Claim.Denied))
                    )
            )
            .Distinct()
            .ToLookup(claim => claim.Key, claim => (claim.Act, claim.Status));
        byAct = revisions
            .Select(revision => (revision.Report.Act, revision.Timeline))
            .Distinct()
            .ToLookup(pair => pair.Act, pair => pair.Timeline);
        followers = Followers([.. revisions.Select(revision => revision.Report)]);
    }

    /// <summary>The reports that can play a part in a fact.</summary>
    public IReadOnlyList<ReportHistory> Find(string key)
    {
        var acts = claimsByKey[key].Select(claim => claim.Act).ToHashSet();
        var differ = claimsByKey[key].Select(claim => claim.Status).Distinct().Count() > 1;
        var queue = new Queue<string>(differ ? acts : []);
        while (queue.TryDequeue(out var act))
        {
            foreach (var follower in followers[act])
            {
                if (acts.Add(follower))
                    queue.Enqueue(follower);
            }
        }

        return [.. acts.SelectMany(act => byAct[act])];
    }

    private static ILookup<string, string> Followers(IReadOnlyList<Report> reports)
    {
        var acts = reports
            .Select(report => (Identity: (report.Article, report.Version, report.Id), report.Act))
            .Distinct()
            .ToLookup(pair => pair.Identity, pair => pair.Act);
        return reports
            .SelectMany(
                report => (report.PrecededBy ?? []).SelectMany(id => acts[(report.Article, report.Version, id)]),
                (report, earlier) => (report.Act, Earlier: earlier)
            )
            .Where(pair => pair.Act != pair.Earlier)
            .Distinct()
            .ToLookup(pair => pair.Earlier, pair => pair.Act);
    }
}
