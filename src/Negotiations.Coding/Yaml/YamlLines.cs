using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Where the fields of a YAML document stand.</summary>
internal static class YamlLines
{
    /// <summary>
    /// The place of every field below a mapping by its path, such as <c>events[3].evidence[0]</c>.
    /// </summary>
    public static IReadOnlyDictionary<string, FieldPlace> Locate(YamlMappingNode root)
    {
        var places = new Dictionary<string, FieldPlace>(StringComparer.Ordinal);
        foreach (var (node, path) in Below(root))
        {
            if (path.Length > 0)
                places[path] = new((int)node.Start.Line, (int)node.Start.Column);
        }

        return places;
    }

    /// <summary>
    /// A node and everything below it, each with its path; the names of fields have that of their mapping.
    /// </summary>
    public static IEnumerable<(YamlNode Node, string Path)> Below(YamlNode root, bool withNames = false)
    {
        var open = new Stack<(YamlNode Node, string Path)>([(root, "")]);
        while (open.TryPop(out var at))
        {
            yield return at;
            if (at.Node is YamlMappingNode mapping)
            {
                foreach (var (key, value) in mapping.Children)
                {
                    if (withNames)
                        open.Push((key, at.Path));
                    if (key is YamlScalarNode { Value: { } name })
                        open.Push((value, at.Path.Length == 0 ? name : $"{at.Path}.{name}"));
                }
            }
            else if (at.Node is YamlSequenceNode list)
            {
                for (var i = 0; i < list.Children.Count; i++)
                    open.Push((list.Children[i], $"{at.Path}[{i}]"));
            }
        }
    }
}
