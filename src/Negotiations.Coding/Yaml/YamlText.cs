using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>
/// Writes YAML as people write it, with quotes wherever some reader would take a text for something else.
/// </summary>
internal static partial class YamlText
{
    // Nothing is folded: a line is a field, or an item of a list.
    private static readonly EmitterSettings Settings = new EmitterSettings()
        .WithIndentedSequences()
        .WithBestWidth(int.MaxValue);

    /// <summary>A value that is unknown.</summary>
    public static YamlScalarNode Null => Plain("null");

    /// <summary>A value that is no text: a number, a flag.</summary>
    public static YamlScalarNode Plain(string value) => new(value) { Style = ScalarStyle.Plain };

    /// <summary>A text.</summary>
    public static YamlScalarNode Text(string value) => new(value) { Style = ChooseStyle(value) };

    /// <summary>A mapping with the fields that have a value.</summary>
    public static YamlMappingNode Mapping(params IEnumerable<(string Name, YamlNode? Value)> fields)
    {
        var node = new YamlMappingNode();
        foreach (var (name, value) in fields)
        {
            if (value is not null)
                node.Add(new YamlScalarNode(name) { Style = ScalarStyle.Plain }, value);
        }

        return node;
    }

    /// <summary>The same in one line.</summary>
    public static YamlMappingNode Line(params IEnumerable<(string Name, YamlNode? Value)> fields)
    {
        var node = Mapping(fields);
        node.Style = MappingStyle.Flow;
        return node;
    }

    /// <summary>A list: of mappings one item in a line, else all in one line.</summary>
    public static YamlSequenceNode List(IReadOnlyList<YamlNode> items) =>
        new(items)
        {
            Style =
                items.Count > 0 && items.All(item => item is YamlMappingNode)
                    ? SequenceStyle.Block
                    : SequenceStyle.Flow,
        };

    /// <summary>A document, with an empty line before each of the larger items of its lists.</summary>
    public static string Write(YamlMappingNode root)
    {
        var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(root, emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return LargerItem().Replace(text.ToString().ReplaceLineEndings("\n"), "\n$0");
    }

    /// <summary>A value in one line, as it stands among others in brackets.</summary>
    public static string WriteInLine(YamlNode node)
    {
        var text = Write(
            new YamlMappingNode
            {
                {
                    Plain("_"),
                    new YamlSequenceNode(node) { Style = SequenceStyle.Flow }
                },
            }
        );
        return text["_: [".Length..^"]\n".Length];
    }

    private static void Emit(YamlNode node, Emitter emitter)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, scalar.Value!, scalar.Style, true, true));
                break;
            case YamlSequenceNode list:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, list.Style));
                foreach (var item in list.Children)
                    Emit(item, emitter);
                emitter.Emit(new SequenceEnd());
                break;
            case YamlMappingNode mapping:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, mapping.Style));
                foreach (var (name, value) in mapping.Children)
                {
                    Emit(name, emitter);
                    Emit(value, emitter);
                }

                emitter.Emit(new MappingEnd());
                break;
        }
    }

    // Control characters, and what reads as a line end, are lost or folded in any other style.
    private static ScalarStyle ChooseStyle(string text) =>
        text.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF')
            ? ScalarStyle.DoubleQuoted
        : text.Length == 0 || IsOther().IsMatch(text) ? ScalarStyle.SingleQuoted
        : ScalarStyle.Plain;

    // What YAML 1.1 or 1.2 takes for a number, a date, a flag or nothing, and months, which only look like it.
    [GeneratedRegex(
        @"^([-+]?(\.?[0-9][0-9_,.]*(e[-+]?[0-9]+)?|0[box][0-9a-f_]+|[0-9][0-9_]*(:[0-9]+)+(\.[0-9_]*)?|\.inf)"
            + @"|\.nan|[0-9]{4}-[0-9]{1,2}(-.*)?|~|null|true|false|yes|no|on|off|y|n|=|<<)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex IsOther();

    [GeneratedRegex("^  - id: ", RegexOptions.Multiline)]
    private static partial Regex LargerItem();
}
