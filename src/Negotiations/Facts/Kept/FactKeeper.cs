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
    private readonly FactIndex index = new();
    private NegotiationLog log;

    /// <summary>Begins at the end of a log.</summary>
    public FactKeeper(NegotiationLog log)
    {
        this.log = log;
        foreach (
            var article in log.Timeline.Reports.Select(history => ((Report)history.Recorded.Event).Article).Distinct()
        )
            index.Add(article, log);
    }

    /// <summary>Takes the next event.</summary>
    public IReadOnlyList<FactRevision> Take(RecordedEvent recorded)
    {
        var before = log;
        log = before.With(recorded);
        if (IsOtherwiseCompared(before.Definition, log.Definition))
            return Revise(before, [.. index.Keys.Select(key => (key, Instant.MinValue, HappenedDay.Earliest))]);
        var touched = log.Timeline.FindTouched(recorded);
        var differences = touched.SelectMany(article => ReportDifference.Between(before, log, article)).ToList();
        foreach (var article in touched)
            index.Add(article, log);
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
                .SelectMany(fact =>
                {
                    var reports = index.FindReports(index.FindActs(fact.Key)).ToList();
                    return FactRevisions.Between(
                        log.Settled.Position,
                        fact.Key,
                        new(fact.Key, FindHistories(reports, before), before.Comparison),
                        new(fact.Key, FindHistories(reports, log), log.Comparison),
                        fact.From,
                        fact.FirstDay
                    );
                }),
        ];

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

    // Days begin elsewhere in another zone, and other places lie in each other.
    private static bool IsOtherwiseCompared(NegotiationDefined? before, NegotiationDefined? after) =>
        !ReferenceEquals(before, after)
        && before is not null
        && (
            before.Zone != after?.Zone
            || JsonSerializer.Serialize(before.Places, EventJson.Options)
                != JsonSerializer.Serialize(after.Places, EventJson.Options)
        );
}
