using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Writes a new draft.</summary>
public static class DraftWriter
{
    /// <summary>The file.</summary>
    /// <param name="head">The fields at its top, as a coded file has them.</param>
    /// <param name="events">The fields of each event.</param>
    public static string Write(JsonObject head, IReadOnlyList<JsonObject> events) =>
        YamlText.Write(
            YamlText.Mapping([
                .. head.Select(field => (field.Key, (YamlNode?)EventYaml.ToYaml(field.Value))),
                (
                    "events",
                    events.Count == 0
                        ? YamlText.List([])
                        : YamlText.List([.. events.Select(@event => (YamlNode)WriteEvent(@event))])
                ),
            ])
        );

    // A field a line, so that whoever reviews changes a line.
    private static YamlMappingNode WriteEvent(JsonObject @event) =>
        YamlText.Mapping(@event.Select(field => (field.Key, (YamlNode?)WriteField(field.Value))));

    private static YamlNode WriteField(JsonNode? value) =>
        value is JsonObject { Count: > 0 } fields
            ? YamlText.Mapping(fields.Select(field => (field.Key, (YamlNode?)EventYaml.ToYaml(field.Value))))
            : EventYaml.ToYaml(value);
}
