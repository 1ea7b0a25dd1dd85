using YamlDotNet.RepresentationModel;

namespace Negotiations.Assistant;

/// <summary>The fields of a codebook, and what is wrong with them.</summary>
internal sealed class CodebookFields(string file)
{
    public List<CodingError> Errors { get; } = [];

    public void Fail(int line, string path, string message) => Errors.Add(new(file, line, path, message));

    public IEnumerable<(string Name, YamlNode Node)> ListFields(
        YamlNode node,
        string path,
        IReadOnlyList<string>? known
    )
    {
        if (node is not YamlMappingNode mapping)
        {
            Fail((int)node.Start.Line, path, "is not a mapping with fields of its own");
            yield break;
        }

        foreach (var (key, value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
                Fail((int)key.Start.Line, path, "the name of a field is a plain text");
            else if (known is not null && !known.Contains(name))
                Fail(
                    (int)key.Start.Line,
                    path,
                    $"'{name}' is not a field here; there are {string.Join(", ", known)}"
                        + SpellingSuggestions.Question(name, known)
                );
            else
                yield return (name, value);
        }
    }

    public string ReadText(Dictionary<string, YamlNode> given, string name, string path, YamlNode at)
    {
        if (given.GetValueOrDefault(name) is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
            return text.Trim();
        Fail((int)at.Start.Line, path, $"'{name}' is missing");
        return "";
    }

    public IReadOnlyList<(string Text, int Line)> ReadTexts(YamlNode? node, string path)
    {
        if (node is null)
            return [];
        if (node is YamlSequenceNode list && list.Children.All(child => child is YamlScalarNode { Value: not null }))
            return [.. list.Children.Select(child => (((YamlScalarNode)child).Value!.Trim(), (int)child.Start.Line))];
        Fail((int)node.Start.Line, path, "is not a list of texts");
        return [];
    }

    public IReadOnlyDictionary<string, (string Text, int Line)> ReadMapping(YamlNode? node, string path) =>
        node is null
            ? new Dictionary<string, (string, int)>()
            : ListFields(node, path, null)
                .Where(pair => pair.Node is YamlScalarNode { Value: not null })
                .ToDictionary(
                    pair => pair.Name,
                    pair => (((YamlScalarNode)pair.Node).Value!, (int)pair.Node.Start.Line),
                    StringComparer.Ordinal
                );
}
