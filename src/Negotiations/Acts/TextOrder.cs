namespace Negotiations;

/// <summary>
/// The order that texts give explicitly ("shortly after the announcement"), applied over the order by time.
/// </summary>
/// <remarks>
/// By one rule: among the acts that no remaining act is said to follow, repeatedly take the greatest. References to
/// reports that are not visible play no part.
/// </remarks>
public sealed class TextOrder
{
    private readonly Dictionary<Act, List<Link>> follows;
    private readonly Dictionary<Act, List<Link>> followedBy;
    private readonly Dictionary<Act, int> places;
    private readonly Lazy<Dictionary<string, Act>> byKey;

    /// <summary>Orders acts.</summary>
    public TextOrder(IReadOnlyCollection<Act> acts)
    {
        var links = ReadLinks(acts).ToList();
        follows = GroupBy(links, link => link.Later);
        followedBy = GroupBy(links, link => link.Earlier);
        Ordered = Order(acts);
        places = new(Ordered.Count);
        foreach (var act in Ordered)
            places[act] = places.Count;
        byKey = new(() => acts.ToDictionary(act => act.Key, StringComparer.Ordinal));
    }

    /// <summary>The acts, what happened last at the end.</summary>
    public IReadOnlyList<Act> Ordered { get; }

    /// <summary>The place of an act in the order, counted from 0.</summary>
    public int FindPlace(Act act) => places[act];

    /// <summary>The act with a key, which is one of them.</summary>
    internal Act FindAct(string key) => byKey.Value[key];

    /// <summary>The narrowest bound on the happened clock that admits the acts of which some reports tell.</summary>
    internal HappenedBound FindNarrowestBound(IEnumerable<VisibleReport> reports)
    {
        var days = reports.Select(report => FindAct(report.Report.Act).Date.Bounds.Latest).ToList();
        return days.Contains(null) ? HappenedBound.None : new(days.Max());
    }

    /// <summary>
    /// The reports for which acts stand in their order where by time they would stand in another, so that the order
    /// follows from these and the anchors of the acts alone.
    /// </summary>
    public IReadOnlyCollection<VisibleReport> ReasonsFor(IEnumerable<Act> acts)
    {
        var reasons = new HashSet<VisibleReport>();
        var found = acts.ToHashSet();
        var queue = new Queue<Act>(found);
        var done = new List<Act>();
        var followed = new List<Act>();
        while (queue.TryDequeue(out var act))
        {
            // Of two that no text puts in order with others, neither can stand before the other against their times.
            var isFollowed = followedBy.ContainsKey(act);
            foreach (var other in isFollowed ? done : followed)
            {
                foreach (
                    var link in FindPlace(act) < FindPlace(other) ? LinksBetween(act, other) : LinksBetween(other, act)
                )
                {
                    // An act by which two others come into order has to stand in order with all of them itself.
                    reasons.UnionWith([link.LaterReport, link.EarlierReport, .. link.Later.Anchors]);
                    if (found.Add(link.Later))
                        queue.Enqueue(link.Later);
                }
            }

            done.Add(act);
            if (isFollowed)
                followed.Add(act);
        }

        return reasons;
    }

    /// <summary>The reports for which an act stands before another although it would stand after it by time.</summary>
    public IEnumerable<VisibleReport> ReasonsWhyBefore(Act act, Act other) =>
        LinksBetween(act, other).SelectMany(link => link.Later.Anchors.Concat([link.LaterReport, link.EarlierReport]));

    // A chain of acts, each of which follows the one before by the text, can hold an act before another against their
    // times: its last act is before the other by time, or is the other. Links to acts after the other are left out, for
    // such an act may be there only because of another chain.
    private IEnumerable<Link> LinksBetween(Act act, Act other)
    {
        if (!followedBy.ContainsKey(act) || Act.ByTime.Compare(act, other) < 0)
            return [];
        var cameFrom = new Dictionary<Act, Link?> { [act] = null };
        var queue = new Queue<Act>([act]);
        while (queue.TryDequeue(out var current))
        {
            if (current == other || Act.ByTime.Compare(current, other) < 0)
                return Chain(current, cameFrom);
            foreach (var link in followedBy.GetValueOrDefault(current, []))
            {
                if (FindPlace(link.Later) <= FindPlace(other) && cameFrom.TryAdd(link.Later, link))
                    queue.Enqueue(link.Later);
            }
        }

        return [];
    }

    /// <summary>
    /// Some of the acts, with those on which their order hangs: the ones that follow them by the text. The others are
    /// taken before or after them, and hold none of them back.
    /// </summary>
    internal static IReadOnlyList<Act> WithFollowers(IReadOnlySet<Act> some, IReadOnlyCollection<Act> acts)
    {
        var followers = ReadLinks(acts).ToLookup(link => link.Earlier, link => link.Later);
        var found = some.ToHashSet();
        var queue = new Queue<Act>(found);
        while (queue.TryDequeue(out var act))
        {
            foreach (var later in followers[act])
            {
                if (found.Add(later))
                    queue.Enqueue(later);
            }
        }

        return [.. acts.Where(found.Contains)];
    }

    /// <summary>The acts on a cycle of the texts' own order, in that order, or null where there is none.</summary>
    public static IReadOnlyList<Act>? FindCycle(IReadOnlyCollection<Act> acts)
    {
        var follows = ReadLinks(acts).ToLookup(link => link.Later, link => link.Earlier);
        var done = new HashSet<Act>();
        foreach (var start in acts)
        {
            // Depth first with a stack of its own: a chain can be longer than the call stack is deep.
            var path = new List<Act>();
            var onPath = new HashSet<Act>();
            var stack = new Stack<(Act Act, bool Leave)>([(start, false)]);
            while (stack.TryPop(out var step))
            {
                if (step.Leave)
                {
                    onPath.Remove(step.Act);
                    path.RemoveAt(path.Count - 1);
                    done.Add(step.Act);
                    continue;
                }

                if (onPath.Contains(step.Act))
                    return path[path.IndexOf(step.Act)..];
                if (done.Contains(step.Act))
                    continue;
                onPath.Add(step.Act);
                path.Add(step.Act);
                stack.Push((step.Act, true));
                foreach (var earlier in follows[step.Act])
                    stack.Push((earlier, false));
            }
        }

        return null;
    }

    private static Dictionary<Act, List<Link>> GroupBy(List<Link> links, Func<Link, Act> act) =>
        links.Count == 0 ? [] : links.GroupBy(act).ToDictionary(group => group.Key, group => group.ToList());

    private static IEnumerable<Link> ReadLinks(IReadOnlyCollection<Act> acts)
    {
        if (!acts.Any(act => act.PutsInOrder))
            yield break;
        // A text puts in order only what it tells of itself.
        var articles = acts.Where(act => act.PutsInOrder)
            .SelectMany(act => act.Reports)
            .Where(report => report.Report.PrecededBy is not null)
            .Select(report => report.Report.Article)
            .ToHashSet(StringComparer.Ordinal);
        var byReport = new Dictionary<(string Article, string Version, string Id), (Act Act, VisibleReport Report)>();
        foreach (var act in acts)
        {
            foreach (var report in act.Reports)
            {
                if (articles.Contains(report.Report.Article))
                    byReport[(report.Report.Article, report.Report.Version, report.Report.Id)] = (act, report);
            }
        }

        foreach (var act in acts.Where(act => act.PutsInOrder))
        {
            foreach (var report in act.Reports)
            {
                foreach (var id in report.Report.PrecededBy ?? [])
                {
                    if (
                        byReport.TryGetValue((report.Report.Article, report.Report.Version, id), out var earlier)
                        && earlier.Act != act
                    )
                        yield return new(act, report, earlier.Act, earlier.Report);
                }
            }
        }
    }

    private List<Act> Order(IReadOnlyCollection<Act> acts)
    {
        if (follows.Count == 0)
            return [.. acts.Order(Act.ByTime)];
        var byTime = acts.Order(Act.ByTime).ToArray();
        var waiting = new Dictionary<Act, (int Place, int Followers)>(byTime.Length);
        var free = new PriorityQueue<Act, int>(byTime.Length);
        for (var place = 0; place < byTime.Length; place++)
        {
            var count = followedBy.TryGetValue(byTime[place], out var later) ? later.Count : 0;
            waiting.Add(byTime[place], (place, count));
            if (count == 0)
                free.Enqueue(byTime[place], -place);
        }

        var fromLast = new List<Act>(byTime.Length);
        var greatest = byTime.Length - 1;
        while (waiting.Count > 0)
        {
            // Replay refuses cycles; should one stand in a store all the same, the order by time breaks it.
            if (!free.TryDequeue(out var last, out _))
            {
                while (!waiting.ContainsKey(byTime[greatest]))
                    greatest--;
                last = byTime[greatest];
            }

            waiting.Remove(last);
            fromLast.Add(last);
            foreach (var link in follows.GetValueOrDefault(last, []))
            {
                if (!waiting.TryGetValue(link.Earlier, out var earlier))
                    continue;
                waiting[link.Earlier] = earlier with { Followers = earlier.Followers - 1 };
                if (earlier.Followers == 1)
                    free.Enqueue(link.Earlier, -earlier.Place);
            }
        }

        fromLast.Reverse();
        return fromLast;
    }

    private static IEnumerable<Link> Chain(Act end, Dictionary<Act, Link?> cameFrom)
    {
        for (var link = cameFrom[end]; link is not null; link = cameFrom[link.Earlier])
            yield return link;
    }

    private sealed record Link(Act Later, VisibleReport LaterReport, Act Earlier, VisibleReport EarlierReport);
}
