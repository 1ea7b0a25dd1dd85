using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Negotiations.Coding.PageRules1;

/// <summary>The text of an element: one paragraph for each block, an empty line between them.</summary>
internal static class PageText
{
    // No browser nests deeper; what does is taken as one piece.
    private const int Deepest = 512;

    private static readonly FrozenSet<string> LeftOut = FrozenSet.Create(
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "nav",
        "aside",
        "footer",
        "form",
        "button",
        "input",
        "select",
        "textarea",
        "label",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "picture",
        "figure",
        "figcaption",
        "dialog"
    );

    private static readonly FrozenSet<string> RolesLeftOut = FrozenSet.Create(
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "search",
        "form",
        "dialog",
        "alert"
    );

    // What stands within a line; every other element is a block.
    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr"
    );

    /// <summary>The text of an element and what is in it, without what is no text of the article.</summary>
    public static string Extract(IElement element)
    {
        var paragraphs = new List<string>();
        var line = new StringBuilder();
        Add(element, line, paragraphs, isPreformatted: false, depth: 0);
        End(line, paragraphs);
        return string.Join("\n\n", paragraphs);
    }

    /// <summary>Plain text whose lines are its paragraphs.</summary>
    public static string FromPlainText(string text)
    {
        var paragraphs = new List<string>();
        foreach (var line in text.Split('\n', '\r'))
            End(new StringBuilder(Collapse(line)), paragraphs);
        return string.Join("\n\n", paragraphs);
    }

    /// <summary>
    /// Whether an element is no text of the article: scripts, menus, forms, pictures, what is hidden.
    /// </summary>
    public static bool IsLeftOut(IElement element) =>
        LeftOut.Contains(element.LocalName)
        || (
            element.LocalName == "header"
            && element.Ancestors<IElement>().All(around => around.LocalName is not ("article" or "main"))
        )
        || (element.GetAttribute("role") is { } role && RolesLeftOut.Contains(role.Trim().ToLowerInvariant()))
        || element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true";

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

    private static void Add(INode node, StringBuilder line, List<string> paragraphs, bool isPreformatted, int depth)
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
                case IElement element when IsLeftOut(element):
                    break;
                case IElement when depth == Deepest:
                    Append(line, Collapse(child.TextContent));
                    break;
                case IElement { LocalName: "br" }:
                    line.Append('\n');
                    break;
                case IElement element when Inline.Contains(element.LocalName):
                    Add(element, line, paragraphs, isPreformatted, depth + 1);
                    break;
                case IElement element:
                    End(line, paragraphs);
                    Add(element, line, paragraphs, isPreformatted || element.LocalName == "pre", depth + 1);
                    End(line, paragraphs);
                    break;
            }
        }
    }

    // A space at the end of one piece and at the beginning of the next is one.
    private static void Append(StringBuilder line, string text) =>
        line.Append(text.StartsWith(' ') && (line.Length == 0 || IsSpace(line[^1])) ? text.AsSpan(1) : text);

    private static void End(StringBuilder line, List<string> paragraphs)
    {
        var lines = line.ToString().Split('\n').Select(part => part.Trim(' ', '\t', '\r', '\f')).ToList();
        var paragraph = string.Join('\n', lines).Trim('\n');
        if (paragraph.Length > 0)
            paragraphs.Add(paragraph);
        line.Clear();
    }

    private static bool IsSpace(char letter) => letter is ' ' or '\t' or '\n' or '\r' or '\f';
}
