using System.Text.Json;
using NodaTime;

namespace Negotiations.Formats;

/// <summary>Reports as JSON (<c>docs/schema/reports.schema.json</c>).</summary>
public static class ReportsJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(Answer answer, ReportFilter filter, IReadOnlyList<FoundReport> reports) =>
        AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("talks", answer.Asked.Negotiation);
            AnswerJson.WriteAsked(writer, answer.Asked, answer.Zone);
            writer.WriteStartObject("filter");
            writer.WriteString("type", filter.Type);
            writer.WriteString("actor", filter.Actor);
            writer.WriteString("side", filter.Side);
            writer.WriteString("issue", filter.Issue);
            writer.WriteString("round", filter.Round);
            writer.WriteString("act", filter.Act);
            writer.WriteString("text", filter.Text);
            writer.WriteBoolean("withdrawn", filter.Withdrawn);
            writer.WriteEndObject();
            AnswerJson.WriteAnswered(writer, answer);
            writer.WriteStartArray("reports");
            var names = new NameIndex(answer.Definition);
            foreach (var report in reports)
                Write(writer, report, answer.Zone, names);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter writer, FoundReport found, DateTimeZone zone, NameIndex names)
    {
        var (visible, report) = (found.Visible, found.Visible.Report);
        writer.WriteStartObject();
        writer.WriteString("id", visible.EventId);
        writer.WriteString("report", $"{report.Article}#{report.Id}");
        writer.WriteString("version", report.Version);
        writer.WriteNumber("position", visible.Recorded.Position);
        writer.WriteString("outlet", visible.Version.Outlet.Id);
        writer.WriteString("status", EnumText.Format(found.Status));
        writer.WriteString("fate", EnumText.Format(visible.Fate));
        AnswerJson.WriteStrings(writer, "corrections", visible.Corrections.Select(id => id.ToString()));
        writer.WriteString("type", report.GetType().Name);
        writer.WriteString("actor", report.Actor?.Id);
        writer.WriteString("written", report.Written);
        writer.WriteString("side", report.Side?.Id);
        writer.WriteString("sideName", report.Side is { } side ? names.DisplayName(side.Id) : null);
        JointJson.Write(writer, report, names);
        writer.WriteString("target", report.Target?.Id);
        AnswerJson.WriteStrings(writer, "others", (report.Others ?? []).Select(name => name.Id));
        writer.WriteString("round", report.Round);
        AnswerJson.WriteStrings(writer, "furtherRounds", report.FurtherRounds ?? []);
        writer.WriteString("issue", report.Issue?.Id);
        writer.WriteBoolean("ended", report.Ended);
        writer.WriteString("act", report.Act);
        if (report.Proposed is { } proposed)
        {
            writer.WriteStartObject("proposed");
            writer.WriteString("by", proposed.By);
            writer.WriteString("reviewer", proposed.Reviewer);
            writer.WriteBoolean("edited", proposed.Edited);
            writer.WriteEndObject();
        }

        writer.WriteString("happened", report.Happened?.Text);
        writer.WriteString("happenedFrom", report.HappenedFrom);
        writer.WriteString("timeOfDay", report.TimeOfDay);
        writer.WriteBoolean("lookingBack", report.LookingBack);
        writer.WriteString("covers", report.Covers?.Text);
        writer.WriteString("known", Bound.Format(visible.KnownFrom, zone));
        writer.WriteString("knownBasis", EnumText.Format(visible.Publication.Basis));
        writer.WriteString("standing", EnumText.Format(report.Standing));
        writer.WriteBoolean("standingIsDerived", report.StandingIsDerived);
        writer.WriteString("modality", EnumText.Format(report.Modality));
        writer.WriteNumber("certainty", report.Certainty);
        EvidenceJson.WriteGrades(writer, report.Grades);
        EvidenceJson.WriteChain(writer, report.Chain, names);
        EvidenceJson.WriteSpans(writer, report.Evidence);
        AnswerJson.WriteStrings(writer, "precededBy", (report.PrecededBy ?? []).Select(id => $"{report.Article}#{id}"));
        writer.WriteString("summary", report.Summary);
        writer.WritePropertyName("details");
        ReportDetails.Extract(report).WriteTo(writer);
        writer.WriteEndObject();
    }
}
