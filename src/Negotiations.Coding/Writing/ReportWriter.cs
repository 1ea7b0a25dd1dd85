using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Writes a report as it stands in a coded file.</summary>
internal static class ReportWriter
{
    /// <summary>The fields of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Writes its fields.</param>
    /// <param name="covers">What the article covers, as the top of the file says it.</param>
    public static YamlMappingNode Write(Report report, ReportFieldWriter writer, Edtf? covers)
    {
        var json = EventYaml.Serialize(report);
        return YamlText.Mapping([
            ("id", YamlText.Text(report.Id)),
            ("type", YamlText.Text(report.GetType().Name)),
            .. ReportFields.All.SelectMany(field =>
                field == "happened" ? new[] { ("details", WriteDetails(report, json)), Field(field) } : [Field(field)]
            ),
        ]);

        (string, YamlNode?) Field(string field) =>
            (field, IsThere(field, report, json, covers) ? writer.Write(field, json) : null);
    }

    private static bool IsThere(string field, Report report, JsonObject json, Edtf? covers) =>
        field switch
        {
            "actor" => true,
            // A side that nobody wrote follows from the actor.
            "side" => report.SideIsWritten,
            // Nor is a standing that follows from the rest.
            "standing" => !report.StandingIsDerived,
            "ended" => report.Ended,
            "lookingBack" => report.LookingBack,
            "covers" => report.Covers is not null && report.Covers != covers,
            _ => json[field] is not null,
        };

    private static YamlMappingNode WriteDetails(Report report, JsonObject json)
    {
        var names = DetailReader
            .ListProperties(report.GetType())
            .Select(DetailReader.FormatName)
            .Where(json.ContainsKey)
            .ToList();
        var details = names.Select(name => (name, (YamlNode?)EventYaml.ToYaml(json[name])));
        return names.Count > 0 ? YamlText.Mapping(details) : YamlText.Line(details);
    }
}
