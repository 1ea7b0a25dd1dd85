using System.Text.Json.Nodes;

namespace Negotiations.Cli.Tests;

/// <summary>What is expected of a fact.</summary>
/// <param name="States">The states that it has, each under a name: what its JSON must say; null where there is no such
/// fact.</param>
/// <param name="Answers">
/// For each question the name of the state before the record, and after each step: the bounds (known, happened), then
/// the names.
/// </param>
public sealed record ExpectedFact(
    IReadOnlyDictionary<string, JsonObject?> States,
    IReadOnlyList<IReadOnlyList<string?>> Answers
)
{
    /// <summary>The names of the states for a question, before the record and after each step.</summary>
    public IReadOnlyList<string?> FindStates(ScenarioQuestion question) =>
        [.. Answers.Single(row => row[0] == question.Known && row[1] == question.Happened).Skip(2)];

    /// <summary>The names of the states that a fact is in: it must be in one only.</summary>
    public IEnumerable<string> MatchStates(JsonNode? fact) =>
        States.Where(state => IsIn(state.Value, fact)).Select(state => state.Key);

    private static bool IsIn(JsonNode? expected, JsonNode? actual) =>
        expected switch
        {
            JsonObject fields => actual is JsonObject && fields.All(field => IsIn(field.Value, actual[field.Key])),
            _ => JsonNode.DeepEquals(expected, actual),
        };
}
