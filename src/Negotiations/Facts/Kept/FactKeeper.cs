using System.Text.Json;
using NodaTime;

namespace Negotiations;

/// <summary>Follows a log event by event, and tells what each makes of the facts.</summary>
/// <remarks>
/// An event can only make a difference to the facts on which the acts of its reports bear, only from the time on from
/// which it could be known, and only for those bounds on the happened clock that admit one of these acts. There the
/// fact is
/// decided as it was before and with the event, by the fold's own functions.
/// </remarks>
public sealed class FactKeeper
{
    // What was decided of the facts of late, as much as fits into some memory.
    private const int MostDecisions = 100_000;

    private readonly FactIndex index = new();
    private readonly Dictionary<string, FactDecisions> decisions = new(StringComparer.Ordinal);
    private int decided;
    private NegotiationLog log;

    /// <summary>Begins at the end of a log.</summary>
    /// <param name="log">The log, or the part of one that bears on what comes.</param>
    public FactKeeper(NegotiationLog log)
    {
        this.log = log;
        foreach (var history in log.Timeline.Reports)
            index.Add(((Report)history.Recorded.Event).Article, history);
        foreach (var article in log.Timeline.Reports.Select(FindArticle).Distinct(StringComparer.Ordinal))
            index.AddOrders(article, log);
        index.TakeOut();
    }

    /// <summary>Whether questions about the facts have other answers under another of two definitions.</summary>
    /// <remarks>Days begin elsewhere in another zone, and other places lie in each other.</remarks>
    public static bool IsOtherwiseCompared(NegotiationDefined? before, NegotiationDefined? after) =>
        !ReferenceEquals(before, after)
        && before is not null
        && (
            before.Zone != after?.Zone
            || JsonSerializer.Serialize(before.Places, EventJson.Options)
                != JsonSerializer.Serialize(after.Places, EventJson.Options)
        );

    /// <summary>Takes the next event.</summary>
    public KeptStep Take(RecordedEvent recorded)
    {
        var before = log;
        log = before.With(recorded);
        index.TakeOut();
        return new(recorded, Follow(before, recorded), [.. index.NewClaims], [.. index.NewOrders]);
    }

    private IReadOnlyList<FactRevision> Follow(NegotiationLog before, RecordedEvent recorded)
    {
        if (IsOtherwiseCompared(before.Definition, log.Definition))
            return Revise(before, [.. index.Keys.Select(key => (key, Instant.MinValue, HappenedDay.Earliest))]);
        var touched = log.Timeline.FindTouched(recorded);
        var differences = touched.SelectMany(article => ReportDifference.Between(before, log, article)).ToList();
        foreach (var history in differences.Select(difference => difference.After).OfType<ReportHistory>())
            index.Add(FindArticle(history), history);
        foreach (var article in touched)
            index.AddOrders(article, log);
        var acts = differences
            .SelectMany(difference => difference.Acts, (difference, act) => (Act: act, difference.From))
            .GroupBy(differing => differing.Act, differing => differing.From, StringComparer.Ordinal)
            .ToDictionary(differing => differing.Key, differing => differing.Min(), StringComparer.Ordinal);
        var firstDays = acts.ToDictionary(act => act.Key, act => FindFirstDay(before, act.Key, act.Value));
        return Revise(
            before,
            [
                .. index
                    .FindKeys(acts.Keys)
                    .Select(key => (Key: key, Acts: index.FindActs(key).Where(acts.ContainsKey).ToList()))
                    .Select(fact => (fact.Key, fact.Acts.Min(act => acts[act]), fact.Acts.Min(act => firstDays[act]))),
            ]
        );
    }

    private IReadOnlyList<FactRevision> Revise(
        NegotiationLog before,
        IReadOnlyList<(string Key, Instant From, int FirstDay)> facts
    ) =>
        [
            .. facts
                .OrderBy(fact => fact.Key, StringComparer.Ordinal)
                .SelectMany(fact => Revise(before, fact.Key, fact.From, fact.FirstDay)),
        ];

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
                new(FindHistories(reports, before), were),
                new(FindHistories(reports, log), are),
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

    // The first bound on the happened clock that admits an act before or with the event.
    private int FindFirstDay(NegotiationLog before, string act, Instant from)
    {
        var reports = index.FindReports([act]).ToList();
        return new[] { before, log }
            .SelectMany(one => ActDate.ListLatest(act, FindHistories(reports, one), from))
            .Select(day => day is { } latest ? HappenedDay.Number(latest) : HappenedDay.Unbounded)
            .DefaultIfEmpty(HappenedDay.Unbounded)
            .Min();
    }

    private static List<ReportHistory> FindHistories(
        IReadOnlyList<(string Article, Guid Id)> reports,
        NegotiationLog log
    ) => [.. reports.Select(report => log.Timeline.FindReport(report.Article, report.Id)).OfType<ReportHistory>()];

    private static string FindArticle(ReportHistory history) => ((Report)history.Recorded.Event).Article;
}
