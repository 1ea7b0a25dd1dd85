using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>The chain of a report as somebody fills it in: fields for each link, and nothing of YAML.</summary>
/// <remarks>A link in which nothing is changed is written as it was, with its place in the text.</remarks>
public static class ChainForm
{
    private static readonly string[] Places = ["words", "at", "start", "end", "sha256"];

    /// <summary>The links of a chain, the origin first.</summary>
    /// <param name="chain">The field <c>chain</c> of a <see cref="ReportForm"/>: one a line.</param>
    public static IReadOnlyList<LinkFields> Read(string chain) =>
        [.. chain.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ReadLink)];

    /// <summary>The field <c>chain</c> of a <see cref="ReportForm"/>.</summary>
    /// <param name="links">The links; those in which nothing stands are left out.</param>
    /// <param name="talks">The negotiation, whose file says what a name is the name of.</param>
    public static string Write(IEnumerable<LinkFields> links, NegotiationDefined talks)
    {
        var names = new NameIndex(talks);
        return string.Join('\n', links.Select(link => WriteLink(link, names)).Where(line => line.Length > 0));
    }

    private static LinkFields ReadLink(string line) =>
        ParseMapping(line) is { } link
            ? new(ReadText(link, "name"))
            {
                IsUnnamed = ReadText(link, "kind") == "unnamed",
                Side = ReadText(link, "side"),
                Words = ReadText(link, "words"),
                Implied = ReadText(link, "implied"),
                Written = line,
            }
            : new(line) { Written = line };

    private static string WriteLink(LinkFields link, NameIndex names)
    {
        var before = link.Written.Length > 0 ? ReadLink(link.Written) : new("");
        if (link == before)
            return link.Written;
        // Whoever empties the name takes the link away.
        if (link is { Name: "", IsUnnamed: false } && (link.Written.Length > 0 || link.Words.Length == 0))
            return "";
        var written = ParseMapping(link.Written) ?? [];
        var isMoved = link.Words != before.Words;
        var kind = FindKind(link, before, DraftNodes.FindText(written, "kind"), names);
        var kept = DraftNodes.Copy(written, but: [.. isMoved ? Places : ["words"], "name", "kind", "side", "implied"]);
        var hasPlace = link.Words.Length > 0 || link.Implied.Length > 0 || kept.Children.Count > 0;
        // What a text calls a source without a name are its words.
        var words = link.IsUnnamed && !hasPlace ? link.Name : link.Words;
        if (kind is null && words.Length + link.Side.Length + link.Implied.Length + kept.Children.Count == 0)
            return link.Name;
        return DraftNodes.Write(
            YamlText.Mapping([
                ("name", link.Name.Length > 0 ? YamlText.Text(link.Name) : YamlText.Null),
                ("kind", WriteText(kind ?? "")),
                ("side", WriteText(link.Side)),
                ("words", WriteText(words)),
                .. kept.Children.Select(pair => (((YamlScalarNode)pair.Key).Value!, (YamlNode?)pair.Value)),
                ("implied", WriteText(link.Implied)),
            ])
        );
    }

    // What is written stays, but where it was the kind of another name.
    private static string? FindKind(LinkFields link, LinkFields before, string? written, NameIndex names)
    {
        if (link.IsUnnamed)
            return "unnamed";
        if (written is null || (link.Name == before.Name && !before.IsUnnamed))
            return written;
        return names.Find(link.Name) is { } entity ? EnumText.Format(entity.LinkKind) : null;
    }

    private static YamlScalarNode? WriteText(string text) => text.Length > 0 ? YamlText.Text(text) : null;

    private static string ReadText(YamlMappingNode link, string field) =>
        DraftNodes.Find(link, field) switch
        {
            null or YamlScalarNode { Value: "null", Style: YamlDotNet.Core.ScalarStyle.Plain } => "",
            var value => DraftNodes.Write(value),
        };

    // What is not well-formed is shown as it was typed; whoever reads the chain says what is wrong with it.
    private static YamlMappingNode? ParseMapping(string line)
    {
        if (!line.StartsWith('{'))
            return null;
        try
        {
            return DraftNodes.Parse(line) as YamlMappingNode;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>A link of a chain as the fields of a form; what is empty is not said.</summary>
/// <param name="Name">The name, or what the text calls a source without one.</param>
public sealed record LinkFields(string Name)
{
    /// <summary>Whether the source has no name.</summary>
    public bool IsUnnamed { get; init; }

    /// <summary>The side on which the text places it.</summary>
    public string Side { get; init; } = "";

    /// <summary>The words of the text that name it.</summary>
    public string Words { get; init; } = "";

    /// <summary>Why it is there although the text does not name it.</summary>
    public string Implied { get; init; } = "";

    /// <summary>The link as it stood in the chain when it was read; empty for one that is new.</summary>
    public string Written { get; init; } = "";
}
