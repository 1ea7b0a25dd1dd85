using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>
/// Which corrections stand on the record, and which of them are in force when; found anew for each question.
/// </summary>
internal class PlainCorrections(IReadOnlyList<RecordedEvent> log)
{
    public IReadOnlyList<(Guid Id, Correction Correction, long Position)> All { get; } =
    [.. from one in log where one.Event is Correction select (one.Id, (Correction)one.Event, one.Position)];

    /// <summary>
    /// A correction is in force unless an undo of it is in force; a publisher's that the coder withdrew, as misread, is
    /// not.
    /// </summary>
    public virtual bool IsInForce(Guid id, Instant? time) =>
        IsOut(id, time)
        && !IsWithdrawn(id)
        && !All.Any(undo =>
            undo.Correction is CorrectionUndone && undo.Correction.Target == id && IsInForce(undo.Id, time)
        );

    /// <summary>
    /// A coder's correction counts whenever what it corrects is seen; a publisher's from its notice on.
    /// </summary>
    public virtual bool IsOut(Guid id, Instant? time)
    {
        var correction = All.Single(one => one.Id == id).Correction;
        return correction.By == CorrectionBy.Coder || time is null || FindNoticeTime(id) <= time;
    }

    /// <summary>When a publisher's notice came out, as the coder's chain of corrections of it says.</summary>
    public Instant FindNoticeTime(Guid id) =>
        ResolvePublication(id, All.Single(one => one.Id == id).Correction.Notice!.Published).Time;

    /// <summary>A time of publication at the end of the coder's chain of corrections of it.</summary>
    public virtual Publication ResolvePublication(Guid target, Publication coded) =>
        FindCoders(target).OfType<PublicationCorrected>().LastOrDefault()?.Published ?? coded;

    /// <summary>The coder's corrections of something that are in force, along the chain that they form.</summary>
    public virtual IEnumerable<Correction> FindCoders(Guid target)
    {
        Guid? end = null;
        while (
            All.FirstOrDefault(one =>
                IsInChain(one.Correction) && one.Correction.Target == target && one.Correction.On == end
            )
                is { Correction: { } next } found
        )
        {
            if (IsInForce(found.Id, null))
                yield return next;
            end = found.Id;
        }

        static bool IsInChain(Correction correction) =>
            correction.By == CorrectionBy.Coder && correction is not (CorrectionUndone or ArticlesLinked);
    }

    /// <summary>
    /// The publisher's corrections of a report in force at a time, the one published last at the end.
    /// </summary>
    public virtual IEnumerable<(Guid Id, Correction Correction)> FindPublishers(Guid target, Instant? time) =>
        from one in All
        where
            one.Correction.By == CorrectionBy.Publisher
            && one.Correction is not CorrectionUndone
            && one.Correction.Target == target
        where IsInForce(one.Id, time)
        orderby FindNoticeTime(one.Id), one.Id
        select (one.Id, one.Correction);

    public bool IsWithdrawn(Guid target) => FindCoders(target).Any(correction => correction is ReportRetracted);

    /// <summary>
    /// Whether a correction of something is in force at a time. An undo only ends what it undoes.
    /// </summary>
    public bool IsCorrected(Guid target, Instant? time) =>
        All.Any(one =>
            one.Correction.Target == target && one.Correction is not CorrectionUndone && IsInForce(one.Id, time)
        );

    /// <summary>
    /// The corrections of something that are in force at one of some times, without undos, and those of these.
    /// </summary>
    public IEnumerable<Guid> CountedOn(Guid target, IReadOnlyList<Instant?> times) =>
        from one in All
        where one.Correction.Target == target && one.Correction is not CorrectionUndone
        where times.Any(time => IsInForce(one.Id, time))
        from id in CountedOn(one.Id, times).Prepend(one.Id)
        select id;

    /// <summary>The corrections of something, and those of these, whether in force or not.</summary>
    public IEnumerable<(Guid Id, Correction Correction)> BearingOn(Guid target) =>
        All.Where(one => one.Correction.Target == target)
            .SelectMany(one => BearingOn(one.Id).Prepend((one.Id, one.Correction)));
}
