using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Values of events as they stand in a coded file: names as they were written.</summary>
internal static class EventYaml
{
    /// <summary>A value of an event's JSON.</summary>
    public static YamlNode ToYaml(JsonNode? value) =>
        value switch
        {
            null => YamlText.Null,
            JsonObject name when name.Count == 2 && name.ContainsKey("written") && name.ContainsKey("id") =>
                YamlText.Text(name["written"]!.GetValue<string>()),
            JsonObject mapping => YamlText.Line(
                mapping.Select(member => (member.Key, (YamlNode?)ToYaml(member.Value)))
            ),
            JsonArray list => YamlText.List([.. list.Select(ToYaml)]),
            _ when value.GetValueKind() == JsonValueKind.String => YamlText.Text(value.GetValue<string>()),
            _ => YamlText.Plain(value.ToJsonString()),
        };

    /// <summary>The JSON of a value.</summary>
    public static JsonObject Serialize(object value) =>
        (JsonObject)JsonSerializer.SerializeToNode(value, value.GetType(), EventJson.Options)!;

    /// <summary>A text, or no field.</summary>
    public static YamlNode? Text(string? text) => text is null ? null : YamlText.Text(text);
}
