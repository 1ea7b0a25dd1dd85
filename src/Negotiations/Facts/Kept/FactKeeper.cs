using NodaTime;

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

    private readonly FactIndex index;
    private readonly Dictionary<string, FactDecisions> decisions = new(StringComparer.Ordinal);
    private int decided;
    private NegotiationLog log;

    /// <summary>Begins at the end of a log.</summary>
    /// <param name="log">The log, or the part of one that bears on what comes.</param>
    public FactKeeper(NegotiationLog log) => (this.log, index) = (log, FactIndex.Read(log));

    /// <summary>Whether facts come out otherwise under another of two definitions.</summary>
    public static bool IsOtherwiseCompared(NegotiationDefined? before, NegotiationDefined? after) =>
        DifferingFact.IsOtherwiseCompared(before, after);

    /// <summary>Takes the next event.</summary>
    public KeptStep Take(RecordedEvent recorded)
    {
        var before = log;
        log = before.With(recorded);
        index.TakeOut();
        var touched = log.Timeline.FindTouched(recorded);
        foreach (var article in touched)
            index.AddOrders(article, log);
        var isOtherwiseCompared = IsOtherwiseCompared(before.Definition, log.Definition);
        var acts = DifferingFact.FindActs(before, log, touched, index);
        var facts = isOtherwiseCompared
            ? DifferingFact.FindAll(before, log, touched, index)
            : DifferingFact.FindAll(before, log, acts, index);
        var revisions = facts.SelectMany(fact => Revise(before, fact.Key, fact.From, fact.FirstDay)).ToList();
        return new(recorded, revisions, [.. index.NewClaims], [.. index.NewOrders])
        {
            Tallies = Tally.Between(before, log, recorded, touched),
            VagueActs = [.. FindVague(before, isOtherwiseCompared ? index.Acts : acts.Keys)],
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
            var reports = index.FindReports([act]).ToList();
            var after = VagueAct.Read(act, log.Timeline.FindReports(reports));
            if (!after.IsSameAs(VagueAct.Read(act, before.Timeline.FindReports(reports))))
                yield return after;
        }
    }

    private List<FactRevision> Revise(NegotiationLog before, string key, Instant from, int firstDay)
    {
        var reports = index.FindReports(index.FindActs(key)).ToList();
        var (were, are) = (FindDecisions(key, before.Comparison), FindDecisions(key, log.Comparison));
        var count = were.Count + are.Count;
        List<FactRevision> revisions =
        [
            .. FactRevisions.Between(
                log.Settled.Position,
                key,
                new(before.Timeline.FindReports(reports), were),
                new(log.Timeline.FindReports(reports), are),
                from,
                firstDay
            ),
        ];
        decided += were.Count + are.Count - count;
        if (decided > MostDecisions)
        {
            decisions.Clear();
            decided = 0;
        }

        return revisions;
    }

    private FactDecisions FindDecisions(string key, ValueComparison comparison) =>
        decisions.TryGetValue(key, out var known) && ReferenceEquals(known.Comparison, comparison)
            ? known
            : decisions[key] = new(key, comparison);
}
