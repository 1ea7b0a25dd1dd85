using System.Text.Json;
using System.Text.Json.Serialization;
using YamlDotNet.Serialization;

namespace Negotiations.Cli.Tests;

/// <summary>
/// What happens to a store of the seeds, step by step, and what it must answer before and after each step.
/// </summary>
/// <param name="Title">What happens, in words.</param>
/// <param name="Talks">The negotiation that is asked about.</param>
/// <param name="Known">The bounds of the known clock; null, none.</param>
/// <param name="Happened">The bounds of the clock of acts; null, none.</param>
/// <param name="Steps">What is done, in order.</param>
/// <param name="Facts">The facts that are looked at, by key.</param>
public sealed record Scenario(
    string Title,
    string Talks,
    IReadOnlyList<string?> Known,
    IReadOnlyList<string?> Happened,
    IReadOnlyList<ScenarioStep> Steps,
    IReadOnlyDictionary<string, ExpectedFact> Facts
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The folder in which all scenarios lie.</summary>
    public static string Root { get; } = Repository.ResolvePath("tests", "data", "scenarios");

    /// <summary>How the seeds had been coded before the first step, where that was otherwise.</summary>
    public IReadOnlyList<FileEdit> Before { get; init; } = [];

    /// <summary>Other facts that change, by key; a last <c>*</c> stands for any ending.</summary>
    public IReadOnlyList<string> AlsoChange { get; init; } = [];

    /// <summary>Whether the last step leaves the facts of the seeds as they are coded.</summary>
    public bool EndsAsTheSeeds { get; init; }

    /// <summary>Every question: a bound of the known clock with one of the clock of acts.</summary>
    public IEnumerable<ScenarioQuestion> Questions =>
        Known.SelectMany(known => Happened.Select(happened => new ScenarioQuestion(known, happened)));

    /// <summary>Reads the scenario of a folder.</summary>
    public static Scenario Read(string name)
    {
        var text = File.ReadAllText(Path.Combine(Root, name, "scenario.yaml"));
        var graph = new DeserializerBuilder()
            .WithAttemptingUnquotedStringTypeDeserialization()
            .Build()
            .Deserialize(text);
        return JsonSerializer.Deserialize<Scenario>(
            new SerializerBuilder().JsonCompatible().Build().Serialize(graph),
            Options
        )!;
    }
}
