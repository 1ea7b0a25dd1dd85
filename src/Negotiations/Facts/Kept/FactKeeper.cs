namespace Negotiations;

/// <summary>Follows a log event by event, and tells what each makes of the facts.</summary>
/// <remarks>
/// A fact that can differ is decided as it was before and with the event, where it can differ, by the fold's own
/// functions.
/// </remarks>
public sealed class FactKeeper
{
    // What was decided of the facts of late, as much as fits into some memory.
    private const int MostDecisions = 100_000;

    private readonly ActHistories histories;
    private readonly Dictionary<string, FactSurface> surfaces = new(StringComparer.Ordinal);
    private int decided;
    private NegotiationLog log;

    /// <summary>Begins at the end of a log.</summary>
    /// <param name="log">The log, or the part of one that bears on what comes.</param>
    public FactKeeper(NegotiationLog log) => (this.log, histories) = (log, new(FactIndex.Read(log)));

    /// <summary>Whether facts come out otherwise under another of two definitions.</summary>
    public static bool IsOtherwiseCompared(NegotiationDefined? before, NegotiationDefined? after) =>
        DifferingFact.IsOtherwiseCompared(before, after);

    /// <summary>Takes the next event.</summary>
    public KeptStep Take(RecordedEvent recorded)
    {
        var before = log;
        log = before.With(recorded);
        histories.Index.TakeOut();
        var touched = log.Timeline.FindTouched(recorded);
        foreach (var article in touched)
            histories.Index.AddOrders(article, log);
        var isOtherwiseCompared = IsOtherwiseCompared(before.Definition, log.Definition);
        var acts = DifferingFact.FindActs(before, log, touched, histories.Index);
        var facts = isOtherwiseCompared
            ? DifferingFact.FindAll(before, log, touched, histories)
            : DifferingFact.FindAll(before, log, acts, histories);
        // First all as they were: of an act those of two logs are kept.
        var were = facts.Select(fact => FindSurface(fact.Key, before)).ToList();
        var revisions = facts.Zip(were, Revise).SelectMany(revised => revised).ToList();
        return new(recorded, revisions, [.. histories.Index.NewClaims], [.. histories.Index.NewOrders])
        {
            Tallies = Tally.Between(before, log, recorded, touched),
            VagueActs = [.. FindVague(before, isOtherwiseCompared ? histories.Index.Acts : acts.Keys)],
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

    private IEnumerable<VagueAct> FindVague(NegotiationLog before, IEnumerable<string> acts)
    {
        foreach (var act in acts)
        {
            var was = VagueAct.Read(act, histories.Find(act, before));
            var now = VagueAct.Read(act, histories.Find(act, log));
            if (!now.IsSameAs(was))
                yield return now;
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
            surfaces.Clear();
            decided = 0;
        }

        return revisions;
    }

    private FactSurface FindSurface(string key, NegotiationLog of)
    {
        var acts = histories.FindAll(key, of);
        var known = surfaces.GetValueOrDefault(key);
        if (known is null || !ReferenceEquals(known.Decisions.Comparison, of.Comparison))
            return surfaces[key] = new(acts, new FactDecisions(key, of.Comparison));
        return ByReference.AreSame(known.Acts, acts) ? known : surfaces[key] = new(acts, known.Decisions);
    }
}
