using System.Buffers;
using System.Text;

namespace Negotiations.Formats;

/// <summary>
/// Writes tables as RFC 4180 has them, row by row: UTF-8 with a byte order mark, lines ended by CR LF.
/// </summary>
/// <remarks>Without the mark Excel takes the file for one in the code page of its machine.</remarks>
public static class CsvTable
{
    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\t\r\n");

    /// <summary>Writes a table.</summary>
    public static void Write<TRow>(
        Stream output,
        IReadOnlyList<CsvColumn<TRow>> columns,
        IEnumerable<TRow> rows,
        CancellationToken cancellationToken = default
    )
    {
        using var writer = new StreamWriter(output, Utf8WithMark, leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', columns.Select(column => column.Name)));
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.WriteLine(
                string.Join(',', columns.Select(column => Quote(CsvCell.Guarded(column.Cell(row) ?? ""))))
            );
        }
    }

    // Quoted wherever some spreadsheet could end a cell, and where blanks at an end could be cut off.
    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(Quoted)
        || (cell.Length > 0 && (char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1])))
            ? $"\"{cell.Replace("\"", "\"\"")}\""
            : cell;
}
