using Negotiations.Coding;

namespace Negotiations.Formats;

/// <summary>A proposed comparison as JSON (<c>docs/schema/compare.schema.json</c>).</summary>
public static class ProposedComparisonJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(ProposedComparison proposed) =>
        AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("talks", proposed.New.Negotiation);
            writer.WriteString("article", proposed.New.Article);
            writer.WriteString("version", proposed.New.Version);
            writer.WriteStartObject("compared");
            writer.WriteString("with", proposed.Old.Version);
            writer.WriteStartArray("carries");
            foreach (var carried in proposed.Compared.Carries)
            {
                writer.WriteStartObject();
                writer.WriteString("report", carried.Report);
                writer.WriteStartArray("evidence");
                foreach (var span in carried.Evidence)
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("start", span.Start);
                    writer.WriteNumber("end", span.End);
                    writer.WriteString("sha256", span.Sha256);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("replaces");
            foreach (var replaced in proposed.Compared.Replaces)
            {
                writer.WriteStartObject();
                writer.WriteString("new", replaced.New);
                writer.WriteString("old", replaced.Old);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("drops");
            foreach (var dropped in proposed.Compared.Drops)
                writer.WriteStringValue(dropped);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteStartArray("reasons");
            foreach (var report in proposed.Reports)
            {
                writer.WriteStartObject();
                writer.WriteString("report", report.Report);
                writer.WriteString("fate", EnumText.Format(report.Fate));
                writer.WriteString("reason", report.Reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
}
