namespace Negotiations;

/// <summary>What erasing an event comes to.</summary>
/// <param name="Stream">The stream of the event.</param>
/// <param name="ExpectedVersion">The version of the stream on which the plan stands.</param>
/// <param name="Events">The event, and the corrections that go with it because they repeat what it said or speak of it;
/// none where it is refused.</param>
/// <param name="Refusal">Why it is refused; null where it is not.</param>
public sealed record ErasurePlan(
    string Stream,
    long ExpectedVersion,
    IReadOnlyList<RecordedEvent> Events,
    string? Refusal
)
{
    /// <summary>
    /// Events that stay and name the event: what compares a later version with it, and reports that the text puts after
    /// it.
    /// </summary>
    public IReadOnlyList<RecordedEvent> StillNamedIn { get; init; } = [];

    /// <summary>Plans the erasure of an event on all that is recorded of its negotiation.</summary>
    public static ErasurePlan Create(NegotiationLog log, RecordedEvent target)
    {
        var refusal = Refuse(log, target);
        var corrections = log.Timeline.Corrections.BearingOn(target.Id).Select(correction => correction.Recorded);
        return new(
            target.Stream,
            log.FindStream(target.Stream).Version,
            refusal is null ? [target, .. corrections.DistinctBy(recorded => recorded.Id)] : [],
            refusal
        )
        {
            StillNamedIn =
                refusal is null && target.Event is Report report
                    ?
                    [
                        .. log.Events.Where(recorded =>
                            recorded.Stream == target.Stream
                            && recorded.Event is { Erased: false }
                            && Names(recorded.Event, report)
                        ),
                    ]
                    : [],
        };
    }

    /// <summary>The events that say who erased each of them, and why.</summary>
    public IReadOnlyList<NewEvent> By(string who, string reason) =>
        [
            .. Events.Select(recorded => new NewEvent(
                EventId.ForErasure(recorded.Stream, recorded.Id),
                new PayloadErased
                {
                    Event = recorded.Id,
                    Who = who,
                    Reason = reason,
                    Corrected = (recorded.Event as Correction)?.Target,
                    On = (recorded.Event as Correction)?.On,
                }
            )),
        ];

    private static bool Names(DomainEvent @event, Report report) =>
        @event switch
        {
            ArticleVersionPublished { Compared: { } compared } version => version.Version != report.Version
                && (
                    compared.Carries.Any(carried => carried.Report == report.Id)
                    || compared.Replaces.Any(replaced => replaced.Old == report.Id)
                    || compared.Drops.Contains(report.Id)
                ),
            Report other => other.Version == report.Version && other.PrecededBy?.Contains(report.Id) == true,
            _ => false,
        };

    private static string? Refuse(NegotiationLog log, RecordedEvent target) =>
        target.Event switch
        {
            { Erased: true } => $"event {target.Id} was {target.Erasure?.ToString() ?? "erased already"}",
            PayloadErased => $"event {target.Id} says that another one was erased, by whom and why: that stays",
            NegotiationDefined => RefuseDefinition(log, target),
            ArticleVersionPublished version => RefuseVersion(log, target, version),
            _ => null,
        };

    // At every position from the first definition on, questions need one.
    private static string? RefuseDefinition(NegotiationLog log, RecordedEvent target)
    {
        var standing = log.Events.Where(recorded => recorded.Event is NegotiationDefined { Erased: false }).ToList();
        if (standing[^1].Id == target.Id)
            return "it is the negotiation's file as it now stands, which every answer needs: replay an "
                + "edited file first";
        return standing[0].Id == target.Id
            ? "it is the first file of the negotiation, and answers for the positions after it need "
                + "one: it cannot be erased while they are to be given"
            : null;
    }

    private static string? RefuseVersion(NegotiationLog log, RecordedEvent target, ArticleVersionPublished version)
    {
        var reports = log
            .Events.Where(recorded =>
                recorded.Stream == target.Stream
                && recorded.Event is Report { Erased: false } report
                && report.Version == version.Version
            )
            .Select(recorded => EventReference.FormatWithVersion(recorded.Event))
            .ToList();
        return reports.Count == 0
            ? null
            : "reports stand on this version and cannot be read without it: erase them first: "
                + $"{string.Join(", ", reports)}";
    }
}
