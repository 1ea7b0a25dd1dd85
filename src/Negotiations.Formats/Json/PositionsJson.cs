using System.Text.Json;
using NodaTime;

namespace Negotiations.Formats;

/// <summary>Where each side stands on each issue, as JSON (<c>docs/schema/positions.schema.json</c>).</summary>
public static class PositionsJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(PositionTable table) =>
        AnswerJson.Write(writer =>
        {
            var answer = table.Answer;
            writer.WriteStartObject();
            writer.WriteString("talks", answer.Asked.Negotiation);
            AnswerJson.WriteAsked(writer, answer.Asked, answer.Zone);
            writer.WriteString(
                "since",
                table.Before?.Asked.KnownBy is { } since ? Bound.Format(since, answer.Zone) : null
            );
            AnswerJson.WriteAnswered(writer, answer);
            AnswerJson.WriteStrings(writer, "sides", table.Sides);
            writer.WriteStartArray("issues");
            foreach (var issue in table.Issues)
            {
                writer.WriteStartObject();
                writer.WriteString("id", issue.Issue.Id);
                writer.WriteString("name", issue.Issue.Name);
                writer.WriteStartArray("lines");
                foreach (var line in issue.Lines)
                    Write(writer, line, answer.Zone);
                writer.WriteEndArray();
                writer.WriteStartObject("also");
                foreach (var counted in issue.Also)
                    writer.WriteNumber(counted.Subject, counted.Count);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            AnswerJson.WriteStrings(writer, "withoutIssue", table.WithoutIssue);
            writer.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter writer, PositionLine line, DateTimeZone zone)
    {
        writer.WriteStartObject();
        writer.WriteString("side", line.Side);
        WriteStated(writer, line.Now, zone);
        writer.WriteString("since", Bound.Format(line.Since, zone));
        AnswerJson.WriteStrings(writer, "because", line.Fact.Because.Select(id => id.ToString()));
        AnswerJson.WriteStrings(writer, "against", line.Fact.Against.Select(id => id.ToString()));
        writer.WriteBoolean("disputed", line.Fact.Disputed);
        AnswerJson.WriteStrings(writer, "flags", line.Fact.Flags);
        writer.WriteString("change", line.Change is { } change ? EnumText.Format(change) : null);
        WriteStated(writer, "before", line.Before, zone);
        WriteStated(writer, "anotherBefore", line.AnotherBefore, zone);
        WriteStated(writer, "movedFrom", line.MovedFrom, zone);
        writer.WriteStartArray("earlier");
        foreach (var stated in line.Earlier)
        {
            writer.WriteStartObject();
            WriteStated(writer, stated, zone);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteStated(Utf8JsonWriter writer, string name, StatedPosition? stated, DateTimeZone zone)
    {
        if (stated is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        WriteStated(writer, stated, zone);
        writer.WriteEndObject();
    }

    private static void WriteStated(Utf8JsonWriter writer, StatedPosition stated, DateTimeZone zone)
    {
        var (date, source) = (stated.Claim.Act.Date.Text, stated.Source);
        writer.WriteString("key", stated.Claim.Key);
        writer.WriteString("round", stated.Round);
        AnswerJson.WriteStrings(writer, "by", stated.By);
        writer.WriteString("position", stated.Words);
        writer.WriteString("topic", stated.Topic);
        writer.WriteString("stance", stated.Stance);
        writer.WriteString("modality", EnumText.Format(source.Report.Modality));
        writer.WriteString("standing", EnumText.Format(stated.Claim.Standing));
        writer.WriteString("happened", date.Precision == DatePrecision.Unknown ? null : date.Text);
        writer.WriteString("report", EventReference.Format(source.Report));
        writer.WriteString("outlet", source.Version.Outlet.Id);
        writer.WriteString("origin", source.Report.Chain[0].Name?.Id);
        writer.WriteString("known", Bound.Format(source.KnownFrom, zone));
        writer.WriteString("knownBasis", EnumText.Format(source.Publication.Basis));
    }
}
