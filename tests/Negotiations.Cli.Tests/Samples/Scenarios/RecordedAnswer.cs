using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Cli.Tests;

/// <summary>What of an answer never changes again.</summary>
/// <param name="Answered">On what it stands, as it is written.</param>
/// <param name="Facts">The facts, as they are written.</param>
public sealed record RecordedAnswer(string Answered, string Facts)
{
    /// <summary>The position at which it was given.</summary>
    public long Position => JsonNode.Parse(Answered)!["position"]!.GetValue<long>();

    /// <summary>The facts, by key.</summary>
    public IReadOnlyDictionary<string, JsonNode> ByKey =>
        JsonNode.Parse(Facts)!.AsArray().ToDictionary(fact => fact!["key"]!.GetValue<string>(), fact => fact!);

    /// <summary>Takes it from the JSON of a state.</summary>
    public static RecordedAnswer Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new(
            document.RootElement.GetProperty("answered").GetRawText(),
            document.RootElement.GetProperty("facts").GetRawText()
        );
    }
}
