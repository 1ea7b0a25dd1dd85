using System.Globalization;
using Negotiations.Assistant.Patterns;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Assistant;

/// <summary>Reads a pattern of a codebook with its conditions.</summary>
internal sealed class RuleReader(CodebookFields fields, Func<string, int, string, Pattern?> parse)
{
    private static readonly string[] Fields =
    [
        "pattern",
        "negated",
        "conditional",
        "mood",
        "source",
        "actor",
        "target",
        "at",
        "time",
        "unless",
        "needs",
        "modality",
        "set",
        "confidence",
        "by",
    ];

    private static readonly string[] Who = ["side", "third", "joint", "person", "body", "single"];

    public Rule? Read(string name, string type, YamlNode node, string path)
    {
        if (node is YamlScalarNode { Value: { } text })
            return parse(text, (int)node.Start.Line, path) is { } bare
                ? new(name, type, bare) { Line = (int)node.Start.Line }
                : null;
        var given = fields.ListFields(node, path, Fields).ToDictionary(pair => pair.Name, pair => pair.Node);
        if (given.GetValueOrDefault("pattern") is not YamlScalarNode { Value: { } written } at)
        {
            fields.Fail((int)node.Start.Line, path, "'pattern' is missing");
            return null;
        }

        if (parse(written, (int)at.Start.Line, $"{path}.pattern") is not { } pattern)
            return null;
        return new(name, type, pattern)
        {
            Line = (int)at.Start.Line,
            Negated = Choose<Demand>("negated") ?? Demand.Forbidden,
            Conditional = Choose<Demand>("conditional") ?? Demand.Allowed,
            Modality = Choose<Modality>("modality"),
            Moods = [.. Texts("mood").Select(mood => Check("mood", mood, Enum.GetNames<Reading.Mood>()))],
            Source = Word("source", "own", "other"),
            ActorIs = Word("actor", Who),
            TargetIs = Word("target", Who),
            At = Word("at", "talks", "elsewhere"),
            Time = Word("time", "past", "future"),
            Unless = Texts("unless"),
            Needs = Texts("needs"),
            IsActorSpeaker = Word("by", "speaker", "subject") == "speaker",
            Sets = fields
                .ReadMapping(given.GetValueOrDefault("set"), $"{path}.set")
                .ToDictionary(pair => pair.Key, pair => pair.Value.Text),
            Confidence = Number("confidence") ?? 0.8,
        };

        string? Scalar(string field) => (given.GetValueOrDefault(field) as YamlScalarNode)?.Value;

        IReadOnlyList<string> Texts(string field) =>
            [.. fields.ReadTexts(given.GetValueOrDefault(field), $"{path}.{field}").Select(one => one.Text)];

        string? Word(string field, params string[] words) =>
            Scalar(field) is { } word ? Check(field, word, words) : null;

        string Check(string field, string word, IReadOnlyList<string> words)
        {
            if (!words.Contains(word, StringComparer.OrdinalIgnoreCase))
                fields.Fail(
                    (int)given[field].Start.Line,
                    $"{path}.{field}",
                    $"'{word}' is none of {string.Join(", ", words).ToLowerInvariant()}"
                );
            return word;
        }

        T? Choose<T>(string field)
            where T : struct, Enum =>
            Scalar(field) is not { } word ? null
            : Enum.TryParse<T>(Check(field, word, Enum.GetNames<T>()), ignoreCase: true, out var value) ? value
            : null;

        double? Number(string field)
        {
            if (Scalar(field) is not { } word)
                return null;
            if (
                double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number is >= 0 and <= 1
            )
                return number;
            fields.Fail((int)given[field].Start.Line, $"{path}.{field}", "is not a number from 0 to 1");
            return null;
        }
    }
}
