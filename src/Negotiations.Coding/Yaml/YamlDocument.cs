using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Reads a file as one YAML mapping.</summary>
internal static class YamlDocument
{
    /// <summary>Largest coded file in bytes: hundreds of times a long article's coding, yet soon refused when it is noise.</summary>
    public const long LargestFile = 16 << 20;

    public static YamlFields Read(string path, List<CodingError> errors)
    {
        var empty = new YamlFields(path, "", new YamlMappingNode(), errors);
        try
        {
            var length = new FileInfo(path).Length;
            if (length > LargestFile)
                return Refuse($"the file has {length:N0} bytes; a coded file has at most {LargestFile:N0}");
            using var reader = new StreamReader(path, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
            var yaml = new YamlStream();
            yaml.Load(reader);
            if (yaml.Documents.Count == 0) return Refuse("the file is empty");
            if (yaml.Documents.Count > 1) return Refuse("the file has more than one YAML document; write one article or negotiation per file");
            if (yaml.Documents[0].RootNode is not YamlMappingNode root) return Refuse("the file is not a YAML mapping with fields such as 'article:' and 'events:'");
            if (FindShared(root) is { } shared)
            {
                errors.Add(new(path, (int)shared.Start.Line, "", "anchors and aliases are not supported; write the value out"));
                return empty;
            }

            return new YamlFields(path, "", root, errors);
        }
        catch (YamlException exception)
        {
            errors.Add(new(path, (int)exception.Start.Line, "", $"this is not well-formed YAML: {exception.InnerException?.Message ?? exception.Message}"));
            return empty;
        }
        catch (System.Text.DecoderFallbackException)
        {
            return Refuse("the file is not UTF-8 text");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refuse($"the file cannot be read: {exception.Message}");
        }

        YamlFields Refuse(string message)
        {
            errors.Add(new(path, 0, "", message));
            return empty;
        }
    }

    // A node that is reached twice stands behind an alias; nested aliases would make a small file grow without bound.
    private static YamlNode? FindShared(YamlNode root)
    {
        var seen = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        var open = new Stack<YamlNode>([root]);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node)) return node;
            var children = node switch
            {
                YamlMappingNode mapping => mapping.Children.SelectMany(pair => new[] { pair.Key, pair.Value }),
                YamlSequenceNode sequence => sequence.Children,
                _ => [],
            };
            foreach (var child in children) open.Push(child);
        }

        return null;
    }
}
