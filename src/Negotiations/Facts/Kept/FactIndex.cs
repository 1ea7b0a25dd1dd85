namespace Negotiations;

/// <summary>Which facts, acts and reports of a log that grows bear on each other, at whatever time known.</summary>
/// <remarks>What once bore on each other stays so: whoever looks finds too much rather than too little.</remarks>
public sealed class FactIndex
{
    private readonly Sets<string, string> keysByAct = new();
    private readonly Sets<string, string> actsByKey = new();
    private readonly Sets<string, string> laterActs = new();
    private readonly Sets<string, string> earlierActs = new();
    private readonly Sets<string, (string Article, Guid Id)> reportsByAct = new();
    private readonly HashSet<(string Act, string Key, long Position)> claims = [];
    private readonly List<FactClaim> newClaims = [];
    private readonly List<(string Earlier, string Later)> newOrders = [];

    /// <summary>The keys of all facts.</summary>
    public IEnumerable<string> Keys => actsByKey.Keys;

    /// <summary>The acts of which reports tell.</summary>
    public IEnumerable<string> Acts => reportsByAct.Keys;

    /// <summary>What bears on what in logs.</summary>
    public static FactIndex Read(params IEnumerable<NegotiationLog> logs)
    {
        var index = new FactIndex();
        foreach (var log in logs)
        {
            foreach (var history in log.Timeline.Reports)
                index.Add(history);
            foreach (var article in log.Timeline.Articles)
                index.AddOrders(article, log);
        }

        index.TakeOut();
        return index;
    }

    /// <summary>What the reports of some articles say before and with each of the next events.</summary>
    /// <remarks>After a correction a report can tell of something that it does not tell of once the next correction is
    /// there too.</remarks>
    internal static FactIndex ReadAlong(
        NegotiationLog log,
        IEnumerable<string> articles,
        IEnumerable<RecordedEvent> next
    )
    {
        var index = new FactIndex();
        var taken = new HashSet<ReportHistory>(ReferenceEqualityComparer.Instance);
        Add(articles.SelectMany(log.Timeline.FindReports));
        foreach (var recorded in next)
        {
            log = log.With(recorded);
            Add(log.Timeline.FindTouched(recorded).SelectMany(log.Timeline.FindReports));
        }

        return index;

        void Add(IEnumerable<ReportHistory> histories)
        {
            foreach (var history in histories.Where(taken.Add))
                index.Add(history);
        }
    }

    /// <summary>What was taken in and not there before, since it was last taken out.</summary>
    public IReadOnlyList<FactClaim> NewClaims => newClaims;

    /// <summary>The acts that texts put in order, taken in and not there before, since they were last taken
    /// out.</summary>
    public IReadOnlyList<(string Earlier, string Later)> NewOrders => newOrders;

    /// <summary>Takes in what a report says at any time known.</summary>
    public void Add(ReportHistory history)
    {
        var article = ((Report)history.Recorded.Event).Article;
        foreach (var visible in history.Revisions.Select(revision => revision.Report).OfType<VisibleReport>())
        {
            var act = visible.Report.Act;
            var keys = visible.Asserted.Concat(visible.Denied).Select(fact => fact.Key).Distinct().ToList();
            if (reportsByAct.Add(act, (article, history.Recorded.Id)) && keys.Count == 0)
                newClaims.Add(new(act, "", article, history.Recorded.Position));
            foreach (var key in keys)
            {
                keysByAct.Add(act, key);
                actsByKey.Add(key, act);
                if (claims.Add((act, key, history.Recorded.Position)))
                    newClaims.Add(new(act, key, article, history.Recorded.Position));
            }
        }
    }

    /// <summary>Takes in how the texts of an article order acts.</summary>
    public void AddOrders(string article, NegotiationLog log)
    {
        foreach (var (later, earlier) in log.Timeline.FindOrders(article))
        {
            earlierActs.Add(later, earlier);
            if (laterActs.Add(earlier, later))
                newOrders.Add((earlier, later));
        }
    }

    /// <summary>Forgets what is new.</summary>
    public void TakeOut()
    {
        newClaims.Clear();
        newOrders.Clear();
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

        public bool Add(TKey key, TValue value)
        {
            if (!sets.TryGetValue(key, out var values))
                sets[key] = values = [];
            return values.Add(value);
        }
    }
}

/// <summary>That a report tells of an act, and by it asserts or denies a fact, at some time known.</summary>
/// <param name="Act">Key of the act.</param>
/// <param name="Key">Key of the fact; empty where the report asserts and denies nothing.</param>
/// <param name="Article">Identifier of the report's article.</param>
/// <param name="Position">Position of the report.</param>
public sealed record FactClaim(string Act, string Key, string Article, long Position);
