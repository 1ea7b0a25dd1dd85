using NodaTime;

namespace Negotiations;

/// <summary>
/// Whether the times of an article's versions, reports and notices still fit each other after a correction.
/// </summary>
/// <remarks>
/// One rule for whatever moves a time, directly or by an undo: versions that are compared came out in that order,
/// versions that nobody compared do not change places, and no notice is older than what it is about.
/// </remarks>
internal static class PublicationOrderRules
{
    /// <summary>Why a correction is refused, or null.</summary>
    /// <param name="before">Everything recorded of the negotiation.</param>
    /// <param name="after">The same with the correction.</param>
    /// <param name="correction">The correction.</param>
    public static string? Refuse(NegotiationLog before, NegotiationLog after, Correction correction) =>
        ContradictionsIn(after, correction).Except(ContradictionsIn(before, correction)).FirstOrDefault()
        ?? ChangeOfPlaces(
            before.Timeline.FindVersions(correction.Article),
            after.Timeline.FindVersions(correction.Article),
            after.Zone
        );

    private static IEnumerable<string> ContradictionsIn(NegotiationLog log, Correction correction)
    {
        var stream = StreamName.ForArticle(correction.Negotiation, correction.Article);
        var events = log.FindStream(stream).Events;
        var byId = events.ToDictionary(recorded => recorded.Id);
        return log
            .Timeline.FindVersions(correction.Article)
            .Select(version => VersionRules.Refuse(log, version))
            .OfType<string>()
            .Concat(
                events
                    .Where(recorded => recorded.Event is Correction { Erased: false, By: CorrectionBy.Publisher })
                    .Select(recorded => new RecordedCorrection(recorded, (Correction)recorded.Event))
                    .Select(notice => CheckNotice(log, notice, byId.GetValueOrDefault(notice.Correction.Target)))
                    .OfType<string>()
            );
    }

    private static string? CheckNotice(NegotiationLog log, RecordedCorrection notice, RecordedEvent? target)
    {
        var corrections = log.Timeline.Corrections;
        var published = corrections.FindNoticeTime(notice);
        Instant? about = target?.Event switch
        {
            null or { Erased: true } => null,
            Report => log.Timeline.ResolvePublication(target).Time,
            Correction { By: CorrectionBy.Publisher } withdrawn => corrections.FindNoticeTime(new(target, withdrawn)),
            _ => null,
        };
        if (about is not { } time || published >= time)
            return null;
        var (early, late) = (Bound.Format(published, log.Zone), Bound.Format(time, log.Zone));
        return target!.Event switch
        {
            Correction withdrawn => $"the notice '{withdrawn.Id}' of {late} would be withdrawn, by "
                + $"'{notice.Correction.Id}' of {early}, before it came out",
            Report report when CorrectionApplier.CodedAs(target, corrections).Known is not null =>
                $"the notice '{notice.Correction.Id}' of {early} would be older than the entry "
                    + $"'{report.Id}' of {late} that it is about",
            _ => $"the notice '{notice.Correction.Id}' of {early} would be older than the article, "
                + $"which came out at {late}",
        };
    }

    // Which of two compared versions came first is said, so that a wrong time of either can be put right.
    private static string? ChangeOfPlaces(
        IReadOnlyList<ArticleVersionPublished> before,
        IReadOnlyList<ArticleVersionPublished> after,
        DateTimeZone zone
    )
    {
        var now = after.ToDictionary(version => version.Version, version => version.Published.Time);
        var pairs =
            from earlier in before
            from later in before
            where earlier.Published.Time < later.Published.Time && now[earlier.Version] >= now[later.Version]
            where !AreCompared(earlier, later) || now[earlier.Version] == now[later.Version]
            select $"versions '{earlier.Version}' of {Bound.Format(now[earlier.Version], zone)} and "
                + $"'{later.Version}' of {Bound.Format(now[later.Version], zone)} would change places";
        return pairs.FirstOrDefault();
    }

    private static bool AreCompared(ArticleVersionPublished one, ArticleVersionPublished other) =>
        one.Compared?.With == other.Version || other.Compared?.With == one.Version;
}
