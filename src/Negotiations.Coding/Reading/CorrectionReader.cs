using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>Reads the corrections of a coded article.</summary>
internal static class CorrectionReader
{
    private static readonly string[] Attribution =
    [
        .. CorrectionFields.Attribution.Except(CorrectionFields.Unwritten),
        "modality",
    ];
    private static readonly string[] Assignment = [.. CorrectionFields.Assignment.Except(CorrectionFields.Unwritten)];
    private static readonly string[] Amendment =
    [
        "evidence",
        "certainty",
        "grade",
        "grades",
        "summary",
        "modality",
        "ended",
    ];

    // What stands alone in a correction; groups of changed fields can stand beside each other.
    private static readonly string[] Single = ["retract", "undo", "published", "link"];

    /// <summary>The corrections of a file, in its order. What is wrong is noted.</summary>
    /// <param name="file">The fields of the file.</param>
    /// <param name="coded">What the file says otherwise.</param>
    /// <param name="context">What the file is read by.</param>
    /// <param name="named">Receives what the corrections name, as it is written.</param>
    public static IReadOnlyList<Correction> ReadAll(
        YamlFields file,
        CodedArticle coded,
        FileContext context,
        Dictionary<Guid, (string Field, string Text)> named
    )
    {
        var corrections = new List<Correction>();
        foreach (var fields in file.Mappings("corrections"))
        {
            var written = new[] { "report", "correction", "on" }
                .Select(field => (Field: field, Text: fields.Peek(field)))
                .ToList();
            if (Read(fields, coded, corrections, context) is not { } correction)
                continue;
            foreach (var (field, text) in written)
            {
                if (text is not null)
                    named[
                        field == "report"
                            ? EventId.ForReport(coded.Stream, coded.Version.Version, text)
                            : EventId.ForCorrection(coded.Stream, text)
                    ] = (field, text);
            }

            if (corrections.Any(other => other.Id == correction.Id))
                fields.Error("id", $"the correction '{correction.Id}' is there twice");
            corrections.Add(correction);
        }

        return corrections;
    }

    /// <summary>One correction; null where it does not say what is corrected. What is wrong is noted.</summary>
    /// <param name="fields">Its fields.</param>
    /// <param name="coded">The coding of the version that it corrects.</param>
    /// <param name="before">The corrections that it can name.</param>
    /// <param name="context">What the file is read by.</param>
    public static Correction? Read(
        YamlFields fields,
        CodedArticle coded,
        IReadOnlyList<Correction> before,
        FileContext context
    )
    {
        var names = context.Names;
        var given = Single.Concat(CorrectionFields.FieldKinds).Where(fields.Has).ToList();
        if (given.Count > 1 && given.Any(Single.Contains))
        {
            fields.Error(given[1], $"one correction does one thing: '{given[0]}' and '{given[1]}' are two");
            return null;
        }

        var head = ReadHead(fields, coded, names.Definition);
        Correction? correction =
            fields.Flag("retract") == true ? new ReportRetracted(head)
            : fields.Flag("undo") == true ? new CorrectionUndone(head)
            : fields.Mapping("published") is { } published
                ? new PublicationCorrected(head) { Published = PublicationReader.Read(published, names.Definition) }
            : fields.Text("link") is { } other ? new ArticlesLinked(head) { Other = other }
            : ReadChanges(fields, ResolveReport(head.Target, coded, before), before, context) is { Count: > 0 } changes
                ? new ReportCorrected(head) { Changes = changes }
            : null;
        if (correction is null && !given.Any(CorrectionFields.FieldKinds.Contains))
            fields.Error(
                null,
                "does not say what is corrected: retract, amend, reattribute, redate, reassign, published, link or undo"
            );
        fields.RefuseUnknown([.. Single, .. CorrectionFields.FieldKinds]);
        return correction;
    }

    private static CorrectionHead ReadHead(YamlFields fields, CodedArticle coded, NegotiationDefined definition)
    {
        var (report, corrected, on) = (fields.Text("report"), fields.Text("correction"), fields.Text("on"));
        if (report is not null && corrected is not null)
            fields.Error("correction", "a correction is of a report or of another correction, not of both");
        return new CorrectionHead
        {
            Negotiation = coded.Version.Negotiation,
            Article = coded.Version.Article,
            Id = ReportFields.Identifier(fields, "id") ?? "",
            By = EnumReader.Read<CorrectionBy>(fields, "by", required: true) ?? CorrectionBy.Coder,
            Who = fields.Text("who"),
            Reason = fields.Text("reason", required: true) ?? "",
            Notice = fields.Mapping("notice") is { } notice ? ReadNotice(notice, definition) : null,
            On = on is null ? null : EventId.ForCorrection(coded.Stream, on),
            Target =
                corrected is not null ? EventId.ForCorrection(coded.Stream, corrected)
                : report is not null ? EventId.ForReport(coded.Stream, coded.Version.Version, report)
                : EventId.ForVersion(coded.Stream, coded.Version.Version),
        };
    }

    // What is corrected is a report of this file, or a correction of one: its type says which details there are.
    private static (Type? Type, Report? Report) ResolveReport(
        Guid target,
        CodedArticle coded,
        IReadOnlyList<Correction> before
    )
    {
        while (
            before.FirstOrDefault(correction => EventId.ForCorrection(coded.Stream, correction.Id) == target)
                is { } correction
        )
            target = correction.Target;
        var report = coded.Reports.FirstOrDefault(report =>
            EventId.ForReport(coded.Stream, report.Version, report.Id) == target
        );
        return (
            before
                .OfType<ReportCorrected>()
                .Where(correction => correction.Target == target && !IsUndone(correction))
                .Select(correction => FindNewType(correction.Changes))
                .LastOrDefault(type => type is not null)
                ?? report?.GetType(),
            report
        );

        bool IsUndone(Correction correction) =>
            before
                .OfType<CorrectionUndone>()
                .Any(undo => undo.Target == EventId.ForCorrection(coded.Stream, correction.Id) && !IsUndone(undo));
    }

    private static Type? FindNewType(JsonObject changes) =>
        changes[CorrectionApplier.TypeField]?.GetValue<string>() is { } name ? ReportTypes.Find(name) : null;

    private static Type? ReadType(YamlFields amend, Report? report, JsonObject changes)
    {
        changes[CorrectionApplier.TypeField] = amend.Text(CorrectionApplier.TypeField, required: true);
        if (FindNewType(changes) is { } type)
        {
            var there = report is null
                ? null
                : JsonSerializer.SerializeToNode(report, report.GetType(), EventJson.Options)!.AsObject();
            var missing = DetailProperties
                .List(type)
                .Where(DetailProperties.IsRequired)
                .Select(DetailProperties.FormatName)
                .Where(detail => !amend.Has(detail) && there?.ContainsKey(detail) != true)
                .ToList();
            if (missing.Count > 0 && report is not null)
                amend.Error(
                    CorrectionApplier.TypeField,
                    $"{type.Name} needs details that the report does not have: "
                        + $"{string.Join(", ", missing)}; amend them as well, with null where the text does "
                        + "not say"
                );
            return type;
        }

        var written = $"{changes[CorrectionApplier.TypeField]}";
        var names = ReportTypes.All.Select(known => known.Name).ToList();
        amend.Error(
            CorrectionApplier.TypeField,
            $"'{written}' is not an event type; there are "
                + $"{string.Join(", ", names)}{SpellingSuggestions.Question(written, names)}"
        );
        return null;
    }

    private static Notice ReadNotice(YamlFields fields, NegotiationDefined definition)
    {
        var notice = new Notice(
            fields.Mapping("published", required: true) is { } published
                ? PublicationReader.Read(published, definition)
                : new(default, PublicationBasis.Stated),
            fields.Text("reference", required: true) ?? ""
        );
        fields.RefuseUnknown();
        return notice;
    }

    private static JsonObject ReadChanges(
        YamlFields fields,
        (Type? Type, Report? Report) target,
        IReadOnlyList<Correction> before,
        FileContext context
    )
    {
        var names = context.Names;
        context = context with { CorrectedEvidence = target.Report?.Evidence ?? [] };
        var type = target.Type;
        var changes = new JsonObject();
        if (fields.Mapping("amend") is { } amend)
        {
            if (amend.Has(CorrectionApplier.TypeField))
                type = ReadType(amend, target.Report, changes) ?? type;
            Read(amend, Amendment);
            if (type is not null)
                DetailReader.ReadChanged(amend, type, context, changes);
            amend.RefuseUnknown([
                CorrectionApplier.TypeField,
                .. Amendment,
                .. type is null ? [] : DetailProperties.List(type).Select(DetailProperties.FormatName),
            ]);
        }

        ReadGroup("reattribute", Attribution);
        ReadGroup("redate", CorrectionFields.Dating);
        ReadGroup("reassign", Assignment);
        if (target.Report is { Joint: null })
            RemoveWhereNever(CorrectionFields.Joint);
        if (target.Report is { FurtherRounds: null })
            RemoveWhereNever(CorrectionFields.FurtherRounds);
        if (target.Report is { StandingIsDerived: false })
            RemoveWhereNever(CorrectionFields.StandingIsDerived);
        DeriveStanding(target.Report, changes, names);
        return changes;

        // What the report never had need not be taken away.
        void RemoveWhereNever(string field)
        {
            if (!IsSaid(changes[field]) && !before.OfType<ReportCorrected>().Any(other => IsSaid(other.Changes[field])))
                changes.Remove(field);
        }

        void ReadGroup(string name, IReadOnlyList<string> group)
        {
            if (fields.Mapping(name) is not { } mapping)
                return;
            Read(mapping, group);
            mapping.RefuseUnknown(group);
        }

        void Read(YamlFields mapping, IReadOnlyList<string> group)
        {
            // Another actor has another side, unless it is given.
            foreach (
                var field in group.Where(field =>
                    mapping.Has(field) || (field == "side" && changes.ContainsKey("actor"))
                )
            )
                ReportFields.Read(field, mapping, context, changes);
        }
    }

    private static bool IsSaid(JsonNode? value) =>
        value is not null && value.GetValueKind() is not (JsonValueKind.Null or JsonValueKind.False);

    // Where a standing follows from the rest, a new chain gives a new one; null says that it is to follow from now on.
    private static void DeriveStanding(Report? report, JsonObject changes, NameResolver names)
    {
        var isSaid = changes.ContainsKey("standing");
        var isToFollow = isSaid
            ? changes[CorrectionFields.StandingIsDerived]?.GetValue<bool>() == true
            : report?.StandingIsDerived == true && changes.Any(change => StandingRule.IsGround(change.Key));
        if (report is null || !isToFollow)
            return;
        changes.Remove("standing");
        try
        {
            var derived = names.Standings.Derive(CorrectionApplier.Apply(report, [changes]));
            if (!isSaid && derived == report.Standing)
                return;
            changes["standing"] = EnumText.Format(derived);
            changes[CorrectionFields.StandingIsDerived] = true;
        }
        catch (UnreadableEventException)
        {
            // What does not fit is told where the correction is taken in.
        }
    }
}
