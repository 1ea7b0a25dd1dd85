using System.Text.Json;

namespace Negotiations.Tests;

/// <summary>
/// A pattern of keys of facts, with the shape of the values and the types of report that assert them.
/// </summary>
internal sealed class FactPattern(string key)
{
    private readonly SortedSet<string> statuses = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> details = new(StringComparer.Ordinal);
    private readonly SortedSet<string> types = new(StringComparer.Ordinal);

    /// <summary>The row of the table in the documentation.</summary>
    public string Line
    {
        get
        {
            var status =
                statuses.Count == 0
                    ? []
                    : new[] { $"`status`: {string.Join(", ", statuses.Select(status => $"`{status}`"))}" };
            var rest =
                details.Count == 0
                    ? []
                    : new[] { string.Join(", ", details.Select(detail => $"`{detail.Key}` {detail.Value}")) };
            return $"| `{key}` | {string.Join("; ", status.Concat(rest))} | {string.Join(", ", types)} |";
        }
    }

    public void Add(Type type, FactValue value)
    {
        types.Add(type.Name);
        using var json = JsonDocument.Parse(value.Json);
        foreach (var detail in json.RootElement.EnumerateObject())
        {
            if (detail.Name == "status")
                statuses.Add(detail.Value.GetString()!);
            else
                details[detail.Name] = DescribeKind(detail.Value);
        }
    }

    private static string DescribeKind(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => $"{DescribeKind(value[0])}s",
            JsonValueKind.Number => "number",
            JsonValueKind.True or JsonValueKind.False => "yes/no",
            _ when value.GetString()!.StartsWith('{') => "name",
            _ when value.GetString()!.StartsWith("Some ", StringComparison.Ordinal) => "text",
            _ when char.IsAsciiDigit(value.GetString()![0]) => "date",
            _ => "word",
        };
}
