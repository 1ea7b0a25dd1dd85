using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>What the reports of a file share, so that its top says it once.</summary>
internal sealed class SharedFields
{
    private const int LongestName = 30;

    private readonly Dictionary<string, string> chains = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Happened, string From), string> days = [];
    private readonly List<(string Name, JsonArray Chain)> namedChains = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>Finds it.</summary>
    /// <param name="reports">The JSON of the reports; of their chains without what the article shares.</param>
    public SharedFields(IReadOnlyList<JsonObject> reports)
    {
        Round = reports
            .Where(report => report[CorrectionFields.FurtherRounds] is null)
            .Select(report => report["round"]!.GetValue<string>())
            .GroupBy(round => round)
            .MaxBy(round => round.Count())
            ?.Key;
        Issue = reports.Select(report => report["issue"]?.ToJsonString()).Distinct().ToList() is [not null]
            ? reports[0]["issue"]
            : null;
        Certainty = FindCommonest(reports, "certainty") is { } certainty
            ? certainty.GetValue<int>()
            : FileDefaults.Certainty;
        Modality = FindCommonest(reports, "modality")?.GetValue<string>();
        foreach (var chain in FindRepeated(reports.Select(report => report["chain"]?.AsArray())))
        {
            var name = ChooseName(chain[0]!["name"]?["written"]?.GetValue<string>() ?? "unnamed");
            chains.Add(chain.ToJsonString(), name);
            namedChains.Add((name, chain));
        }

        foreach (
            var day in reports
                .Where(report => report["happened"] is not null && report["happenedFrom"] is not null)
                .GroupBy(report => (report["happened"]!.GetValue<string>(), report["happenedFrom"]!.GetValue<string>()))
                .Where(day => day.Count() > 1)
        )
            days.Add(day.Key, ChooseName(day.Key.Item2));
    }

    public string? Round { get; }

    public JsonNode? Issue { get; }

    public int Certainty { get; }

    public string? Modality { get; }

    /// <summary>The chains that have a name.</summary>
    public IReadOnlyList<(string Name, JsonArray Chain)> Chains => namedChains;

    /// <summary>The days that have a name, as they stand in the file.</summary>
    public YamlMappingNode? WriteDays() =>
        days.Count == 0
            ? null
            : YamlText.Mapping(
                days.Select(day =>
                    (
                        day.Value,
                        (YamlNode?)
                            YamlText.Line(
                                ("happened", YamlText.Text(day.Key.Happened!)),
                                ("happenedFrom", YamlText.Text(day.Key.From))
                            )
                    )
                )
            );

    /// <summary>The name of a chain; null where it has none.</summary>
    public string? FindChain(JsonNode? chain) => chain is null ? null : chains.GetValueOrDefault(chain.ToJsonString());

    /// <summary>The name of the day of a report; null where it has none.</summary>
    public string? FindDay(JsonObject report) =>
        report["happenedFrom"]?.GetValue<string>() is { } from
            ? days.GetValueOrDefault((report["happened"]?.GetValue<string>(), from))
            : null;

    private static JsonNode? FindCommonest(IReadOnlyList<JsonObject> reports, string field) =>
        reports
            .Select(report => report[field]!)
            .GroupBy(value => value.ToJsonString())
            .MaxBy(values => values.Count())
            ?.First();

    private static IEnumerable<JsonArray> FindRepeated(IEnumerable<JsonArray?> chains) =>
        chains
            .OfType<JsonArray>()
            .Where(chain => chain.Count > 0)
            .GroupBy(chain => chain.ToJsonString())
            .Where(same => same.Count() > 1)
            .Select(same => same.First());

    // Short, unlike all others, and unlike a date.
    private string ChooseName(string words)
    {
        var name = Slug.From(words) is { Length: > 0 } slug && char.IsLetter(slug[0]) ? slug : "unnamed";
        if (name.Length > LongestName)
            name = name[..LongestName].LastIndexOf('-') is > 0 and var at ? name[..at] : "unnamed";
        var free = name;
        for (var i = 2; !names.Add(free); i++)
            free = $"{name}-{i}";
        return free;
    }
}
