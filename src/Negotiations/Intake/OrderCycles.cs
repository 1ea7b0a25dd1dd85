using NodaTime;

namespace Negotiations;

/// <summary>Checks that the orders which texts give do not contradict each other.</summary>
public static class OrderCycles
{
    /// <summary>
    /// The keys of the acts on a cycle ("A after B" here, "B after A" there), or null where there is none.
    /// </summary>
    /// <param name="reports">The reports that somebody could know at one time.</param>
    public static IReadOnlyList<string>? FindCycle(IEnumerable<VisibleReport> reports)
    {
        var view = reports
            .GroupBy(report => report.Report.Act, StringComparer.Ordinal)
            .Select(group => new Act(group.Key, group))
            .ToList();
        return TextOrder.FindCycle(view)?.Select(act => act.Key).ToList();
    }

    /// <summary>
    /// Whether a text of an article puts acts in order, by its coding or by corrections: then they can contradict those
    /// of others.
    /// </summary>
    public static bool GivesOrder(NegotiationLog log, string article) =>
        log
            .Timeline.FindReports(article)
            .Any(report => report.Revisions.Any(revision => revision.Report?.Report.PrecededBy is not null));

    /// <summary>
    /// The keys of the acts on a cycle that is new after something was added to an article, or null where there is
    /// none.
    /// </summary>
    /// <remarks>
    /// A cycle that is new has a link that is new, so one that the article gives. Where no chain of links, whoever can
    /// know them, leads back from any of these, no reader finds a cycle. Else it takes a look at each time.
    /// </remarks>
    /// <param name="before">The log as it is.</param>
    /// <param name="after">The log as it would be, with more of that article.</param>
    /// <param name="article">The article.</param>
    public static IReadOnlyList<string>? FindNewCycle(NegotiationLog before, NegotiationLog after, string article) =>
        after.Timeline.FindOrders(article).Any(link => LeadsBack(after.Timeline, link.Later, link.Earlier))
            ? FindNewCycle(before, after)
            : null;

    // From both ends in turn: one of them is soon at its end, where articles come in by their time the later one.
    private static bool LeadsBack(KnownTimeline timeline, string later, string earlier)
    {
        var (down, up) = (new HashSet<string>([earlier]), new HashSet<string>([later]));
        var (downwards, upwards) = (new Queue<string>(down), new Queue<string>(up));
        while (downwards.Count > 0 && upwards.Count > 0)
        {
            var (fromLater, fromEarlier) = (upwards.Dequeue(), downwards.Dequeue());
            foreach (var order in FindLinks(timeline, fromEarlier).Where(link => link.Later == fromEarlier))
            {
                if (up.Contains(order.Earlier))
                    return true;
                if (down.Add(order.Earlier))
                    downwards.Enqueue(order.Earlier);
            }

            foreach (var order in FindLinks(timeline, fromLater).Where(link => link.Earlier == fromLater))
            {
                if (down.Contains(order.Later))
                    return true;
                if (up.Add(order.Later))
                    upwards.Enqueue(order.Later);
            }
        }

        return false;
    }

    private static IEnumerable<(string Later, string Earlier)> FindLinks(KnownTimeline timeline, string act) =>
        timeline.FindArticlesThatOrder(act).SelectMany(timeline.FindOrders);

    /// <summary>
    /// The keys of the acts on a cycle that a reader of any time would find in one log and not in another, or null
    /// where there is none: who adds something is not to blame for what contradicted itself before.
    /// </summary>
    /// <param name="before">The log as it is.</param>
    /// <param name="after">The log as it would be.</param>
    public static IReadOnlyList<string>? FindNewCycle(NegotiationLog before, NegotiationLog after)
    {
        var ordered = OrderedBy(after);
        // Between two losses more and more is known, so that it is enough to look just before each, and at the end.
        var times = ordered
            .SelectMany(report => report.Revisions.Skip(1))
            .Select(revision => (Instant?)(revision.From - Duration.Epsilon))
            .Distinct()
            .Append(null);
        return times
            .Select(time => FindNewCycle(before, Visible(ordered, time), time))
            .FirstOrDefault(cycle => cycle is not null);
    }

    private static IReadOnlyList<string>? FindNewCycle(
        NegotiationLog before,
        IReadOnlyList<VisibleReport> after,
        Instant? time
    )
    {
        if (FindCycle(after) is null)
            return null;
        var known = ListLinks(Visible(OrderedBy(before), time)).ToHashSet();
        var follows = ListLinks(after).ToLookup(link => link.Later, link => link.Earlier, StringComparer.Ordinal);
        return ListLinks(after)
            .Where(link => !known.Contains(link))
            .Select(link => PathTo(link.Later, link.Earlier, follows))
            .FirstOrDefault(path => path is not null);
    }

    // The acts from one that stands later down to one that follows it all the same.
    private static List<string>? PathTo(string later, string earlier, ILookup<string, string> follows)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal) { [earlier] = later };
        var queue = new Queue<string>([earlier]);
        while (queue.TryDequeue(out var act))
        {
            if (act == later)
                return [.. Back(cameFrom[later]).Append(later).Reverse()];
            foreach (var next in follows[act])
            {
                if (cameFrom.TryAdd(next, act))
                    queue.Enqueue(next);
            }
        }

        return null;

        IEnumerable<string> Back(string act)
        {
            for (; act != later; act = cameFrom[act])
                yield return act;
        }
    }

    // Only the reports of versions in which some text gives an order play a part.
    private static List<ReportHistory> OrderedBy(NegotiationLog log)
    {
        var versions = log
            .Timeline.Reports.SelectMany(report => report.Revisions)
            .Select(revision => revision.Report?.Report)
            .Where(report => report?.PrecededBy is not null)
            .Select(report => (report!.Article, report.Version))
            .ToHashSet();
        return
        [
            .. log.Timeline.Reports.Where(report =>
                report.Recorded.Event is Report coded && versions.Contains((coded.Article, coded.Version))
            ),
        ];
    }

    private static List<VisibleReport> Visible(IEnumerable<ReportHistory> reports, Instant? time) =>
        [.. reports.Select(report => report.At(time)).OfType<VisibleReport>()];

    private static IEnumerable<(string Later, string Earlier)> ListLinks(IReadOnlyCollection<VisibleReport> visible)
    {
        var acts = visible.ToDictionary(
            report => (report.Report.Article, report.Report.Version, report.Report.Id),
            report => report.Report.Act
        );
        return from report in visible.Select(report => report.Report)
            from id in report.PrecededBy ?? []
            where acts.ContainsKey((report.Article, report.Version, id))
            let link = (Later: report.Act, Earlier: acts[(report.Article, report.Version, id)])
            where link.Later != link.Earlier
            select link;
    }
}
