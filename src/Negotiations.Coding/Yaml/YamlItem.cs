using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>A value of a coded file that may be a text or a mapping.</summary>
/// <param name="file">The file.</param>
/// <param name="path">The field in which it stands.</param>
/// <param name="node">The value.</param>
/// <param name="errors">Where errors are noted.</param>
internal sealed class YamlItem(string file, string path, YamlNode node, List<CodingError> errors)
{
    public YamlNode Node => node;

    public string Path => path;

    /// <summary>The text; null where it is none, or is empty.</summary>
    public string? Text =>
        node is YamlScalarNode scalar && !YamlFields.IsNull(node) && !string.IsNullOrWhiteSpace(scalar.Value)
            ? scalar.Value.Trim()
            : null;

    /// <summary>Whether it is a text without quotation marks.</summary>
    public bool IsPlain => node is YamlScalarNode { Style: ScalarStyle.Plain };

    /// <summary>The fields, to be read once; null where it is no mapping.</summary>
    public YamlFields? ReadFields() => node is YamlMappingNode mapping ? new(file, path, mapping, errors) : null;

    /// <summary>The items, where it is a list; else itself.</summary>
    public IReadOnlyList<YamlItem> Items =>
        node is YamlSequenceNode list
            ? [.. list.Children.Select((child, i) => new YamlItem(file, $"{path}[{i}]", child, errors))]
            : [this];

    public void Error(string message) => errors.Add(CodingError.At(file, node, path, message));
}
