
namespace Negotiations.Formats;

/// <summary>What of the reports and the versions of a page is not, or is no longer, as it was recorded.</summary>
public sealed class Marks
{
    private readonly Audit audit;
    private readonly ILookup<Guid, ChainFault> ofEvents;
    private readonly ILookup<string, ChainFault> ofStreams;
    private readonly HashSet<Guid> forgedErasures;
    private readonly RecordCheck? contradicted;
    private readonly Dictionary<Guid, IReadOnlyList<Mark>> ofReports = [];

    /// <summary>Sorts what the checks found by what it is about.</summary>
    /// <param name="audit">The audit of the negotiation.</param>
    /// <param name="record">The checks of the record.</param>
    public Marks(Audit audit, IReadOnlyList<RecordCheck> record)
    {
        this.audit = audit;
        // What a checkpoint shows is true of all that was recorded up to it, and not of the event that stands there.
        var faults = record.Where(check => check.Name == "chain").SelectMany(check => check.Faults).ToList();
        ofEvents = faults.Where(fault => fault.Event is not null).ToLookup(fault => fault.Event!.Value);
        // What is gone, or looks erased, has no report on the page any more that could be marked.
        ofStreams = faults.Where(fault => fault is { Stream: not null } and ({ Event: null } or { Kind: ChainFaultKind.Removed or ChainFaultKind.ErasureUnrecorded }))
            .ToLookup(fault => fault.Stream!, StringComparer.Ordinal);
        forgedErasures = [.. audit.Log.Events.Where(recorded => recorded is { Event.Erased: true, Erasure: null }).Select(recorded => recorded.Id)];
        contradicted = record.FirstOrDefault(check => check is { Name: "checkpoint", Status: RecordStatus.Failed });
        var file = StreamName.OfNegotiation(audit.Answer.Asked.Negotiation);
        OfFile = [.. faults.Where(fault => fault.Stream == file)
            .Select(fault => new Mark(Mark.Altered, $"the file of the negotiation, from which names, sides and rounds are, is not what was recorded{PlaceOf(fault)}: {fault.Problem}"))];
    }

    /// <summary>What is to be said wherever names, sides and rounds are shown: they are from the file of the negotiation.</summary>
    public IReadOnlyList<Mark> OfFile { get; }

    /// <summary>What is to be said of the whole page.</summary>
    public IEnumerable<Mark> OfAll => contradicted is null ? OfFile : OfFile.Append(OfCheckpoint(contradicted));

    /// <summary>What is to be said of an event that is erased.</summary>
    public Mark OfErased(Guid id) =>
        forgedErasures.Contains(id) ? new(Mark.Altered, "it looks erased, but no erasure of it is recorded") : new(Mark.Erased, "it was erased");

    /// <summary>What is to be said of a report wherever it is named; nothing where it is as it was recorded, or was not checked.</summary>
    public IReadOnlyList<Mark> Of(VisibleReport visible)
    {
        if (!ofReports.TryGetValue(visible.EventId, out var marks))
            ofReports[visible.EventId] = marks = [.. OfRecord(visible), .. OfText(visible), .. OfErasures(visible), .. OfCheckpoint(visible)];
        return marks;
    }

    /// <summary>What is to be said of a version, beside what is to be said of each of its reports.</summary>
    public IEnumerable<Mark> Of(AuditedVersion audited)
    {
        var stream = StreamName.OfArticle(audited.Version.Negotiation, audited.Version.Article);
        foreach (var fault in ofEvents[EventId.OfVersion(stream, audited.Version.Version)])
            yield return new(Mark.Altered, $"its event is not what was recorded{PlaceOf(fault)}: {fault.Problem}");
        foreach (var fault in ofStreams[stream]) yield return new(Mark.Altered, $"the events of the article are not what was recorded{PlaceOf(fault)}: {fault.Problem}");
        if (OfText(audited) is { } mark)
        {
            var reports = QuestionWords.Count(audited.OwnReports.Count(), "report");
            yield return mark.Word == Mark.Unread
                ? mark with { Sentence = $"{mark.Sentence}; its {reports} could not be checked" }
                : new(Mark.Differs, $"{mark.Sentence}; its {reports} stand in no text that is held");
        }

        foreach (var (stray, problem) in audited.Strays) yield return new(Mark.Differs, $"a further file of its name, {stray.File}, differs: {problem}");
        if (audited.Status != TextStatus.Held) yield break;
        foreach (var part in audited.Reports.Where(part => !part.IsReport && part.IsOrphaned)) yield return new(Mark.Orphaned, $"{part.Name}: {FaultsOf(part)}");
    }

    private IEnumerable<Mark> OfRecord(VisibleReport visible)
    {
        var version = EventId.OfVersion(visible.Recorded.Stream, visible.Report.Version);
        return OfEvent(visible.EventId, "its event")
            .Concat(OfEvent(version, "the event of the version in which it stands"))
            .Concat(audit.Log.Timelines.Corrections.BearingOn(visible.EventId)
                .Concat(audit.Log.Timelines.Corrections.BearingOn(version))
                .SelectMany(correction => OfEvent(correction.EventId, $"its correction {ShortForm.Of(correction.Correction)}")));
    }

    private IEnumerable<Mark> OfEvent(Guid id, string what) =>
        ofEvents[id].Select(fault => new Mark(Mark.Altered, $"{what} is not what was recorded{PlaceOf(fault)}: {fault.Problem}"));

    private IEnumerable<Mark> OfText(VisibleReport visible)
    {
        foreach (var audited in audit.Versions.Where(audited => audited.Version.Article == visible.Report.Article))
        {
            var carried = $"{ShortForm.Of(audited.Version)} carries {visible.Report.Id}";
            foreach (var part in audited.Reports.Where(part => (part.IsOrphaned || audited.IsUnreadable) && (part.EventId == visible.EventId || part.Name == carried)))
                yield return Of(part, audited);
        }
    }

    private static Mark Of(AuditedReport part, AuditedVersion audited)
    {
        var (what, faults) = (part.IsReport ? "" : $"{part.Name}: ", FaultsOf(part));
        return OfText(audited) switch
        {
            null => new(Mark.Orphaned, what + faults),
            { Word: Mark.Unread } unread => unread with { Sentence = what + unread.Sentence },
            { } differs => differs with { Sentence = $"{what}{differs.Sentence}; {(faults.Length > 0 ? faults : "its own words stand where they stood")}" },
        };
    }

    private static Mark? OfText(AuditedVersion audited) => audited switch
    {
        { Status: not TextStatus.Differs } or { Held: null } => null,
        { Held: { Text: null } unread } => new(Mark.Unread, $"{unread.File} cannot be read: {audited.Problem}"),
        { Held: { } held } => new(Mark.Orphaned, $"{held.File} is not the text that was coded: {audited.Problem}"),
    };

    private IEnumerable<Mark> OfErasures(VisibleReport visible)
    {
        // What such a correction was of, only the record of an erasure says: it may have been any report of the article.
        if (audit.Log.Events.Any(recorded => recorded.Event is Correction && recorded.Stream == visible.Recorded.Stream && forgedErasures.Contains(recorded.Id)))
            yield return new(Mark.Altered, "a correction of its article, which may have been of it, looks erased, but no erasure of it is recorded");
        if (visible.LostCorrection) yield return new(Mark.Erased, "a correction of it, or of the version in which it stands, was erased");

        foreach (var earlier in visible.Report.PrecededBy ?? [])
        {
            var id = EventId.OfReport(visible.Recorded.Stream, visible.Report.Version, earlier);
            if (!audit.Log.Timelines.Corrections.IsErased(id)) continue;
            yield return OfErased(id) with { Sentence = $"{visible.Report.Article}#{earlier}, which the text puts before it: {OfErased(id).Sentence}" };
        }
    }

    private IEnumerable<Mark> OfCheckpoint(VisibleReport visible)
    {
        if (contradicted is not null && visible.Recorded.Position > contradicted.ProvenTo) yield return OfCheckpoint(contradicted);
    }

    private static Mark OfCheckpoint(RecordCheck check) =>
        new(Mark.Unproven, $"the checkpoint contradicts the record, and nothing proves what is recorded after position {check.ProvenTo}: it may have been written anew");

    private static string PlaceOf(ChainFault fault) => fault.Position is { } position ? $" (position {position})" : "";

    private static string FaultsOf(AuditedReport part) => string.Join("; ", part.Faults.Where(fault => !fault.IsReplaced).Select(fault => fault.Describe()));
}
