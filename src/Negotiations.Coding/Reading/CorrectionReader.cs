using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>Reads the corrections of a coded article.</summary>
internal static class CorrectionReader
{
    private static readonly string[] Attribution = ["actor", "written", "side", "target", "others", "chain", "standing", "modality"];
    private static readonly string[] Dating = ["happened", "happenedFrom", "timeOfDay", "lookingBack", "known", "precededBy"];
    private static readonly string[] Assignment = ["act", "round"];
    private static readonly string[] Amendment = ["evidence", "certainty", "summary", "modality"];

    /// <summary>A correction with the identifier of its event; null where what it corrects cannot be told.</summary>
    public static NewEvent? Read(YamlFields fields, CodedArticle coded, Names names)
    {
        var version = coded.Version;
        var id = ReportFields.Identifier(fields, "id");
        var report = fields.Text("report");
        var correction = fields.Text("correction");
        var on = fields.Text("on");
        var by = EnumReader.Read<CorrectionBy>(fields, "by", required: true) ?? CorrectionBy.Coder;
        var who = fields.Text("who");
        var reason = fields.Text("reason", required: true) ?? "";
        var notice = fields.Mapping("notice") is { } mapping ? ReadNotice(mapping, names.Definition) : null;
        if (report is not null && correction is not null) fields.Error("correction", "a correction is of a report or of another correction, not of both");

        var target = correction is not null ? EventId.OfCorrection(coded.Stream, correction)
            : report is not null ? EventId.OfReport(coded.Stream, version.Version, report)
            : EventId.OfVersion(coded.Stream, version.Version);
        Correction? read = null;
        if (fields.Flag("retract") == true)
            read = new ReportRetracted { Negotiation = version.Negotiation, Article = version.Article, Id = id ?? "", By = by, Reason = reason, Target = target };
        else if (fields.Flag("undo") == true)
            read = new CorrectionUndone { Negotiation = version.Negotiation, Article = version.Article, Id = id ?? "", By = by, Reason = reason, Target = target };
        else if (fields.Mapping("published") is { } published)
            read = new PublicationCorrected { Negotiation = version.Negotiation, Article = version.Article, Id = id ?? "", By = by, Reason = reason, Target = target, Published = PublicationReader.Read(published, names.Definition) };
        else if (fields.Text("link") is { } other)
            read = new ArticlesLinked { Negotiation = version.Negotiation, Article = version.Article, Id = id ?? "", By = by, Reason = reason, Target = target, Other = other };
        else if (ReadChanges(fields, coded.Reports.FirstOrDefault(other => other.Id == report)?.GetType(), version, names) is { Count: > 0 } changes)
            read = new ReportCorrected { Negotiation = version.Negotiation, Article = version.Article, Id = id ?? "", By = by, Reason = reason, Target = target, Changes = changes };
        else
            fields.Error(null, "says nothing of what is corrected: retract, amend, reattribute, redate, reassign, published, link or undo");

        fields.RefuseUnknown();
        return read is null || id is null
            ? null
            : new(
                EventId.OfCorrection(coded.Stream, id),
                read with { Who = who, Notice = notice, On = on is null ? null : EventId.OfCorrection(coded.Stream, on) });
    }

    private static Notice ReadNotice(YamlFields fields, NegotiationDefined definition)
    {
        var notice = new Notice(
            fields.Mapping("published", required: true) is { } published ? PublicationReader.Read(published, definition) : new(default, PublicationBasis.Stated),
            fields.Text("reference", required: true) ?? "");
        fields.RefuseUnknown();
        return notice;
    }

    private static JsonObject ReadChanges(YamlFields fields, Type? type, ArticleVersionPublished version, Names names)
    {
        var changes = new JsonObject();
        if (fields.Mapping("amend") is { } amend)
        {
            Read(amend, Amendment);
            if (type is not null) DetailReader.ReadChanged(amend, type, names, changes);
            amend.RefuseUnknown();
        }

        ReadGroup("reattribute", Attribution);
        ReadGroup("redate", Dating);
        ReadGroup("reassign", Assignment);
        return changes;

        void ReadGroup(string name, string[] group)
        {
            if (fields.Mapping(name) is not { } mapping) return;
            Read(mapping, group);
            mapping.RefuseUnknown();
        }

        void Read(YamlFields mapping, string[] group)
        {
            foreach (var field in group.Where(mapping.Has)) ReportFields.Read(field, mapping, version, names, changes);
        }
    }
}
