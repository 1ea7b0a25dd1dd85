namespace Negotiations;

/// <summary>Which facts, acts and reports of a log that grows bear on each other, at whatever time known.</summary>
/// <remarks>What once bore on each other stays so: whoever looks finds too much rather than too little.</remarks>
internal sealed class FactIndex
{
    private readonly Sets<string, string> keysByAct = new();
    private readonly Sets<string, string> actsByKey = new();
    private readonly Sets<string, string> laterActs = new();
    private readonly Sets<string, string> earlierActs = new();
    private readonly Sets<string, (string Article, Guid Id)> reportsByAct = new();

    /// <summary>The keys of all facts.</summary>
    public IEnumerable<string> Keys => actsByKey.Keys;

    /// <summary>Takes in what the reports of an article say.</summary>
    public void Add(string article, NegotiationLog log)
    {
        foreach (var history in log.Timeline.FindReports(article))
        foreach (var visible in history.Revisions.Select(revision => revision.Report).OfType<VisibleReport>())
        {
            var act = visible.Report.Act;
            reportsByAct.Add(act, (article, history.Recorded.Id));
            foreach (var fact in visible.Asserted.Concat(visible.Denied))
            {
                keysByAct.Add(act, fact.Key);
                actsByKey.Add(fact.Key, act);
            }
        }

        foreach (var (later, earlier) in log.Timeline.FindOrders(article))
        {
            laterActs.Add(earlier, later);
            earlierActs.Add(later, earlier);
        }
    }

    /// <summary>
    /// The facts on which acts bear: those that they assert or deny, and those of acts that they follow by the text.
    /// </summary>
    public IReadOnlyCollection<string> FindKeys(IEnumerable<string> acts) =>
        Close(acts, earlierActs).SelectMany(keysByAct.Find).ToHashSet(StringComparer.Ordinal);

    /// <summary>The acts that bear on a fact: those that assert or deny it, and those that follow them by the
    /// text.</summary>
    /// <remarks>Earlier acts are not needed: the order is built from the last act backwards.</remarks>
    public IReadOnlyCollection<string> FindActs(string key) => Close(actsByKey.Find(key), laterActs);

    /// <summary>The reports that tell of acts.</summary>
    public IEnumerable<(string Article, Guid Id)> FindReports(IEnumerable<string> acts) =>
        acts.SelectMany(reportsByAct.Find).Distinct();

    private static HashSet<string> Close(IEnumerable<string> acts, Sets<string, string> next)
    {
        var found = acts.ToHashSet(StringComparer.Ordinal);
        var queue = new Queue<string>(found);
        while (queue.TryDequeue(out var act))
        {
            foreach (var other in next.Find(act))
            {
                if (found.Add(other))
                    queue.Enqueue(other);
            }
        }

        return found;
    }

    private sealed class Sets<TKey, TValue>
        where TKey : notnull
    {
        private readonly Dictionary<TKey, HashSet<TValue>> sets = [];

        public IEnumerable<TKey> Keys => sets.Keys;

        public IReadOnlyCollection<TValue> Find(TKey key) => sets.TryGetValue(key, out var found) ? found : [];

        public void Add(TKey key, TValue value)
        {
            if (!sets.TryGetValue(key, out var values))
                sets[key] = values = [];
            values.Add(value);
        }
    }
}
