using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>
/// Lays mappings out in brackets over few lines: what YAML reads as one line each, and people as lines of a bearable
/// length, each about one thing.
/// </summary>
internal static class FlowLayout
{
    private const int Width = 120;

    /// <summary>An item of a list, its mapping in brackets.</summary>
    /// <param name="fields">The fields of the mapping.</param>
    /// <param name="indentation">What stands before the dash.</param>
    /// <param name="beginsLine">The fields that begin a line of their own.</param>
    public static string WriteItem(YamlMappingNode fields, string indentation, IReadOnlySet<string> beginsLine)
    {
        var further = $"{indentation}   ";
        var lines = new List<YamlMappingNode>();
        foreach (var (name, value) in fields.Children)
        {
            if (lines.Count == 0 || beginsLine.Contains(((YamlScalarNode)name).Value!))
                lines.Add([]);
            lines[^1].Add(name, value);
        }

        return string.Concat(
            lines.Select(
                (line, i) =>
                    Fill(
                        i == 0 ? $"{indentation}- " : further,
                        further,
                        Split(line, i == 0 ? "{" : "", i == lines.Count - 1 ? "}" : ",")
                    )
            )
        );
    }

    /// <summary>A field whose value stands in brackets.</summary>
    public static string WriteField(string name, YamlNode value, string indentation = "") =>
        Fill($"{indentation}{name}: ", $"{indentation}  ", Split(value));

    private static string Fill(string first, string further, IEnumerable<string> pieces)
    {
        var text = new StringBuilder(first);
        var column = first.Length;
        var isFirst = true;
        foreach (var piece in pieces)
        {
            if (!isFirst && column + 1 + piece.Length > Width)
            {
                text.Append('\n').Append(further);
                column = further.Length;
            }
            else if (!isFirst)
            {
                text.Append(' ');
                column++;
            }

            text.Append(piece);
            column += piece.Length;
            isFirst = false;
        }

        return text.Append('\n').ToString();
    }

    // The pieces between which a line may end.
    private static IEnumerable<string> Split(YamlNode node) =>
        node switch
        {
            YamlMappingNode { Children.Count: > 0 } mapping => Split(mapping, "{", "}"),
            YamlSequenceNode { Children.Count: > 0 } list => Enclose("[", "]", list.Children.Select(Split)),
            YamlScalarNode scalar => SplitWords(scalar),
            _ => [YamlText.WriteInLine(node)],
        };

    private static IEnumerable<string> Split(YamlMappingNode mapping, string open, string close) =>
        Enclose(
            open,
            close,
            mapping.Children.Select(field => Prefix($"{YamlText.WriteInLine(field.Key)}: ", Split(field.Value)))
        );

    private static IEnumerable<string> Prefix(string name, IEnumerable<string> pieces)
    {
        var isFirst = true;
        foreach (var piece in pieces)
        {
            yield return isFirst ? name + piece : piece;
            isFirst = false;
        }
    }

    private static IEnumerable<string> Enclose(string open, string close, IEnumerable<IEnumerable<string>> items)
    {
        List<List<string>> all = [.. items.Select(item => item.ToList())];
        all[0][0] = open + all[0][0];
        foreach (var item in all.SkipLast(1))
            item[^1] += ",";
        all[^1][^1] += close;
        return all.SelectMany(item => item);
    }

    // A line end within a text reads as a space. Where that would be read otherwise, the text stays in one line.
    private static IEnumerable<string> SplitWords(YamlScalarNode scalar)
    {
        var text = YamlText.WriteInLine(scalar);
        if (text.Length < Width / 2 || scalar.Style == ScalarStyle.DoubleQuoted || text[0] == '"')
            return [text];
        var words = text.Split(' ');
        // Two words are a position and its hash, which belong together.
        return
            words.Length > 2
            && words.Skip(1).All(word => word.Length > 0 && char.IsLetterOrDigit(word[0]))
            && words.SkipLast(1).All(IsHarmless)
            ? words
            : [text];
    }

    private static bool IsHarmless(string word) => word[^1] is not (':' or '\u00A0') && !word.Any(char.IsControl);
}
