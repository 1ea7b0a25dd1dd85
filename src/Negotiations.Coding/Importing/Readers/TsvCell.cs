using System.Text;

namespace Negotiations.Coding;

/// <summary>Takes the cells of WebAnno TSV apart, in which a backslash stands before what is no sign.</summary>
internal static class TsvCell
{
    /// <summary>The parts between separators that no backslash stands before.</summary>
    public static IReadOnlyList<string> Split(string cell, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '\\')
                i++;
            else if (cell[i] == separator)
            {
                parts.Add(cell[start..i]);
                start = i + 1;
            }
        }

        parts.Add(cell[start..]);
        return parts;
    }

    /// <summary>A value and the number in brackets behind it: <c>PER[1]</c>.</summary>
    public static (string Value, string? Number) SplitNumber(string part)
    {
        if (part.Length == 0 || part[^1] != ']')
            return (part, null);
        var open = part.LastIndexOf('[');
        var number = open < 0 ? "" : part[(open + 1)..^1];
        return number.Length > 0 && (open == 0 || part[open - 1] != '\\') && number.All(IsOfNumber)
            ? (part[..open], number)
            : (part, null);
    }

    /// <summary>A value without its backslashes.</summary>
    public static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
            return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length)
                text.Append(value[i]);
            else
            {
                i++;
                text.Append(
                    value[i] switch
                    {
                        't' => '\t',
                        'n' => '\n',
                        'r' => '\r',
                        var itself => itself,
                    }
                );
            }
        }

        return text.ToString();
    }

    // Of relations it is the numbers of both ends: 2_0.
    private static bool IsOfNumber(char letter) => char.IsAsciiDigit(letter) || letter == '_';
}
