using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Negotiations.Coding.PageRules2;

/// <summary>The text of an element: one paragraph for each block, an empty line between them.</summary>
internal static partial class PageText
{
    // What stands within a line; every other element is a block.
    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span "
            + "strike strong sub sup time tt u var wbr"
        ).Split(' ')
    );

    /// <summary>The text of an element and what is in it, without what is no text of the article.</summary>
    public static string Extract(INode element) => Extract(element, Boilerplate.IsNoText);

    /// <summary>The same without some more elements.</summary>
    public static string ExtractWithout(INode element, Func<IElement, bool> isLeftOut) =>
        Extract(element, inner => Boilerplate.IsNoText(inner) || isLeftOut(inner));

    private static string Extract(INode element, Func<IElement, bool> isLeftOut)
    {
        var paragraphs = new List<string>();
        var line = new StringBuilder();
        Add(element, line, paragraphs, isPreformatted: false, isLeftOut);
        End(line, paragraphs);
        return string.Join("\n\n", paragraphs);
    }

    /// <summary>
    /// A text of structured data: where it has tags in it, it is read as markup; where only entities, they are decoded;
    /// its lines are its paragraphs.
    /// </summary>
    public static string ReadStated(string text)
    {
        // Some pages escape the markup once more than they need.
        var decoded = Tag().IsMatch(text) ? text : WebUtility.HtmlDecode(text);
        if (Tag().IsMatch(decoded))
        {
            // Lines of a text with a few tags in it are still its paragraphs.
            var lined = BlockTag().IsMatch(decoded)
                ? decoded
                : decoded.Replace("\n", "<br><br>", StringComparison.Ordinal);
            var body = new HtmlParser().ParseDocument(NestingLimit.Apply(lined)).Body!;
            decoded = Extract(body);
        }

        var paragraphs = new List<string>();
        foreach (var line in decoded.Split('\n', '\r'))
            End(new StringBuilder(Collapse(line)), paragraphs);
        return string.Join("\n\n", paragraphs);
    }

    /// <summary>A headline of structured data or of an attribute, on one line.</summary>
    public static string ReadLine(string text) => Collapse(ReadStated(text)).Trim(' ');

    /// <summary>
    /// A text on one line: every run of spaces, tabs and line ends is one space; no-break spaces stay.
    /// </summary>
    public static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!IsSpace(letter))
                collapsed.Append(letter);
            else if (collapsed.Length == 0 || collapsed[^1] != ' ')
                collapsed.Append(' ');
        }

        return collapsed.ToString();
    }

    private static void Add(
        INode node,
        StringBuilder line,
        List<string> paragraphs,
        bool isPreformatted,
        Func<IElement, bool> isLeftOut
    )
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text when isPreformatted:
                    line.Append(text.Data);
                    break;
                case IText text:
                    Append(line, Collapse(text.Data));
                    break;
                case IElement element when isLeftOut(element):
                    break;
                case IElement { LocalName: "br" }:
                    line.Append('\n');
                    break;
                case IElement element when Inline.Contains(element.LocalName):
                    Add(element, line, paragraphs, isPreformatted, isLeftOut);
                    break;
                case IElement element:
                    End(line, paragraphs);
                    Add(element, line, paragraphs, isPreformatted || element.LocalName == "pre", isLeftOut);
                    End(line, paragraphs);
                    break;
            }
        }
    }

    // A space at the end of one piece and at the beginning of the next is one.
    private static void Append(StringBuilder line, string text) =>
        line.Append(text.StartsWith(' ') && (line.Length == 0 || IsSpace(line[^1])) ? text.AsSpan(1) : text);

    // Two line ends are a new paragraph, however the page makes them.
    private static void End(StringBuilder line, List<string> paragraphs)
    {
        var lines = line.ToString().Split('\n').Select(part => part.Trim(' ', '\t', '\r', '\f'));
        foreach (var paragraph in EmptyLines().Split(string.Join('\n', lines)).Where(part => part.Length > 0))
            paragraphs.Add(paragraph.Trim('\n'));
        line.Clear();
    }

    private static bool IsSpace(char letter) => letter is ' ' or '\t' or '\n' or '\r' or '\f';

    [GeneratedRegex("</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"<(?:p|div|br|li|h[1-6]|blockquote|article|section)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"\n{2,}")]
    private static partial Regex EmptyLines();
}
