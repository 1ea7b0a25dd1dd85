using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Where the fields of a YAML document stand.</summary>
internal static class YamlLines
{
    /// <summary>The line of every field below a mapping, counted from 1, by its path, such as <c>events[3].evidence[0]</c>.</summary>
    public static IReadOnlyDictionary<string, int> Of(YamlMappingNode root)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new Stack<(YamlNode Node, string Path)>([(root, "")]);
        while (open.TryPop(out var at))
        {
            if (at.Path.Length > 0) lines[at.Path] = (int)at.Node.Start.Line;
            if (at.Node is YamlMappingNode mapping)
            {
                foreach (var (key, value) in mapping.Children)
                {
                    if (key is YamlScalarNode { Value: { } name }) open.Push((value, at.Path.Length == 0 ? name : $"{at.Path}.{name}"));
                }
            }
            else if (at.Node is YamlSequenceNode list)
            {
                for (var i = 0; i < list.Children.Count; i++) open.Push((list.Children[i], $"{at.Path}[{i}]"));
            }
        }

        return lines;
    }
}
