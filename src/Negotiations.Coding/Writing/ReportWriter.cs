using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Writes a report as it stands in a coded file.</summary>
internal static class ReportWriter
{
    public static YamlMappingNode Write(Report report, ReportFieldWriter writer)
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
            (field, IsThere(field, report, json) ? writer.Write(field, json[field]) : null);
    }

    private static bool IsThere(string field, Report report, JsonObject json) =>
        field switch
        {
            "actor" => true,
            // A side that nobody wrote follows from the actor.
            "side" => report.SideIsWritten,
            "lookingBack" => report.LookingBack,
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
