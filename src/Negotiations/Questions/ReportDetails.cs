using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations;

/// <summary>
/// What is peculiar to the type of a report: its details as JSON, in the order in which the type has them.
/// </summary>
public static class ReportDetails
{
    // Found once: ten thousand reports are written in one answer.
    private static readonly FrozenSet<string> Common = typeof(Report)
        .GetProperties()
        .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The details that are stated; names as their identifiers.</summary>
    public static JsonObject Extract(Report report)
    {
        var details = new JsonObject();
        var whole = JsonSerializer.SerializeToNode(report, report.GetType(), EventJson.Options)!.AsObject();
        foreach (var (name, value) in whole)
        {
            if (value is not null && !Common.Contains(name))
                details[name] = Plain(value);
        }

        return details;
    }

    private static JsonNode? Plain(JsonNode? value) =>
        value switch
        {
            JsonObject name when name.Count == 2 && name.ContainsKey("written") && name["id"] is { } id =>
                id.DeepClone(),
            JsonArray items => new JsonArray([.. items.Select(Plain)]),
            _ => value?.DeepClone(),
        };
}
