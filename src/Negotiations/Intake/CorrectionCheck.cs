using NodaTime;

namespace Negotiations;

/// <summary>Whether a correction can be taken in, given all that is recorded.</summary>
public static class CorrectionCheck
{
    // What the coder alone decides: a publisher knows no act keys.
    private static readonly string[] CodersFields = ["act", "round", "certainty", "precededBy", CorrectedReport.TypeField];

    /// <summary>Why the correction is refused, or null.</summary>
    /// <param name="log">Everything recorded of the negotiation.</param>
    /// <param name="id">Identifier of the correction's event.</param>
    /// <param name="correction">The correction.</param>
    public static CorrectionRefusal? Refuse(NegotiationLog log, Guid id, Correction correction) =>
        RefuseByItself(log, id, correction)
        ?? CorrectedReports.NewProblems(log, log.With(StreamOf(correction), [new(id, correction)]), StreamOf(correction)).FirstOrDefault()?.Refusal;

    /// <summary>A log with the events that a decision appends, and the corrections among them that are refused.</summary>
    /// <remarks>Whether a version fits is for <see cref="VersionCheck"/> to say. What the reports come to is looked at when all corrections are there: one may mend what another breaks.</remarks>
    public static (NegotiationLog Log, IReadOnlyList<RefusedCorrection> Refused) Add(NegotiationLog log, IntakeDecision decision)
    {
        var refused = new List<RefusedCorrection>();
        var before = log = log.With(decision.Stream, decision.Append.Where(added => added.Event is not Correction));
        var corrections = new List<Correction>();
        foreach (var added in decision.Append)
        {
            if (added.Event is not Correction correction) continue;
            if (RefuseByItself(log, added.Id, correction) is { } refusal) refused.Add(new(correction, refusal));
            else
            {
                log = log.With(decision.Stream, [added]);
                corrections.Add(correction);
            }
        }

        if (corrections.Count > 0) refused.AddRange(CorrectedReports.NewProblems(before, log, decision.Stream).Select(problem => new RefusedCorrection(problem.CauseAmong(corrections, log), problem.Refusal)));
        return (log, refused);
    }

    private static CorrectionRefusal? RefuseByItself(NegotiationLog log, Guid id, Correction correction)
    {
        var target = log.Events.FirstOrDefault(recorded => recorded.Id == correction.Target);
        var problem = target is null
            ? new($"there is no event {correction.Target} to correct")
            : target.Event.Erased ? new($"event {target.Id} was {target.Erasure?.ToString() ?? "erased"}; there is nothing left to correct")
            : OfAuthor(correction) ?? OfTarget(log, target, correction) ?? OfChain(log, target, correction);
        return problem ?? OfOutcome(log, id, correction);
    }

    private static CorrectionRefusal? OfAuthor(Correction correction) => correction switch
    {
        { By: CorrectionBy.Publisher, Notice: null } => new("a publisher's correction has a notice: when it came out, and where it can be found"),
        { By: CorrectionBy.Coder, Notice: not null } => new("a coder's correction has no notice; was it the publisher who erred?"),
        { By: CorrectionBy.Publisher, On: not null } => new("a publisher's corrections build on nothing: the one published last counts"),
        { By: CorrectionBy.Publisher } and (PublicationCorrected or ArticlesLinked) => new("only a coder corrects a time of publication, or links articles"),
        _ => null,
    };

    private static CorrectionRefusal? OfTarget(NegotiationLog log, RecordedEvent target, Correction correction) => (correction, target.Event) switch
    {
        (CorrectionUndone, Correction) => OfUndo(log, target, correction),
        (CorrectionUndone, _) => new("only a correction can be undone"),
        (ReportCorrected corrected, Report report) => OfChanges(log, corrected) ?? OfNotice(log, report, correction),
        (ReportRetracted, Report report) => OfNotice(log, report, correction),
        (ReportCorrected corrected, ReportCorrected { By: CorrectionBy.Publisher }) when correction.By == CorrectionBy.Coder => OfChanges(log, corrected, publishers: true),
        (ReportRetracted, Correction { By: CorrectionBy.Publisher }) when correction.By == CorrectionBy.Coder => null,
        (PublicationCorrected corrected, Correction { By: CorrectionBy.Publisher } notice) when correction.By == CorrectionBy.Coder =>
            OfMovedNotice(log, target, notice, corrected.Published.Time),
        (_, Correction) => new("of corrections a coder corrects a publisher's, where the notice was misread; a coder's own is undone, or built on with 'on'"),
        (PublicationCorrected corrected, ArticleVersionPublished version) => OfPublication(log, version, corrected.Published.Time),
        (PublicationCorrected, _) => new("a time of publication is that of an article version"),
        (ArticlesLinked link, ArticleVersionPublished version) => OfLink(log, version, link),
        (ArticlesLinked, _) => new("a link is between two articles: its target is a version of the first"),
        _ => new("an article version is not corrected but for its time of publication; a changed text is a new version"),
    };

    private static CorrectionRefusal? OfUndo(NegotiationLog log, RecordedEvent target, Correction undo)
    {
        var corrections = log.Timelines.Corrections;
        var undone = new RecordedCorrection(target, (Correction)target.Event);
        if (corrections.IsUndone(undone, null))
            return new($"the correction '{undone.Correction.Id}' is not in force: it is undone already", corrections.All.FirstOrDefault(other => other.Correction is CorrectionUndone && other.Correction.Target == target.Id && corrections.IsInForce(other, null)));
        if (undo.By == CorrectionBy.Publisher && !undone.IsPublishers) return new("a publisher withdraws only a notice of its own");
        return undo.By == CorrectionBy.Publisher && undo.Notice!.Published.Time < corrections.NoticeOf(undone)
            ? new("the notice would be withdrawn before it came out")
            : null;
    }

    private static CorrectionRefusal? OfChanges(NegotiationLog log, ReportCorrected corrected, bool publishers = false)
    {
        if (corrected.Changes.Count == 0) return new("the correction changes nothing");
        var fields = corrected.Changes.Select(change => change.Key).ToList();
        if (fields.FirstOrDefault(CorrectedReport.Fixed.Contains) is { } isFixed) return new($"'{isFixed}' cannot be corrected: it says which report it is");
        if ((publishers || corrected.By == CorrectionBy.Publisher) && fields.FirstOrDefault(CodersFields.Contains) is { } coders)
            return new($"'{coders}' is the coder's: a publisher retracts, amends, re-attributes or re-dates");
        return corrected.Changes["round"]?.GetValue<string>() is { } round && round != Round.General
            && log.Definition!.Rounds.All(known => known.Id != round)
            ? new($"nobody defined the round '{round}'; there are {string.Join(", ", log.Definition.Rounds.Select(known => known.Id))} and {Round.General}")
            : null;
    }

    private static CorrectionRefusal? OfNotice(NegotiationLog log, Report report, Correction correction)
    {
        if (correction.Notice is not { } notice) return null;
        var version = log.Timelines.Versions.First(version => version.Article == report.Article && version.Version == report.Version);
        return notice.Published.Time < version.Published.Time
            ? new($"the notice of {Bound.Format(notice.Published.Time, log.Zone)} would be older than the article, which came out at {Bound.Format(version.Published.Time, log.Zone)}")
            : null;
    }

    // A notice lies neither before what it is about nor after its own withdrawal, also when its time is corrected.
    private static CorrectionRefusal? OfMovedNotice(NegotiationLog log, RecordedEvent target, Correction notice, Instant time)
    {
        var corrections = log.Timelines.Corrections;
        Instant? about = log.Events.First(recorded => recorded.Id == notice.Target).Event switch
        {
            Report report => log.Timelines.Versions.First(version => version.Article == report.Article && version.Version == report.Version).Published.Time,
            Correction { By: CorrectionBy.Publisher } => corrections.NoticeOf(corrections.All.First(other => other.EventId == notice.Target)),
            _ => null,
        };
        if (time < about) return new($"the notice of {Bound.Format(time, log.Zone)} would be older than what it is about, of {Bound.Format(about.Value, log.Zone)}");
        var withdrawal = corrections.NoticesOn(target.Id).Cast<Instant?>().Min();
        return withdrawal < time ? new($"the notice was withdrawn on {Bound.Format(withdrawal.Value, log.Zone)}: it cannot have come out only at {Bound.Format(time, log.Zone)}") : null;
    }

    // A notice, or a later version, must not come to lie before what it is about.
    private static CorrectionRefusal? OfPublication(NegotiationLog log, ArticleVersionPublished version, Instant time)
    {
        var now = log.Timelines.Versions.First(other => other.Article == version.Article && other.Version == version.Version).Published.Time;
        if (FirstNotice(log, version) is { } earlier && earlier < time)
            return new($"a notice of {Bound.Format(earlier, log.Zone)} corrects this version: it cannot have come out only at {Bound.Format(time, log.Zone)}");
        if (VersionCheck.Refuse(log, version with { Published = version.Published with { Time = time } }) is { } problem) return new(problem);
        var others = log.Timelines.Versions.Where(other => other.Article == version.Article && other.Version != version.Version && (other.Published.Time == time || !AreCompared(other, version)));
        return others.FirstOrDefault(other => (other.Published.Time > now && other.Published.Time <= time) || (other.Published.Time < now && other.Published.Time >= time)) is { } overtaken
            ? new($"version '{overtaken.Version}' of {Bound.Format(overtaken.Published.Time, log.Zone)} would change places with this one")
            : null;
    }

    // What is undone can have been the time of a version: then the one before counts again.
    private static CorrectionRefusal? OfTimes(NegotiationLog after, string article)
    {
        foreach (var version in after.Timelines.Versions.Where(version => version.Article == article))
        {
            if (VersionCheck.Refuse(after, version) is { } problem) return new(problem);
            if (FirstNotice(after, version) is { } notice && notice < version.Published.Time)
                return new($"a notice of {Bound.Format(notice, after.Zone)} corrects version '{version.Version}', which would have come out only at {Bound.Format(version.Published.Time, after.Zone)}");
        }

        return null;
    }

    private static Instant? FirstNotice(NegotiationLog log, ArticleVersionPublished version) => log.Events
        .Where(recorded => recorded.Event is Report report && report.Article == version.Article && report.Version == version.Version)
        .SelectMany(recorded => log.Timelines.Corrections.NoticesOn(recorded.Id))
        .Cast<Instant?>()
        .Min();

    // Which of two compared versions came first is said, so that a wrong time of either can be put right.
    private static bool AreCompared(ArticleVersionPublished one, ArticleVersionPublished other) =>
        one.Compared?.With == other.Version || other.Compared?.With == one.Version;

    private static CorrectionRefusal? OfLink(NegotiationLog log, ArticleVersionPublished version, ArticlesLinked link)
    {
        if (link.Other == version.Article) return new("an article is one text with itself already");
        return log.Timelines.Versions.All(other => other.Article != link.Other) ? new($"there is no article '{link.Other}'") : null;
    }

    // The coder's corrections of one thing form a chain; two on the same link of it are the conflict of two people.
    private static CorrectionRefusal? OfChain(NegotiationLog log, RecordedEvent target, Correction correction)
    {
        if (correction.By == CorrectionBy.Publisher || correction is CorrectionUndone or ArticlesLinked) return null;
        var corrections = log.Timelines.Corrections;
        var end = corrections.CoderChain(target.Id).LastOrDefault();
        if (corrections.CoderInForce(target.Id).LastOrDefault(other => other.Correction is ReportRetracted) is { } retraction)
        {
            return correction is ReportRetracted
                ? new($"it is retracted already, by '{retraction.Correction.Id}'", retraction)
                : new($"it is retracted already; undo '{retraction.Correction.Id}' before correcting it further", retraction) { BuildOn = end };
        }

        if (correction.On == end?.EventId) return null;
        return end is null
            ? new("'on' names a correction that this event does not have")
            : new($"somebody corrected it in between: '{end.Correction.Id}' ({end.Correction.Reason}); build on that with 'on: {end.Correction.Id}'", end) { BuildOn = end };
    }

    // What the corrected reports say together must still make sense.
    private static CorrectionRefusal? OfOutcome(NegotiationLog log, Guid id, Correction correction)
    {
        try
        {
            var after = log.With(StreamOf(correction), [new(id, correction)]);
            if (correction is CorrectionUndone && OfTimes(after, correction.Article) is { } contradiction) return contradiction;
            // A reader of any time must find no contradiction, also of before something was withdrawn or replaced.
            var times = after.Timelines.Reports.SelectMany(report => report.Revisions.Skip(1)).Select(revision => (Instant?)(revision.From - Duration.Epsilon));
            return times.Distinct().Append(null).Select(time => OrderCheck.FindCycle(after.ReportsKnownBy(time))).FirstOrDefault(found => found is not null) is { } cycle
                ? new($"the orders that the texts give would contradict each other: {string.Join(" after ", cycle)} after {cycle[0]}")
                : null;
        }
        catch (UnreadableEventException exception)
        {
            return new(exception.Message);
        }
    }

    private static string StreamOf(Correction correction) => StreamName.OfArticle(correction.Negotiation, correction.Article);
}
