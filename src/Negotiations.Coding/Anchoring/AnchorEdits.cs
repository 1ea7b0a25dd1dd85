using System.Globalization;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>The changes that put positions into the text of a coded file; nothing else of it is touched.</summary>
/// <param name="text">The file as it is.</param>
/// <param name="root">The same, read.</param>
/// <param name="keepsWords">Whether words stay beside their positions.</param>
internal sealed class AnchorEdits(string text, YamlMappingNode root, bool keepsWords)
{
    // By place. What several uses of one chain change in the same way is changed once.
    private readonly SortedDictionary<int, (int End, string Text)> edits = [];

    private readonly Lazy<Dictionary<YamlNode, (YamlMappingNode Mapping, YamlNode Key)>> fields = new(() =>
        FindFields(root)
    );

    /// <summary>How many places are written.</summary>
    public int Count => edits.Count;

    /// <summary>Writes the place of something that stands in the file as words, or as a position without its hash.
    /// </summary>
    public void Add(SpanAnchor anchor)
    {
        var position = Format(anchor.Span!);
        switch (anchor.Kind)
        {
            case AnchorKind.Position:
                Replace(anchor.Node, position);
                break;
            case AnchorKind.Words when keepsWords:
                Replace(anchor.Node, $"{{words: {WriteText(anchor.Node)}, at: {position}}}");
                break;
            case AnchorKind.Words:
                Replace(anchor.Node, position);
                break;
            case AnchorKind.Name:
                Replace(anchor.Node, $"{{name: {WriteText(anchor.Node)}, at: {position}}}");
                break;
            case AnchorKind.NamedMapping:
                var link = (YamlMappingNode)anchor.Node;
                InsertBefore(link, link.Children[0].Key, position);
                break;
            case AnchorKind.WordsField when fields.Value[anchor.Node] is var (mapping, key):
                if (keepsWords)
                    InsertBefore(mapping, key, position);
                else
                    Set(FindStart(key), FindEnd(anchor.Node), $"at: {position}");
                break;
        }
    }

    /// <summary>
    /// Writes the places of a chain that has a name: where it is defined, if it stands in the same places wherever it
    /// is
    /// used, or else where it is used.
    /// </summary>
    public void AddChain(IReadOnlyList<SpanAnchor> uses)
    {
        var first = uses[0].Within.Select(anchor => anchor.Span).ToList();
        if (uses.All(use => use.Within.Select(anchor => anchor.Span).SequenceEqual(first)))
        {
            foreach (var anchor in uses[0].Within)
                Add(anchor);
            return;
        }

        foreach (var use in uses)
            Replace(use.Node, $"[{string.Join(", ", use.Links.Select(WriteLink))}]");
    }

    /// <summary>Writes hash and length of the text where the file does not give them.</summary>
    public void AddText(ReadText read)
    {
        if (read.Text is null || (!read.LacksHash && !read.LacksLength))
            return;
        var value = root.Children.First(field => field.Key is YamlScalarNode { Value: "text" }).Value;
        List<string> missing =
        [
            .. read.LacksHash ? [$"sha256: {read.Identity.Sha256}"] : Array.Empty<string>(),
            .. read.LacksLength
                ? [string.Create(CultureInfo.InvariantCulture, $"length: {read.Identity.Length}")]
                : Array.Empty<string>(),
        ];
        if (value is not YamlMappingNode mapping)
        {
            Replace(value, $"{{file: {WriteText(value)}, {string.Join(", ", missing)}}}");
            return;
        }

        var end = FindEnd(mapping.Children[^1].Value);
        var separator = mapping.Style == MappingStyle.Flow ? ", " : $"\n{Indent(mapping.Children[0].Key)}";
        Set(end, end, string.Concat(missing.Select(field => separator + field)));
    }

    /// <summary>The file with the changes.</summary>
    public string Apply()
    {
        foreach (var (start, (end, changed)) in edits.Reverse())
            text = string.Concat(text.AsSpan(0, start), changed, text.AsSpan(end));
        return text;
    }

    private static string Format(TextSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End} {span.Sha256}");

    private static string WriteText(YamlNode node) =>
        YamlText.WriteInLine(YamlText.Text(FoldedText.Fold(((YamlScalarNode)node).Value!)));

    private static string WriteLink(ChainLink link) =>
        YamlText.WriteInLine(
            YamlText.Line(
                ("name", link.Name is null ? YamlText.Null : YamlText.Text(link.Name.Written)),
                ("kind", YamlText.Text(EnumText.Format(link.Kind))),
                ("side", EventYaml.Text(link.Side?.Written)),
                ("at", link.Span is null ? null : YamlText.Plain(Format(link.Span))),
                ("implied", EventYaml.Text(link.Implied))
            )
        );

    private void InsertBefore(YamlMappingNode mapping, YamlNode key, string position)
    {
        var start = FindStart(key);
        Set(start, start, $"at: {position}{(mapping.Style == MappingStyle.Flow ? ", " : $"\n{Indent(key)}")}");
    }

    private static string Indent(YamlNode key) => new(' ', (int)key.Start.Column - 1);

    private void Replace(YamlNode node, string changed) => Set(FindStart(node), FindEnd(node), changed);

    private void Set(int start, int end, string changed) => edits[start] = (end, changed);

    private static int FindStart(YamlNode node) => (int)node.Start.Index;

    // The mark behind a text over several lines lies behind the line end, or even before the next field.
    private int FindEnd(YamlNode node)
    {
        var end = (int)node.End.Index;
        while (end > FindStart(node) && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }

    private static Dictionary<YamlNode, (YamlMappingNode Mapping, YamlNode Key)> FindFields(YamlMappingNode root)
    {
        var fields = new Dictionary<YamlNode, (YamlMappingNode Mapping, YamlNode Key)>(
            ReferenceEqualityComparer.Instance
        );
        foreach (var (node, _) in YamlLines.Below(root))
        {
            if (node is not YamlMappingNode mapping)
                continue;
            foreach (var (key, value) in mapping.Children)
                fields[value] = (mapping, key);
        }

        return fields;
    }
}
