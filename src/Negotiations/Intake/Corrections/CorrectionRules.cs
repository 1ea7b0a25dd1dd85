using System.Text.Json.Nodes;

namespace Negotiations;

/// <summary>Whether a correction can be taken in, given all that is recorded.</summary>
public static class CorrectionRules
{
    // What the coder alone decides: a publisher knows no act keys, and of times of publication only a coder says that
    // they were misread.
    private static readonly string[] CodersFields =
    [
        "act",
        "round",
        CorrectionFields.FurtherRounds,
        "issue",
        "covers",
        "certainty",
        "precededBy",
        "known",
        CorrectionApplier.TypeField,
    ];

    /// <summary>Why the correction is refused, or null.</summary>
    /// <param name="log">Everything recorded of the negotiation.</param>
    /// <param name="id">Identifier of the correction's event.</param>
    /// <param name="correction">The correction.</param>
    public static CorrectionRefusal? Refuse(NegotiationLog log, Guid id, Correction correction) =>
        RefuseByItself(log, id, correction)
        ?? CorrectedReportRules
            .NewProblems(log, log.With(FindStream(correction), [new(id, correction)]), FindStream(correction))
            .FirstOrDefault()
            ?.Refusal;

    /// <summary>
    /// A log with the events that a decision appends, and the corrections among them that are refused.
    /// </summary>
    /// <remarks>
    /// Whether a version fits is for <see cref="VersionRules"/> to say. What the reports come to is looked at when all
    /// corrections are there: one may mend what another breaks.
    /// </remarks>
    public static (NegotiationLog Log, IReadOnlyList<RefusedCorrection> Refused) Add(
        NegotiationLog log,
        IntakeDecision decision
    )
    {
        var refused = new List<RefusedCorrection>();
        var before = log = log.With(decision.Stream, decision.Append.Where(added => added.Event is not Correction));
        var corrections = new List<Correction>();
        foreach (var added in decision.Append)
        {
            if (added.Event is not Correction correction)
                continue;
            if (RefuseByItself(log, added.Id, correction) is { } refusal)
                refused.Add(new(correction, refusal));
            else
            {
                log = log.With(decision.Stream, [added]);
                corrections.Add(correction);
            }
        }

        if (corrections.Count > 0)
            refused.AddRange(
                CorrectedReportRules
                    .NewProblems(before, log, decision.Stream)
                    .Select(problem => new RefusedCorrection(problem.CauseAmong(corrections, log), problem.Refusal))
            );
        return (log, refused);
    }

    private static CorrectionRefusal? RefuseByItself(NegotiationLog log, Guid id, Correction correction)
    {
        var target = log.Find(correction.Target);
        var problem =
            target is null ? new($"there is no event {correction.Target} to correct")
            : target.Event.Erased
                ? new(
                    $"event {target.Id} was {target.Erasure?.ToString() ?? "erased"}; there is nothing left to correct"
                )
            : RefuseAuthor(correction) ?? RefuseTarget(log, target, correction) ?? RefuseChain(log, target, correction);
        return problem ?? RefuseOutcome(log, id, correction);
    }

    private static CorrectionRefusal? RefuseAuthor(Correction correction) =>
        correction switch
        {
            { By: CorrectionBy.Publisher, Notice: null } => new(
                "a publisher's correction has a notice: when it came out, and where it can be found"
            ),
            { By: CorrectionBy.Coder, Notice: not null } => new(
                "a coder's correction has no notice; was it the publisher who erred?"
            ),
            { By: CorrectionBy.Publisher, On: not null } => new(
                "a publisher's corrections build on nothing: the one published last counts"
            ),
            { By: CorrectionBy.Publisher } and (PublicationCorrected or ArticlesLinked) => new(
                "only a coder corrects a time of publication, or links articles"
            ),
            _ => null,
        };

    private static CorrectionRefusal? RefuseTarget(NegotiationLog log, RecordedEvent target, Correction correction) =>
        (correction, target.Event) switch
        {
            (CorrectionUndone, Correction) => RefuseUndo(log, target, correction),
            (CorrectionUndone, _) => new("only a correction can be undone"),
            (ReportCorrected corrected, Report) => RefuseChanges(log, corrected),
            (ReportRetracted, Report) => null,
            (ReportCorrected corrected, ReportCorrected { By: CorrectionBy.Publisher })
                when correction.By == CorrectionBy.Coder => RefuseChanges(log, corrected, publishers: true),
            (ReportRetracted or PublicationCorrected, Correction { By: CorrectionBy.Publisher })
                when correction.By == CorrectionBy.Coder => null,
            (_, Correction) => new(
                "of corrections a coder corrects a publisher's, where the notice was misread; a "
                    + "coder's own is undone, or built on"
            ),
            (PublicationCorrected, ArticleVersionPublished) => null,
            (PublicationCorrected, _) => new("a time of publication is that of an article version"),
            (ArticlesLinked link, ArticleVersionPublished version) => RefuseLink(log, version, link),
            (ArticlesLinked, _) => new("a link is between two articles: its target is a version of the first"),
            _ => new(
                "an article version is not corrected but for its time of publication; a changed text is a new version"
            ),
        };

    private static CorrectionRefusal? RefuseUndo(NegotiationLog log, RecordedEvent target, Correction undo)
    {
        var corrections = log.Timeline.Corrections;
        var undone = new RecordedCorrection(target, (Correction)target.Event);
        if (undo.By == CorrectionBy.Publisher)
            return undone.IsPublishers ? null : new("a publisher withdraws only a notice of its own");
        // A publisher's undo counts at its own time only: whatever a publisher withdrew, a coder can undo for all
        // times.
        return corrections.FindUndos(undone, null).FirstOrDefault(other => !other.IsPublishers) is { } same
            ? new($"the correction '{undone.Correction.Id}' is not in force: it is undone already", same)
            : null;
    }

    private static CorrectionRefusal? RefuseChanges(
        NegotiationLog log,
        ReportCorrected corrected,
        bool publishers = false
    )
    {
        if (corrected.Changes.Count == 0)
            return new("the correction changes nothing");
        var fields = corrected.Changes.Select(change => change.Key).ToList();
        if (fields.FirstOrDefault(CorrectionApplier.Fixed.Contains) is { } isFixed)
            return new($"'{isFixed}' cannot be corrected: it says which report it is");
        if (
            (publishers || corrected.By == CorrectionBy.Publisher)
            && fields.FirstOrDefault(CodersFields.Contains) is { } coders
        )
            return new($"'{coders}' is the coder's: a publisher retracts, amends, re-attributes or re-dates");
        return
            ListRounds(corrected.Changes).Select(log.Definition!.ProblemWithRound).OfType<string>().FirstOrDefault()
                is { } problem
            ? new(problem)
            : null;
    }

    private static IEnumerable<string> ListRounds(JsonObject changes) =>
        new[] { changes["round"] }
            .Concat(changes[CorrectionFields.FurtherRounds] as JsonArray ?? [])
            .OfType<JsonNode>()
            .Select(round => round.GetValue<string>());

    private static CorrectionRefusal? RefuseLink(
        NegotiationLog log,
        ArticleVersionPublished version,
        ArticlesLinked link
    )
    {
        if (link.Other == version.Article)
            return new("an article is one text with itself already");
        return log.Timeline.FindVersions(link.Other).Count == 0 ? new($"there is no article '{link.Other}'") : null;
    }

    // The coder's corrections of one thing form a chain; two on the same link of it are the conflict of two people.
    private static CorrectionRefusal? RefuseChain(NegotiationLog log, RecordedEvent target, Correction correction)
    {
        if (correction.By == CorrectionBy.Publisher || correction is CorrectionUndone or ArticlesLinked)
            return null;
        var corrections = log.Timeline.Corrections;
        var end = corrections.CoderChain(target.Id).LastOrDefault();
        var retractions = corrections
            .CoderInForce(target.Id)
            .Where(other => other.Correction is ReportRetracted)
            .Reverse()
            .ToList();
        if (retractions.FirstOrDefault() is { } retraction)
        {
            return correction is ReportRetracted
                ? new($"it is retracted already, by '{retraction.Correction.Id}'", retraction)
                : new(
                    $"it is retracted already; undo '{retraction.Correction.Id}' before correcting it further",
                    retraction
                )
                {
                    BuildOn = end,
                    Retractions = retractions,
                };
        }

        if (correction.On == end?.EventId)
            return null;
        if (end is null)
            return new("the correction that it is to build on is not one of this event");
        var chain = corrections.CoderChain(target.Id);
        var since = chain.Skip(chain.ToList().FindIndex(other => other.EventId == correction.On) + 1);
        return since.LastOrDefault(other => corrections.IsInForce(other, null)) is { } between
            ? new($"somebody corrected it in between: '{between.Correction.Id}' ({between.Correction.Reason})", between)
            {
                BuildOn = end,
            }
            : new(
                $"its last correction is '{end.Correction.Id}', which is undone: name that as the one to build on",
                end
            )
            {
                BuildOn = end,
            };
    }

    // What the corrected reports say together must still make sense.
    private static CorrectionRefusal? RefuseOutcome(NegotiationLog log, Guid id, Correction correction)
    {
        try
        {
            var after = log.With(FindStream(correction), [new(id, correction)]);
            if (PublicationOrderRules.Refuse(log, after, correction) is { } contradiction)
                return new(contradiction);
            return OrderCycles.FindNewCycle(log, after, correction.Article) is { } cycle
                ? new(
                    "the orders that the texts give would contradict each other: "
                        + $"{string.Join(" after ", cycle)} after {cycle[0]}"
                )
                : null;
        }
        catch (UnreadableEventException exception)
        {
            return new(exception.Message);
        }
    }

    private static string FindStream(Correction correction) =>
        StreamName.ForArticle(correction.Negotiation, correction.Article);
}
