using System.Text.Json;
using Negotiations.Assistant.Patterns;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Assistant;

/// <summary>Reads a codebook; whatever is wrong in it is told with its line.</summary>
internal sealed class CodebookReader
{
    private static readonly string[] TypeFields =
    [
        "family",
        "definition",
        "include",
        "exclude",
        "hard",
        "examples",
        "counterExamples",
        "saying",
        "modality",
        "details",
        "patterns",
    ];

    private readonly CodebookFields fields;
    private readonly Dictionary<string, YamlNode> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PatternNode> readGroups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> verbs = new(StringComparer.Ordinal);
    private readonly HashSet<string> openGroups = new(StringComparer.Ordinal);

    private CodebookReader(string file) => fields = new(file);

    public static Codebook Read(string file, string text)
    {
        var reader = new CodebookReader(file);
        var entries = reader.ReadRoot(text);
        return reader.fields.Errors.Count == 0 ? new(entries) : throw new CodingException(reader.fields.Errors);
    }

    private List<CodebookEntry> ReadRoot(string text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            fields.Fail((int)exception.Start.Line, "", $"this is not well-formed YAML: {exception.Message}");
            return [];
        }

        if (yaml.Documents is not [{ RootNode: YamlMappingNode root }, ..])
        {
            fields.Fail(0, "", "a codebook is a YAML mapping with the fields 'words', 'verbs' and 'types'");
            return [];
        }

        foreach (var (name, node) in fields.ListFields(root, "", ["words", "verbs", "types"]))
        {
            if (name == "words")
                ReadGroups(node);
            else if (name == "verbs")
                ReadVerbs(node);
        }

        var types = root.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode { Value: "types" }).Value;
        if (types is not YamlMappingNode mapping)
        {
            fields.Fail((int)root.Start.Line, "types", "is missing: a mapping from types to what they mean");
            return [];
        }

        var entries = fields
            .ListFields(mapping, "types", null)
            .Select(pair => ReadType(pair.Name, pair.Node))
            .OfType<CodebookEntry>()
            .ToList();
        foreach (var missing in ReportTypes.All.Select(type => type.Name).Except(entries.Select(entry => entry.Type)))
            fields.Fail((int)mapping.Start.Line, "types", $"the type {missing} of the catalogue is missing");
        return entries;
    }

    private void ReadGroups(YamlNode node)
    {
        foreach (var (name, words) in fields.ListFields(node, "words", null))
            groups[name] = words;
    }

    private void ReadVerbs(YamlNode node)
    {
        foreach (var (name, forms) in fields.ListFields(node, "verbs", null))
            verbs[name] = [name, .. fields.ReadTexts(forms, $"verbs.{name}").Select(form => form.Text)];
    }

    private CodebookEntry? ReadType(string type, YamlNode node)
    {
        var path = $"types.{type}";
        if (ReportTypes.Find(type) is not { } known)
        {
            fields.Fail(
                (int)node.Start.Line,
                path,
                "is no type of the catalogue"
                    + SpellingSuggestions.Question(type, ReportTypes.All.Select(one => one.Name))
            );
            return null;
        }

        var given = fields.ListFields(node, path, TypeFields).ToDictionary(pair => pair.Name, pair => pair.Node);
        var details = fields.ReadMapping(given.GetValueOrDefault("details"), $"{path}.details");
        foreach (var (name, line) in details.Select(pair => (pair.Key, pair.Value.Line)))
        {
            if (!ListDetails(known).Contains(name))
                fields.Fail(
                    line,
                    $"{path}.details",
                    $"'{name}' is no detail of {type}; there are {string.Join(", ", ListDetails(known))}"
                );
        }

        var modality = ReadModality(given.GetValueOrDefault("modality"), $"{path}.modality") ?? Modality.Asserted;
        return new()
        {
            Type = type,
            Family = fields.ReadText(given, "family", path, node),
            Definition = fields.ReadText(given, "definition", path, node),
            Include = ReadTexts("include"),
            Exclude = ReadTexts("exclude"),
            HardCases = ReadTexts("hard"),
            Examples = ReadExamples("examples"),
            CounterExamples = ReadExamples("counterExamples"),
            IsSaying = given.GetValueOrDefault("saying") is YamlScalarNode { Value: "true" },
            Modality = modality,
            Details = details.ToDictionary(pair => pair.Key, pair => pair.Value.Text, StringComparer.Ordinal),
            Rules = ReadRules(type, given.GetValueOrDefault("patterns"), $"{path}.patterns"),
        };

        IReadOnlyList<string> ReadTexts(string name) =>
            [.. fields.ReadTexts(given.GetValueOrDefault(name), $"{path}.{name}").Select(one => one.Text)];

        IReadOnlyList<CodebookExample> ReadExamples(string name) =>
            [
                .. fields
                    .ReadTexts(given.GetValueOrDefault(name), $"{path}.{name}")
                    .Select(one => new CodebookExample(one.Text, one.Line)),
            ];
    }

    private List<Rule> ReadRules(string type, YamlNode? node, string path)
    {
        var rules = new List<Rule>();
        if (node is null)
            return rules;
        if (node is not YamlSequenceNode list)
        {
            fields.Fail((int)node.Start.Line, path, "is not a list of patterns");
            return rules;
        }

        foreach (var (place, child) in list.Children.Index())
        {
            var name = $"{RuleName(type)}/{place + 1}";
            if (new RuleReader(fields, ParsePattern).Read(name, type, child, $"{path}[{place}]") is { } rule)
                rules.Add(rule);
        }

        return rules;
    }

    private Pattern? ParsePattern(string text, int line, string path)
    {
        try
        {
            return Pattern.Compile(PatternParser.Parse(text, FindGroup, Inflect), text);
        }
        catch (FormatException exception)
        {
            fields.Fail(line, path, exception.Message);
            return null;
        }
    }

    private PatternNode? FindGroup(string name)
    {
        if (readGroups.TryGetValue(name, out var known))
            return known;
        if (!groups.TryGetValue(name, out var node))
            return null;
        if (!openGroups.Add(name))
            throw new FormatException($"the group '{name}' contains itself");
        var choices = fields
            .ReadTexts(node, $"words.{name}")
            .Select(one => PatternParser.Parse(one.Text, FindGroup, Inflect))
            .ToList();
        openGroups.Remove(name);
        return choices.Count == 0
            ? throw new FormatException($"the group '{name}' is empty")
            : readGroups[name] = new ChoiceNode(choices);
    }

    private IReadOnlyList<string> Inflect(string verb) =>
        verbs.TryGetValue(verb, out var forms) ? forms : Inflection.List(verb);

    private Modality? ReadModality(YamlNode? node, string path)
    {
        if (node is null)
            return null;
        if (
            node is YamlScalarNode { Value: { } text }
            && Enum.TryParse<Modality>(text, ignoreCase: true, out var modality)
        )
            return modality;
        fields.Fail(
            (int)node.Start.Line,
            path,
            "is no modality; there are " + string.Join(", ", Enum.GetNames<Modality>()).ToLowerInvariant()
        );
        return null;
    }

    private static string RuleName(string type) =>
        string.Concat(
            type.Select(
                (letter, i) =>
                    char.IsUpper(letter) && i > 0
                        ? $"-{char.ToLowerInvariant(letter)}"
                        : $"{char.ToLowerInvariant(letter)}"
            )
        );

    internal static IReadOnlyList<string> ListDetails(Type type) =>
        [
            .. type.GetProperties(
                    System.Reflection.BindingFlags.Public
                        | System.Reflection.BindingFlags.Instance
                        | System.Reflection.BindingFlags.DeclaredOnly
                )
                .Where(property => property.CanWrite)
                .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
        ];
}
