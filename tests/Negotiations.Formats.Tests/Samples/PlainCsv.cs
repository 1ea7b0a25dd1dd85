using System.Text;

namespace Negotiations.Formats.Tests;

/// <summary>Reads tables letter by letter, as RFC 4180 has them, and nothing more.</summary>
internal static class PlainCsv
{
    public static List<List<string>> Read(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var place = 0; place < text.Length; place++)
        {
            switch (text[place])
            {
                case '"' when isQuoted && text.AsSpan(place).StartsWith("\"\""):
                    cell.Append('"');
                    place++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    EndCell();
                    break;
                case '\r' when !isQuoted && text.AsSpan(place).StartsWith("\r\n"):
                    EndCell();
                    rows.Add(row);
                    row = [];
                    place++;
                    break;
                default:
                    cell.Append(text[place]);
                    break;
            }
        }

        Assert.Empty(row);
        return rows;

        void EndCell()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }
    }
}
