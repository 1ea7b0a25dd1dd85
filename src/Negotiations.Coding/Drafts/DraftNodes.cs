using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Looks into the nodes of a draft.</summary>
internal static class DraftNodes
{
    public static YamlNode? Find(YamlMappingNode mapping, string name) =>
        mapping.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode { Value: var key } && key == name).Value;

    public static string? FindText(YamlMappingNode mapping, string name) =>
        Find(mapping, name) is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;

    /// <summary>The items of a list; of anything else itself.</summary>
    public static IEnumerable<YamlNode> ListItems(YamlNode? node) =>
        node switch
        {
            null => [],
            YamlSequenceNode list => list.Children,
            _ => [node],
        };

    /// <summary>The fields of a mapping, those of a mapping in it each on its own: <c>details.form</c>.</summary>
    public static IEnumerable<(string Name, string Value)> ListFields(YamlMappingNode mapping)
    {
        foreach (var (key, value) in mapping.Children)
        {
            var name = ((YamlScalarNode)key).Value!;
            if (value is YamlMappingNode { Children.Count: > 0 } inner)
            {
                foreach (var field in inner.Children)
                    yield return ($"{name}.{((YamlScalarNode)field.Key).Value}", Write(field.Value));
            }
            else
                yield return (name, Write(value));
        }
    }

    /// <summary>A copy of a mapping without some fields.</summary>
    public static YamlMappingNode Copy(YamlMappingNode mapping, IReadOnlyCollection<string> but)
    {
        var copy = new YamlMappingNode();
        foreach (var (key, value) in mapping.Children)
        {
            if (!but.Contains(((YamlScalarNode)key).Value!))
                copy.Add(((YamlScalarNode)key).Value!, value);
        }

        return copy;
    }

    /// <summary>A value in one line, as YAML has it.</summary>
    public static string Write(YamlNode value)
    {
        if (value is YamlScalarNode scalar)
            return scalar.Value ?? "";
        var flow = AsFlow(value);
        var line = YamlText.Write(YamlText.Mapping(("x", flow)));
        return line["x: ".Length..].TrimEnd('\n');
    }

    /// <summary>A value in one line, in quotation marks where it would else be read as something else.</summary>
    public static string WriteQuoted(YamlNode value)
    {
        if (value is not YamlScalarNode { Value: { Length: > 0 } text })
            return Write(value);
        if (text[0] is not ('[' or '{' or '"' or '\'') && !text.StartsWith("- ", StringComparison.Ordinal))
            return text;
        var quoted = new YamlScalarNode(text) { Style = ScalarStyle.DoubleQuoted };
        return YamlText.Write(YamlText.Mapping(("x", quoted)))["x: ".Length..].TrimEnd('\n');
    }

    /// <summary>What somebody has typed as a value; null where it is nothing.</summary>
    /// <exception cref="FormatException">It is no YAML.</exception>
    public static YamlNode? Parse(string value)
    {
        var typed = value.Trim();
        if (typed.Length == 0)
            return null;
        // Whoever types without brackets and quotation marks means the words, also where YAML would see more in them.
        if (typed[0] is not ('[' or '{' or '"' or '\''))
            return IsPlain(typed) ? YamlText.Plain(typed) : YamlText.Text(typed);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(typed));
            if (stream.Documents is not [{ RootNode: var root }])
                throw new FormatException("is more than one value");
            return root.AllNodes.OfType<YamlMappingNode>().All(HasNames)
                ? root
                : throw new FormatException("has a field whose name is no word");
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("is not well-formed: a bracket or a quotation mark is not closed", exception);
        }
    }

    private static bool HasNames(YamlMappingNode mapping) => mapping.Children.Keys.All(key => key is YamlScalarNode);

    private static bool IsPlain(string typed) =>
        typed is "null" or "true" or "false" || int.TryParse(typed, NumberStyles.AllowLeadingSign, null, out _);

    private static YamlNode AsFlow(YamlNode node) =>
        node switch
        {
            YamlSequenceNode list => new YamlSequenceNode(list.Children.Select(AsFlow))
            {
                Style = YamlDotNet.Core.Events.SequenceStyle.Flow,
            },
            YamlMappingNode mapping => YamlText.Line(
                mapping.Children.Select(pair => (((YamlScalarNode)pair.Key).Value!, (YamlNode?)AsFlow(pair.Value)))
            ),
            _ => node,
        };
}
