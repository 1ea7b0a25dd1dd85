using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations;

/// <summary>Takes a coded article into its stream.</summary>
public static class ArticleIntake
{
    /// <summary>
    /// What taking in a coding comes to. The same coding again: nothing. A new version, new reports of a version that
    /// is there, and new corrections: these. A version or a report that the store has otherwise, or that is gone from
    /// the file: refused, or turned into the coder's corrections that such an edit is. What was erased: refused.
    /// </summary>
    /// <param name="stream">The article's stream as it stands.</param>
    /// <param name="coded">The coding.</param>
    /// <param name="edits">How edits are to be taken in; null: not at all.</param>
    public static IntakeDecision Decide(RecordedStream stream, CodedArticle coded, EditsAsCorrections? edits = null)
    {
        var stored = new StoredArticle(stream.Events, coded.Version.Version);
        var unseen = new ConflictingCorrections(stored.Log, coded, edits);
        List<NewEvent> append = [];
        List<CodingDifference> differences = [];
        if (stored.Version is null)
            Append(EventId.ForVersion(coded.Stream, coded.Version.Version), coded.Version);
        else
            Settle(EditVersion(stored, coded, unseen));
        foreach (var report in coded.Reports)
        {
            if (!stored.Reports.TryGetValue(report.Id, out var recorded))
                Append(EventId.ForReport(coded.Stream, report.Version, report.Id), report);
            else
                Settle(EditReport(stored, recorded, report, unseen));
        }

        foreach (
            var gone in stored.Reports.Values.ExceptBy(coded.Reports.Select(report => report.Id), recorded =>
                ((Report)recorded.Event).Id
            )
        )
            Settle(RetractGone(stored, gone));
        foreach (var correction in coded.Corrections)
        {
            if (!stored.Corrections.TryGetValue(correction.Id, out var same))
                Append(EventId.ForCorrection(coded.Stream, correction.Id), correction);
            else
                differences.AddRange(EventDiff.Between(same, correction, $"{correction.Article}!{correction.Id}"));
        }

        return new(coded.Stream, stream.Version, differences.Count == 0 ? append : [], differences);

        // What was erased does not come back with a file that still has it.
        void Append(Guid id, DomainEvent @event)
        {
            if (stored.Log.IsErased(id))
                differences.Add(CodingDifference.ForErased(EventReference.Format(@event), stored.Log.FindErasure(id)));
            else
                append.Add(new(id, @event));
        }

        void Settle(Edit edit)
        {
            if (edit.Differences.Count > 0 && edits is not null && edit.Correct is not null)
                append.Add(edit.Correct(edits));
            else
                differences.AddRange(edit.Differences);
        }
    }

    private static Edit EditVersion(StoredArticle stored, CodedArticle coded, ConflictingCorrections unseen)
    {
        var target = EventId.ForVersion(coded.Stream, coded.Version.Version);
        var now = stored.Version! with { Published = stored.Log.ResolvePublication(target, stored.Version.Published) };
        // The file may have the coding as it first was, or as corrections left it: both are known here already.
        if (!EventDiff.Between(stored.Version, coded.Version, "").Any())
            return Edit.None;
        var contended = unseen.FindOnPublication(target);
        var differences = EventDiff
            .Between(now, coded.Version, coded.Version.Article)
            .Select(difference => IsOfPublication(difference) ? difference with { Contended = contended } : difference)
            .ToList();
        if (differences.Count == 0)
            return Edit.None;
        return new(
            differences,
            differences.All(difference => IsOfPublication(difference) && contended is null)
                ? edits =>
                    stored.NewCorrection(target, coded.Version.Version, edits, head => new PublicationCorrected(head)
                    {
                        Published = coded.Version.Published,
                    })
                : null
        );

        static bool IsOfPublication(CodingDifference difference) =>
            difference.Field!.StartsWith("published", StringComparison.Ordinal);
    }

    private static Edit EditReport(
        StoredArticle stored,
        RecordedEvent recorded,
        Report coded,
        ConflictingCorrections unseen
    )
    {
        var first = (Report)recorded.Event;
        if (!EventDiff.Between(first, coded, "").Any())
            return Edit.None;
        var where = $"{coded.Article}#{coded.Id}";
        var now = CorrectionApplier.CodedAs(recorded, stored.Log);
        if (
            stored
                .Log.CoderInForce(recorded.Id)
                .Select(correction => correction.Correction)
                .OfType<ReportRetracted>()
                .LastOrDefault() is
            { } retraction
        )
            return EventDiff.Between(now, coded, "").Any()
                ? new(
                    [
                        new(where, "retract", "the coder has retracted it", "the file still has it")
                        {
                            Overlooked = retraction,
                        },
                    ],
                    null
                )
                : Edit.None;
        var differences = EventDiff
            .Between(now, coded, where)
            .Select(difference =>
                Overlooked(stored, recorded, coded, difference) is { } overlooked
                    ? difference with
                    {
                        Overlooked = overlooked,
                    }
                    : difference with
                    {
                        Contended = unseen.FindOnField(recorded.Id, TopField(difference)),
                    }
            )
            .ToList();
        if (differences.Count == 0)
            return Edit.None;
        // Taken in as a correction, it would silently take back what somebody else has corrected.
        return new(
            differences,
            differences.Any(difference => difference.IsUnaware)
                ? null
                : edits =>
                    stored.NewCorrection(recorded.Id, coded.Id, edits, head => new ReportCorrected(head)
                    {
                        Changes = Changes(now, coded),
                    })
        );
    }

    // Whoever edits one field of a report in a file that has another as it first was did not see that it was corrected.
    private static ReportCorrected? Overlooked(
        StoredArticle stored,
        RecordedEvent recorded,
        Report coded,
        CodingDifference difference
    )
    {
        var first = (Report)recorded.Event;
        if (
            first.GetType() != coded.GetType()
            || EventDiff.Between(first, coded, "").Any(edited => edited.Field == difference.Field)
        )
            return null;
        var field = TopField(difference);
        return stored
            .Log.CoderInForce(recorded.Id)
            .Select(correction => correction.Correction)
            .OfType<ReportCorrected>()
            .LastOrDefault(correction => correction.Changes.ContainsKey(field));
    }

    private static Edit RetractGone(StoredArticle stored, RecordedEvent recorded)
    {
        var gone = (Report)recorded.Event;
        if (stored.Log.IsWithdrawnByCoder(recorded.Id))
            return Edit.None;
        return new([new($"{gone.Article}#{gone.Id}", null, null, null)], edits =>
            stored.NewCorrection(recorded.Id, gone.Id, edits, head => new ReportRetracted(head))
        );
    }

    // What names were resolved to is no edit, so only the fields that differ as written are changed.
    private static JsonObject Changes(Report stored, Report coded)
    {
        var (before, after) = (Serialize(stored), Serialize(coded));
        var changes = new JsonObject();
        if (stored.GetType() == coded.GetType())
        {
            foreach (var difference in EventDiff.Between(stored, coded, ""))
                Change(TopField(difference));
        }
        else
        {
            changes[CorrectionApplier.TypeField] = coded.GetType().Name;
            foreach (
                var field in before
                    .Select(member => member.Key)
                    .Where(field => CorrectionApplier.HasField(field, coded.GetType()))
                    .Union(after.Select(member => member.Key))
            )
                Change(field);
            foreach (var field in CorrectionApplier.Fixed)
                changes.Remove(field);
            if (!stored.StandingIsDerived && !coded.StandingIsDerived)
                changes.Remove(CorrectionFields.StandingIsDerived);
        }

        // A side that nobody wrote is no difference, but it is that of the actor.
        foreach (var field in changes.SelectMany(change => CorrectionFields.FindPartners(change.Key)).ToList())
        {
            if (
                field == CorrectionFields.StandingIsDerived
                    ? coded.StandingIsDerived != stored.StandingIsDerived
                    : before[field] is not null || after[field] is not null
            )
                Change(field);
        }

        // Nor is a standing that follows from what is changed.
        if (
            coded.StandingIsDerived
            && before["standing"]?.GetValue<string>() != after["standing"]?.GetValue<string>()
            && changes.Any(change => StandingRule.IsGround(change.Key))
        )
        {
            Change("standing");
            Change(CorrectionFields.StandingIsDerived);
        }

        return changes;

        void Change(string field) => changes[field] = after[field]?.DeepClone();
    }

    // Of a difference within a list or an object, the field that holds it.
    private static string TopField(CodingDifference difference) => difference.Field!.Split('.', '[')[0];

    private static JsonObject Serialize(Report report) =>
        (JsonObject)JsonSerializer.SerializeToNode(report, report.GetType(), EventJson.Options)!;

    /// <summary>
    /// An edit of a coded file: how it differs from the store, and the correction that it is, if it can be one.
    /// </summary>
    private sealed record Edit(IReadOnlyList<CodingDifference> Differences, Func<EditsAsCorrections, NewEvent>? Correct)
    {
        public static Edit None { get; } = new([], null);
    }
}
