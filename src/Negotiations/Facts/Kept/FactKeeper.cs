namespace Negotiations;

/// <summary>Follows a log event by event, and tells what each makes of the facts.</summary>
/// <remarks>
/// A fact that can differ is decided as it was before and with the event, where it can differ, by the fold's own
/// functions.
/// </remarks>
public sealed class FactKeeper
{
    // What was decided of the facts of late, as much as fits into some memory.
    private const int MostDecisions = 10_000;

    private readonly ActHistories histories;
    private Dictionary<string, FactSurface> surfaces = new(StringComparer.Ordinal);
    private Dictionary<string, FactSurface> earlier = [];
    private int decided;
    private NegotiationLog log;

    /// <summary>Begins at the end of a log.</summary>
    /// <param name="log">The log, or the part of one that bears on what comes.</param>
    public FactKeeper(NegotiationLog log) => (this.log, histories) = (log, new(FactIndex.Read(log)));

    /// <summary>What the reports of some articles say before and with each of the next events.</summary>
    public FactIndex FindTold(IEnumerable<string> articles, IEnumerable<RecordedEvent> next) =>
        FactIndex.ReadAlong(log, articles, next);

    /// <summary>Whether all facts can come out otherwise with the next events.</summary>
    public bool IsOtherwiseComparedWith(IEnumerable<RecordedEvent> next) =>
        next.Select(recorded => recorded.Event)
            .OfType<NegotiationDefined>()
            .Any(later => later.Erased || DifferingFact.IsOtherwiseCompared(log.Definition, later));

    /// <summary>Takes in events that were recorded before, and bear on what comes.</summary>
    public void Learn(IReadOnlyList<RecordedEvent> leftOut)
    {
        if (leftOut.Count == 0)
            return;
        log = log.WithLeftOut(leftOut);
        foreach (var article in leftOut.SelectMany(log.Timeline.FindTouched).Distinct(StringComparer.Ordinal))
        {
            foreach (var history in log.Timeline.FindReports(article))
                histories.Index.Add(history);
            histories.Index.AddOrders(article, log);
        }
    }

    /// <summary>Takes the next event.</summary>
    public KeptStep Take(RecordedEvent recorded)
    {
        var before = log;
        log = before.With(recorded);
        histories.Index.TakeOut();
        var touched = log.Timeline.FindTouched(recorded);
        foreach (var article in touched)
            histories.Index.AddOrders(article, log);
        var acts = DifferingFact.FindActs(before, log, touched, histories.Index);
        var differing = DifferingFact.FindAll(before, log, acts, histories);
        // First all as they were: of an act those of two logs are kept.
        var were = differing.Select(fact => FindSurface(fact.Key, before)).ToList();
        var revisions = differing.Zip(were, Revise).SelectMany(revised => revised).ToList();
        return new(recorded, revisions, [.. histories.Index.NewClaims], [.. histories.Index.NewOrders])
        {
            Tallies = Tally.Between(before, log, recorded, touched),
            VagueActs = [.. FindVague(before, acts.Keys)],
            Assumed =
            [
                .. touched
                    .Select(article =>
                        (
                            Before: AssumedPublications.Read(article, before),
                            After: AssumedPublications.Read(article, log)
                        )
                    )
                    .Where(assumed => !assumed.After.IsSameAs(assumed.Before))
                    .Select(assumed => assumed.After),
            ],
        };
    }

    private IEnumerable<VagueAct> FindVague(NegotiationLog before, IEnumerable<string> touched)
    {
        var isOtherwiseCompared = DifferingFact.IsOtherwiseCompared(before.Definition, log.Definition);
        foreach (var act in isOtherwiseCompared ? histories.Index.Acts : touched)
        {
            var (was, after) = (
                VagueAct.Read(act, histories.Find(act, before)),
                VagueAct.Read(act, histories.Find(act, log))
            );
            if (!after.IsSameAs(was))
                yield return after;
        }
    }

    private IReadOnlyList<FactRevision> Revise(DifferingFact fact, FactSurface was)
    {
        var surface = FindSurface(fact.Key, log);
        var count = surface.Decisions.Count;
        List<FactRevision> revisions =
        [
            .. FactRevisions.Between(log.Settled.Position, fact.Key, was, surface, fact.From, fact.FirstDay),
        ];
        decided += surface.Decisions.Count - count;
        if (decided > MostDecisions)
        {
            (earlier, surfaces) = (surfaces, new(StringComparer.Ordinal));
            decided = 0;
        }

        return revisions;
    }

    private FactSurface FindSurface(string key, NegotiationLog of)
    {
        var acts = histories.FindAll(key, of);
        var known = surfaces.GetValueOrDefault(key) ?? FindEarlier(key);
        if (known is null || !ReferenceEquals(known.Decisions.Comparison, of.Comparison))
            return surfaces[key] = new(acts, new FactDecisions(key, of.Comparison));
        return surfaces[key] = ByReference.AreSame(known.Acts, acts) ? known : new(acts, known.Decisions);
    }

    private FactSurface? FindEarlier(string key)
    {
        if (!earlier.Remove(key, out var known) || known.Decisions.Count > MostDecisions / 10)
            return null;
        decided += known.Decisions.Count;
        return known;
    }
}
