namespace Negotiations.Formats;

/// <summary>What of the reports and the versions of a page is not, or is no longer, as it was recorded.</summary>
public sealed class IntegrityFlags
{
    private readonly Audit audit;
    private readonly ILookup<Guid, ChainFault> ofEvents;
    private readonly ILookup<string, ChainFault> ofStreams;
    private readonly HashSet<Guid> forgedErasures;
    private readonly RecordCheck? contradicted;
    private readonly Dictionary<Guid, IReadOnlyList<IntegrityFlag>> ofReports = [];

    /// <summary>Sorts what the checks found by what it is about.</summary>
    /// <param name="audit">The audit of the negotiation.</param>
    /// <param name="record">The checks of the record.</param>
    public IntegrityFlags(Audit audit, IReadOnlyList<RecordCheck> record)
    {
        this.audit = audit;
        // What a checkpoint shows is true of all that was recorded up to it, and not of the event that stands there.
        var faults = record.Where(check => check.Name == "chain").SelectMany(check => check.Faults).ToList();
        ofEvents = faults.Where(fault => fault.Event is not null).ToLookup(fault => fault.Event!.Value);
        // What is gone, or looks erased, has no report on the page any more that could be marked.
        ofStreams = faults
            .Where(fault =>
                fault
                    is { Stream: not null }
                        and ({ Event: null } or { Kind: ChainFaultKind.Removed or ChainFaultKind.ErasureUnrecorded })
            )
            .ToLookup(fault => fault.Stream!, StringComparer.Ordinal);
        forgedErasures =
        [
            .. audit
                .Log.Events.Where(recorded => recorded is { Event.Erased: true, Erasure: null })
                .Select(recorded => recorded.Id),
        ];
        contradicted = record.FirstOrDefault(check => check is { Name: "checkpoint", Status: RecordStatus.Failed });
        var file = StreamName.ForNegotiation(audit.Answer.Asked.Negotiation);
        ForFile =
        [
            .. faults
                .Where(fault => fault.Stream == file)
                .Select(fault => new IntegrityFlag(
                    IntegrityFlag.Altered,
                    "the file of the negotiation, from which names, sides and rounds are, is not what "
                        + $"was recorded{DescribePlace(fault)}: {fault.Problem}"
                )),
        ];
    }

    /// <summary>
    /// What is to be said wherever names, sides and rounds are shown: they are from the file of the negotiation.
    /// </summary>
    public IReadOnlyList<IntegrityFlag> ForFile { get; }

    /// <summary>What is to be said of the whole page.</summary>
    public IEnumerable<IntegrityFlag> ForAll =>
        contradicted is null ? ForFile : ForFile.Append(ForUnproven(contradicted));

    /// <summary>What is to be said of an event that is erased.</summary>
    public IntegrityFlag ForErased(Guid id) =>
        forgedErasures.Contains(id)
            ? new(IntegrityFlag.Altered, "it looks erased, but no erasure of it is recorded")
            : new(IntegrityFlag.Erased, "it was erased");

    /// <summary>
    /// What is to be said of a report wherever it is named; nothing where it is as it was recorded, or was not checked.
    /// </summary>
    public IReadOnlyList<IntegrityFlag> Find(VisibleReport visible)
    {
        if (!ofReports.TryGetValue(visible.EventId, out var marks))
            ofReports[visible.EventId] = marks = [
                .. FindInRecord(visible),
                .. FindInText(visible),
                .. FindInErasures(visible),
                .. FindInCheckpoint(visible),
            ];
        return marks;
    }

    /// <summary>What is to be said of a version, beside what is to be said of each of its reports.</summary>
    public IEnumerable<IntegrityFlag> Find(AuditedVersion audited)
    {
        var stream = StreamName.ForArticle(audited.Version.Negotiation, audited.Version.Article);
        foreach (var fault in ofEvents[EventId.ForVersion(stream, audited.Version.Version)])
            yield return new(
                IntegrityFlag.Altered,
                $"its event is not what was recorded{DescribePlace(fault)}: {fault.Problem}"
            );
        foreach (var fault in ofStreams[stream])
            yield return new(
                IntegrityFlag.Altered,
                $"the events of the article are not what was recorded{DescribePlace(fault)}: {fault.Problem}"
            );
        if (FindInText(audited) is { } mark)
        {
            var reports = QuestionWords.Count(audited.OwnReports.Count(), "report");
            yield return mark.Word == IntegrityFlag.Unread
                ? mark with
                {
                    Sentence = $"{mark.Sentence}; its {reports} could not be checked",
                }
                : new(IntegrityFlag.Differs, $"{mark.Sentence}; its {reports} stand in no text that is held");
        }

        foreach (var (stray, problem) in audited.Strays)
            yield return new(IntegrityFlag.Differs, $"a further file of its name, {stray.File}, differs: {problem}");
        if (audited.Status != TextStatus.Held)
            yield break;
        foreach (var part in audited.Reports.Where(part => !part.IsReport && part.IsOrphaned))
            yield return new(IntegrityFlag.Orphaned, $"{part.Name}: {DescribeFaults(part)}");
    }

    private IEnumerable<IntegrityFlag> FindInRecord(VisibleReport visible)
    {
        var version = EventId.ForVersion(visible.Recorded.Stream, visible.Report.Version);
        return FindInEvent(visible.EventId, "its event")
            .Concat(FindInEvent(version, "the event of the version in which it stands"))
            .Concat(
                audit
                    .Log.Timeline.Corrections.BearingOn(visible.EventId)
                    .Concat(audit.Log.Timeline.Corrections.BearingOn(version))
                    .SelectMany(correction =>
                        FindInEvent(
                            correction.EventId,
                            $"its correction {EventReference.Format(correction.Correction)}"
                        )
                    )
            );
    }

    private IEnumerable<IntegrityFlag> FindInEvent(Guid id, string what) =>
        ofEvents[id]
            .Select(fault => new IntegrityFlag(
                IntegrityFlag.Altered,
                $"{what} is not what was recorded{DescribePlace(fault)}: {fault.Problem}"
            ));

    private IEnumerable<IntegrityFlag> FindInText(VisibleReport visible)
    {
        foreach (var audited in audit.Versions.Where(audited => audited.Version.Article == visible.Report.Article))
        {
            var carried = $"{EventReference.Format(audited.Version)} carries {visible.Report.Id}";
            foreach (
                var part in audited.Reports.Where(part =>
                    (part.IsOrphaned || audited.IsUnreadable)
                    && (part.EventId == visible.EventId || part.Name == carried)
                )
            )
                yield return ForOrphan(part, audited);
        }
    }

    private static IntegrityFlag ForOrphan(AuditedReport part, AuditedVersion audited)
    {
        var (what, faults) = (part.IsReport ? "" : $"{part.Name}: ", DescribeFaults(part));
        return FindInText(audited) switch
        {
            null => new(IntegrityFlag.Orphaned, what + faults),
            { Word: IntegrityFlag.Unread } unread => unread with { Sentence = what + unread.Sentence },
            { } differs => differs with
            {
                Sentence =
                    $"{what}{differs.Sentence}; "
                    + $"{(faults.Length > 0 ? faults : "its own words stand where they stood")}",
            },
        };
    }

    private static IntegrityFlag? FindInText(AuditedVersion audited) =>
        audited switch
        {
            { Status: not TextStatus.Differs } or { Held: null } => null,
            { Held: { Text: null } unread } => new(
                IntegrityFlag.Unread,
                $"{unread.File} cannot be read: {audited.Problem}"
            ),
            { Held: { } held } => new(
                IntegrityFlag.Orphaned,
                $"{held.File} is not the text that was coded: {audited.Problem}"
            ),
        };

    private IEnumerable<IntegrityFlag> FindInErasures(VisibleReport visible)
    {
        // What such a correction was of, only the record of an erasure says: it may have been any report of the
        // article.
        if (
            audit.Log.Events.Any(recorded =>
                recorded.Event is Correction
                && recorded.Stream == visible.Recorded.Stream
                && forgedErasures.Contains(recorded.Id)
            )
        )
            yield return new(
                IntegrityFlag.Altered,
                "a correction of its article, which may have been of it, looks erased, but no erasure of it is recorded"
            );
        if (visible.LostCorrection)
            yield return new(
                IntegrityFlag.Erased,
                "a correction of it, or of the version in which it stands, was erased"
            );

        foreach (var earlier in visible.Report.PrecededBy ?? [])
        {
            var id = EventId.ForReport(visible.Recorded.Stream, visible.Report.Version, earlier);
            if (!audit.Log.Timeline.Corrections.IsErased(id))
                continue;
            yield return ForErased(id) with
            {
                Sentence =
                    $"{visible.Report.Article}#{earlier}, which the text puts before it: {ForErased(id).Sentence}",
            };
        }
    }

    private IEnumerable<IntegrityFlag> FindInCheckpoint(VisibleReport visible)
    {
        if (contradicted is not null && visible.Recorded.Position > contradicted.ProvenTo)
            yield return ForUnproven(contradicted);
    }

    private static IntegrityFlag ForUnproven(RecordCheck check) =>
        new(
            IntegrityFlag.Unproven,
            "the checkpoint contradicts the record, and nothing proves what is recorded after "
                + $"position {check.ProvenTo}: it may have been written anew"
        );

    private static string DescribePlace(ChainFault fault) =>
        fault.Position is { } position ? $" (position {position})" : "";

    private static string DescribeFaults(AuditedReport part) =>
        string.Join("; ", part.Faults.Where(fault => !fault.IsReplaced).Select(fault => fault.Describe()));
}
