using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Resolves the spans of one coded file: words, short positions, and positions with a hash.</summary>
/// <param name="words">Finds words in the text of the article; null where the text is not at hand.</param>
/// <param name="hashes">The hashes that the file gives, by position.</param>
internal sealed partial class SpanSource(WordFinder? words, IReadOnlyDictionary<(int Start, int End), string> hashes)
{
    private readonly List<SpanAnchor> anchors = [];
    private readonly List<YamlItem> unresolved = [];

    /// <summary>What was found in the text and stands in the file only as words, in the order of reading.</summary>
    public IReadOnlyList<SpanAnchor> Anchors => anchors;

    /// <summary>What only the text can resolve, where it is not at hand.</summary>
    public IReadOnlyList<YamlItem> Unresolved => unresolved;

    /// <summary>Whether the text is at hand.</summary>
    public bool HasText => words is not null;

    /// <summary>Whether a value is a position: <c>17-242</c>, with or without a hash.</summary>
    public static bool IsPosition(YamlItem item) =>
        item is { IsPlain: true, Text: { } text } && Position().IsMatch(text);

    /// <summary>The hashes of all positions that a file gives with theirs.</summary>
    public static IReadOnlyDictionary<(int Start, int End), string> FindHashes(YamlNode root)
    {
        var found = new Dictionary<(int Start, int End), string>();
        var contradicted = new HashSet<(int Start, int End)>();
        foreach (var (node, _) in YamlLines.Below(root))
        {
            if (
                (
                    node is YamlScalarNode { Value: { } text } ? Parse(text.Trim())
                    : node is YamlMappingNode mapping ? Read(mapping)
                    : null
                )
                is not { Sha256: { } hash } span
            )
                continue;
            if (!found.TryAdd((span.Start, span.End), hash) && found[(span.Start, span.End)] != hash)
                contradicted.Add((span.Start, span.End));
        }

        foreach (var span in contradicted)
            found.Remove(span);
        return found;
    }

    /// <summary>The span that a position gives; null where it cannot be read, which is noted.</summary>
    /// <param name="item">The position.</param>
    /// <param name="textLength">Length of the text in code points.</param>
    /// <param name="beside">The words that stand there, of which the hash follows where they are as long.</param>
    /// <param name="name">The name that stands there where nothing else tells the hash and it is as long.</param>
    public TextSpan? ReadPosition(YamlItem item, int textLength, string? beside = null, string? name = null)
    {
        if (item.Text is not { } text || Parse(text) is not { } parsed)
        {
            item.Error("is no position; write 17-242, from the first code point to behind the last, and the SHA-256");
            return null;
        }

        var (start, end, hash) = parsed;
        if (new TextSpan(start, end, "").ProblemIn(textLength) is { } problem)
        {
            item.Error(problem);
            return null;
        }

        if (hash is not null)
            return new(start, end, hash);
        var known = HashAsLong(beside, end - start)
            ?? hashes.GetValueOrDefault((start, end))
            ?? HashAsLong(name, end - start);
        if (known is not null)
            return new(start, end, known);
        if (words is null)
        {
            unresolved.Add(item);
            return null;
        }

        if (end > words.Text.Length)
        {
            item.Error($"the span ends at {end}, outside the text of {words.Text.Length} code points");
            return null;
        }

        return Anchor(item.Node, AnchorKind.Position, words.Text.Span(start, end));
    }

    /// <summary>The one place of some words; null where there is none, which is noted.</summary>
    /// <param name="item">The words.</param>
    /// <param name="kind">How they stand in the file.</param>
    /// <param name="near">Where they are looked for first.</param>
    public TextSpan? Find(YamlItem item, AnchorKind kind, IReadOnlyList<TextSpan> near)
    {
        if (item.Text is not { } text)
        {
            item.Error("has no words");
            return null;
        }

        if (words is null)
        {
            unresolved.Add(item);
            return null;
        }

        var found = near.Count == 0 ? words.Find(text) : words.FindNear(text, near);
        if (found.Span is { } span)
            return Anchor(item.Node, kind, span);
        item.Error(found.Problem!);
        return null;
    }

    /// <summary>The first place in spans where a name stands; null where it does not, which is noted.</summary>
    /// <param name="item">The link that has only a name.</param>
    /// <param name="kind">How it stands in the file.</param>
    /// <param name="names">The name as it is written, and its other forms.</param>
    /// <param name="near">The evidence; null for the whole text.</param>
    public TextSpan? FindName(
        YamlItem item,
        AnchorKind kind,
        IReadOnlyList<string> names,
        IReadOnlyList<TextSpan>? near
    )
    {
        if (words is null)
        {
            unresolved.Add(item);
            return null;
        }

        if (words.FindFirstName(names, near ?? words.Whole) is { } span)
            return Anchor(item.Node, kind, span);
        var elsewhere = near is null ? null : words.FindFirstName(names, words.Whole);
        item.Error(
            $"neither '{names[0]}' nor another spelling of it stands in the {(near is null ? "text" : "evidence")}"
                + (
                    elsewhere is null
                        ? ""
                        : $", only elsewhere, first at {Excerpt.ShowAround(words.Text, elsewhere.Start, elsewhere.End)}"
                )
                + "; give the words that name the link (words: \"…\"), or say why it is there (implied: …)"
        );
        return null;
    }

    /// <summary>Notes where a position does not hold the words that stand beside it.</summary>
    public void CheckWords(YamlItem item, TextSpan span)
    {
        if (words is null || item.Text is not { } text || words.Holds(span, text))
            return;
        var stands = span.ProblemIn(words.Text.Length) is null
            ? $"at {Excerpt.Show(words.Text, span.Start, span.End)} stands something else"
            : $"the text has only {words.Text.Length} code points";
        var found = words.Find(text);
        item.Error(
            $"{stands} than {Excerpt.Quote(text)}"
                + (found.Span is { } right ? $"; these words stand at {right.Start}-{right.End}" : $"; {found.Problem}")
        );
    }

    /// <summary>Notes how a named chain was used, so that its words can be replaced.</summary>
    public void AddUse(YamlItem use, YamlItem chain, IReadOnlyList<ChainLink> links, int from)
    {
        var found = anchors.Skip(from).ToList();
        if (found.Count == 0)
            return;
        anchors.RemoveRange(from, found.Count);
        anchors.Add(
            new(use.Node, AnchorKind.NamedChain, null)
            {
                Chain = chain.Node,
                Links = links,
                Within = found,
            }
        );
    }

    private static string? HashAsLong(string? said, int length) =>
        said is not null && new NormalisedText(FoldedText.Fold(said)) is var there && there.Length == length
            ? there.Identity().Sha256
            : null;

    private TextSpan Anchor(YamlNode node, AnchorKind kind, TextSpan span)
    {
        anchors.Add(new(node, kind, span));
        return span;
    }

    private static (int Start, int End, string? Sha256)? Parse(string text) =>
        Position().Match(text) is { Success: true } position
        && int.TryParse(position.Groups["start"].ValueSpan, CultureInfo.InvariantCulture, out var start)
        && int.TryParse(position.Groups["end"].ValueSpan, CultureInfo.InvariantCulture, out var end)
            ? (start, end, position.Groups["hash"] is { Success: true, Value: var hash } ? hash : null)
            : null;

    private static (int Start, int End, string? Sha256)? Read(YamlMappingNode mapping)
    {
        string? Field(string name) =>
            mapping
                .Children.FirstOrDefault(field => field.Key is YamlScalarNode { Value: var key } && key == name)
                .Value
                is YamlScalarNode { Value: { } value }
                ? value
                : null;
        return Parse($"{Field("start")}-{Field("end")} {Field("sha256")}");
    }

    [GeneratedRegex("^(?<start>[0-9]+)-(?<end>[0-9]+)(?: (?<hash>[0-9a-f]{64}))?$")]
    private static partial Regex Position();
}

/// <summary>How something stands in a coded file whose place was found in the text.</summary>
internal enum AnchorKind
{
    /// <summary>A position without its hash.</summary>
    Position,

    /// <summary>Words that stand alone: a piece of evidence.</summary>
    Words,

    /// <summary>The value of a field <c>words</c>.</summary>
    WordsField,

    /// <summary>A link that is only a name.</summary>
    Name,

    /// <summary>A mapping of a link without a place.</summary>
    NamedMapping,

    /// <summary>A chain by its name.</summary>
    NamedChain,
}

/// <summary>Something in a coded file whose place was found in the text.</summary>
/// <param name="Node">Where it stands in the file.</param>
/// <param name="Kind">How.</param>
/// <param name="Span">The place; null for a named chain, which has several.</param>
internal sealed record SpanAnchor(YamlNode Node, AnchorKind Kind, TextSpan? Span)
{
    /// <summary>The chain that a name stands for.</summary>
    public YamlNode? Chain { get; init; }

    /// <summary>What it came to here.</summary>
    public IReadOnlyList<ChainLink> Links { get; init; } = [];

    /// <summary>What was found in the chain.</summary>
    public IReadOnlyList<SpanAnchor> Within { get; init; } = [];
}
