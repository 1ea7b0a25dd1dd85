using System.Collections.Immutable;
using NodaTime;

namespace Negotiations;

/// <summary>The corrections in a log, by what they correct, and which of them are in force when.</summary>
/// <remarks>The order of recording plays no part: only which corrections are there.</remarks>
public sealed class CorrectionLog
{
    private readonly ImmutableDictionary<Guid, ImmutableList<RecordedCorrection>> byTarget;
    private readonly ImmutableDictionary<Guid, RecordedCorrection> byId;
    private readonly IReadOnlyDictionary<Guid, RecordedErasure?> erased;
    private readonly IReadOnlySet<Guid> lost;

    /// <summary>Takes the corrections out of a log.</summary>
    public CorrectionLog(IReadOnlyCollection<RecordedEvent> events)
    {
        All = ListCorrections(events);
        byTarget = All.GroupBy(correction => correction.Correction.Target)
            .ToImmutableDictionary(group => group.Key, group => group.ToImmutableList());
        byId = All.ToImmutableDictionary(correction => correction.EventId);
        erased = events
            .Where(recorded => recorded.Event.Erased)
            .ToDictionary(recorded => recorded.Id, recorded => recorded.Erasure);
        lost = erased.Values.Select(erasure => erasure?.Erased.Corrected).OfType<Guid>().ToHashSet();
    }

    private CorrectionLog(CorrectionLog before, ImmutableList<RecordedCorrection> added)
    {
        All = ((ImmutableList<RecordedCorrection>)before.All).AddRange(added);
        byTarget = before.byTarget.SetItems(
            added
                .GroupBy(correction => correction.Correction.Target)
                .Select(group => KeyValuePair.Create(group.Key, before.FindOn(group.Key).AddRange(group)))
        );
        byId = before.byId.AddRange(added.Select(correction => KeyValuePair.Create(correction.EventId, correction)));
        (erased, lost) = (before.erased, before.lost);
    }

    /// <summary>The corrections with those of more events, of which none is erased.</summary>
    internal CorrectionLog With(IReadOnlyList<RecordedEvent> events) =>
        ListCorrections(events) is { IsEmpty: false } added ? new(this, added) : this;

    /// <summary>All corrections, in the order of positions.</summary>
    public IReadOnlyList<RecordedCorrection> All { get; }

    /// <summary>Whether any correction is of an event, in force or not: of most events none is.</summary>
    internal bool Bears(Guid target) => byTarget.ContainsKey(target);

    /// <summary>
    /// Whether a correction is in force for what a reader could know by a time: no undo of it is, and no coder found
    /// that it was misread.
    /// </summary>
    public bool IsInForce(RecordedCorrection correction, Instant? time) =>
        Counts(correction, time)
        && !IsUndone(correction, time)
        && !(correction.IsPublishers && IsWithdrawnByCoder(correction.EventId));

    /// <summary>Whether an undo of a correction is in force for what a reader could know by a time.</summary>
    public bool IsUndone(RecordedCorrection correction, Instant? time) => FindUndos(correction, time).Any();

    /// <summary>The undos of a correction that are in force for what a reader could know by a time.</summary>
    public IEnumerable<RecordedCorrection> FindUndos(RecordedCorrection correction, Instant? time) =>
        FindOn(correction.EventId).Where(undo => undo.Correction is CorrectionUndone && IsInForce(undo, time));

    /// <summary>
    /// The coder's chain of corrections of an event, each built on the one before, whether in force or not; links stand
    /// beside it.
    /// </summary>
    public IReadOnlyList<RecordedCorrection> CoderChain(Guid target)
    {
        var corrections = FindOn(target);
        if (corrections.IsEmpty)
            return [];
        var next = corrections
            .Where(correction =>
                !correction.IsPublishers && correction.Correction is not (CorrectionUndone or ArticlesLinked)
            )
            .ToLookup(correction => ResolvePredecessor(correction.Correction));
        var chain = new List<RecordedCorrection>();
        Guid? end = null;
        // Intake refuses a second correction on the same one; should both stand in a store, the identifier decides.
        while (
            next[end].OrderBy(correction => correction.EventId).FirstOrDefault() is { } correction
            && chain.Count < All.Count
        )
        {
            chain.Add(correction);
            end = correction.EventId;
        }

        return chain;
    }

    /// <summary>When and by whom an event was erased; null where it was not, or nobody recorded that.</summary>
    public RecordedErasure? FindErasure(Guid id) => erased.GetValueOrDefault(id);

    /// <summary>Whether an event was erased.</summary>
    public bool IsErased(Guid id) => erased.ContainsKey(id);

    /// <summary>Whether a correction that bore on an event in any way was erased.</summary>
    public bool HasLost(Guid target) =>
        lost.Contains(target) || (Bears(target) && FindOn(target).Any(correction => HasLost(correction.EventId)));

    /// <summary>The corrections of a coder's chain that are in force.</summary>
    public IEnumerable<RecordedCorrection> CoderInForce(Guid target) =>
        CoderChain(target).Where(correction => IsInForce(correction, null));

    /// <summary>
    /// Whether the coder has withdrawn an event: a report, or a publisher's correction that was misread.
    /// </summary>
    public bool IsWithdrawnByCoder(Guid target) =>
        Bears(target) && CoderInForce(target).Any(correction => correction.Correction is ReportRetracted);

    /// <summary>
    /// The publisher's corrections of a report that are in force for what a reader could know by a time, the one
    /// published last at the end; of one time, by identifier.
    /// </summary>
    public IEnumerable<RecordedCorrection> PublishersInForce(Guid target, Instant? time) =>
        FindOn(target)
            .Where(correction =>
                correction.IsPublishers && correction.Correction is not CorrectionUndone && IsInForce(correction, time)
            )
            .OrderBy(FindNoticeTime)
            .ThenBy(correction => correction.EventId);

    /// <summary>The times at which a publisher's notice changes what is in force for a report.</summary>
    public IEnumerable<Instant> NoticesOn(Guid target) =>
        FindOn(target)
            .SelectMany(correction =>
                (correction.IsPublishers ? [FindNoticeTime(correction)] : Enumerable.Empty<Instant>()).Concat(
                    NoticesOn(correction.EventId)
                )
            );

    /// <summary>When a publisher's correction came out, as far as that is corrected itself.</summary>
    public Instant FindNoticeTime(RecordedCorrection correction) =>
        ResolvePublication(correction.EventId, correction.Correction.Notice!.Published).Time;

    /// <summary>When a version of an article, or a notice, came out: as coded, or as the coder corrected it.</summary>
    public Publication ResolvePublication(Guid target, Publication coded) =>
        CoderInForce(target)
            .Select(correction => correction.Correction)
            .OfType<PublicationCorrected>()
            .LastOrDefault()
            ?.Published
        ?? coded;

    /// <summary>The corrections, and undos of them, that bear on an event in any way.</summary>
    public IEnumerable<RecordedCorrection> BearingOn(Guid target) =>
        FindOn(target).SelectMany(correction => new[] { correction }.Concat(BearingOn(correction.EventId)));

    /// <summary>Whether a correction of an event is in force for what a reader could know by a time.</summary>
    /// <remarks>An undo is no such correction: it only ends what it undoes.</remarks>
    public bool IsCorrected(Guid target, Instant? time) =>
        FindOn(target)
            .Exists(correction => correction.Correction is not CorrectionUndone && IsInForce(correction, time));

    /// <summary>
    /// The corrections of an event, and those of these, that are in force for what a reader could know by a time, or
    /// were for readers before it. What is undone for all times is not among them; a notice that its publisher withdrew
    /// is, for what it said was known until then.
    /// </summary>
    public IEnumerable<RecordedCorrection> CountedOn(Guid target, Instant? time)
    {
        var times = NoticesOn(target)
            .Where(notice => time is null || notice <= time)
            .Select(notice => (Instant?)notice)
            .Append(time)
            .ToList();
        return Find(target);

        IEnumerable<RecordedCorrection> Find(Guid id) =>
            FindOn(id)
                .Where(correction =>
                    correction.Correction is not CorrectionUndone && times.Exists(other => IsInForce(correction, other))
                )
                .SelectMany(correction => Find(correction.EventId).Prepend(correction));
    }

    /// <summary>
    /// Identifier of the report or the version that a correction is of in the end, through corrections of corrections.
    /// </summary>
    public Guid ResolveTarget(Correction correction)
    {
        while (byId.GetValueOrDefault(correction.Target)?.Correction is { } corrected)
            correction = corrected;
        return correction.Target;
    }

    /// <summary>
    /// The correction on which one builds: an erased one counts no more, so then the one on which that was built.
    /// </summary>
    public Guid? ResolvePredecessor(Correction correction)
    {
        var on = correction.On;
        while (on is { } id && erased.TryGetValue(id, out var erasure))
            on = erasure?.Erased.On;
        return on;
    }

    // A coder's correction counts from the time known of what it corrects, so whenever that is seen at all.
    private bool Counts(RecordedCorrection correction, Instant? time) =>
        !correction.IsPublishers || time is null || FindNoticeTime(correction) <= time;

    private ImmutableList<RecordedCorrection> FindOn(Guid target) => byTarget.GetValueOrDefault(target, []);

    private static ImmutableList<RecordedCorrection> ListCorrections(IEnumerable<RecordedEvent> events) =>
        [
            .. events
                .Where(recorded => recorded.Event is Correction { Erased: false })
                .Select(recorded => new RecordedCorrection(recorded, (Correction)recorded.Event)),
        ];
}
