using System.Text;

namespace Negotiations.Formats;

/// <summary>Text in Markdown.</summary>
public static class Markdown
{
    /// <summary>A text in which nothing is taken for markup.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '|')
                escaped.Append('\\');
            escaped.Append(letter is '\n' or '\r' ? ' ' : letter);
        }

        return escaped.ToString();
    }

    /// <summary>A row of a table.</summary>
    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(Escape))} |";

    /// <summary>The lines with which a table begins.</summary>
    public static IEnumerable<string> Header(params string[] titles) =>
        [Row(titles), $"|{string.Concat(titles.Select(_ => " --- |"))}"];

    /// <summary>Remarks on what is above them, each with an empty line before it.</summary>
    public static IEnumerable<string> Notes(IEnumerable<string> notes) =>
        notes.SelectMany(note => new[] { "", $"> {Escape(note)}" });
}
