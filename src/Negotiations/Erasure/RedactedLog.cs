using System.Text.Json.Nodes;

namespace Negotiations;

/// <summary>A log without what was erased, as it can be written down and recorded anew elsewhere.</summary>
/// <param name="Log"> The log as if what was erased had never been recorded: a correction that was built on an erased
/// one is built on that one's predecessor, no report is put after an erased one, and no version is compared with one.
/// </param>
/// <param name="Erased">The events that were erased, as far as they are still recorded: their place and their
/// type.</param>
/// <param name="Shortened">The events that put a report after an erased one, as they are recorded.</param>
/// <param name="Compared">The versions that are compared with an erased report, or of which an erased one replaced
/// another, as they are recorded.</param>
public sealed record RedactedLog(
    NegotiationLog Log,
    IReadOnlyList<RecordedEvent> Erased,
    IReadOnlyList<RecordedEvent> Shortened,
    IReadOnlyList<RecordedEvent> Compared
)
{
    private const string Order = "precededBy";

    /// <summary>Takes out of a log what was erased.</summary>
    public static RedactedLog From(NegotiationLog log)
    {
        var erased = log.Events.Where(recorded => recorded.Event.Erased).ToList();
        if (erased.Count == 0 && !log.Events.Any(recorded => recorded.Event is PayloadErased))
            return new(log, [], [], []);

        var corrections = log.Timeline.Corrections;
        var reports = log
            .Events.Select(recorded => (recorded.Id, Report: recorded.Event as Report))
            .Where(pair => pair.Report is not null)
            .ToDictionary(pair => pair.Id, pair => pair.Report!);
        var standing = new List<RecordedEvent>();
        var shortened = new List<RecordedEvent>();
        foreach (
            var recorded in log.Events.Where(recorded => !recorded.Event.Erased && recorded.Event is not PayloadErased)
        )
        {
            var @event = recorded.Event is Correction { On: not null } built
                ? built with
                {
                    Head = built.Head with { On = corrections.ResolvePredecessor(built) },
                }
                : recorded.Event;
            if (WithoutErased(@event) is { } shorter)
            {
                shortened.Add(recorded);
                @event = shorter;
            }

            standing.Add(recorded with { Event = @event });
        }

        NegotiationLog left = new(log.Settled, standing);
        var compared = new List<RecordedEvent>();
        for (var place = 0; place < standing.Count; place++)
        {
            if (
                standing[place].Event is not ArticleVersionPublished { Compared: { } all } version
                || ComparisonRules.WithoutUnknown(left, version) is var known && known == all
            )
                continue;
            compared.Add(standing[place]);
            standing[place] = standing[place] with { Event = version with { Compared = known } };
        }

        return new(compared.Count == 0 ? left : new(log.Settled, standing), erased, shortened, compared);

        DomainEvent? WithoutErased(DomainEvent @event) =>
            @event switch
            {
                Report { PrecededBy: { } before } report when before.Any(id => IsErased(report, id)) => report with
                {
                    PrecededBy = before.Where(id => !IsErased(report, id)).ToList() is { Count: > 0 } left
                        ? left
                        : null,
                },
                ReportCorrected { Changes: var changes } correction
                    when changes[Order] is JsonArray before
                        && reports.GetValueOrDefault(corrections.ResolveTarget(correction)) is { } report
                        && before.Any(id => IsErased(report, id!.GetValue<string>())) => correction with
                {
                    Changes = With(
                        changes,
                        new JsonArray([
                            .. before
                                .Where(id => !IsErased(report, id!.GetValue<string>()))
                                .Select(id => id!.DeepClone()),
                        ])
                    ),
                },
                _ => null,
            };

        bool IsErased(Report report, string before) =>
            corrections.IsErased(
                EventId.ForReport(StreamName.ForArticle(report.Negotiation, report.Article), report.Version, before)
            );
    }

    private static JsonObject With(JsonObject changes, JsonArray before)
    {
        var changed = (JsonObject)changes.DeepClone();
        changed[Order] = before.Count > 0 ? before : null;
        return changed;
    }
}
