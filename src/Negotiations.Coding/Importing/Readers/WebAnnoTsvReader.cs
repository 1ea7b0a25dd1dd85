using System.Globalization;
using System.Text.RegularExpressions;

namespace Negotiations.Coding;

/// <summary>Reads annotations as INCEpTION and WebAnno write them in WebAnno TSV 3: a word in a row.</summary>
/// <remarks>
/// Offsets count UTF-16 units. The format does not tell what stands between two sentences, so the text comes from
/// elsewhere, and each word of the file must stand there.
/// </remarks>
internal sealed partial class WebAnnoTsvReader
{
    private const string Head = "#FORMAT=WebAnno TSV 3";

    private readonly string file;
    private readonly List<CodingError> errors;
    private readonly List<TsvLayer> layers = [];
    private readonly List<TsvRow> rows = [];
    private readonly Dictionary<string, TsvRow> byUnit = new(StringComparer.Ordinal);

    private WebAnnoTsvReader(SubmittedFile submitted, List<CodingError> errors)
    {
        (file, this.errors) = (submitted.File, errors);
        ReadLines(submitted.Text.Split('\n'));
    }

    /// <summary>Whether a text is such a file.</summary>
    public static bool IsFormat(string text) => text.StartsWith(Head, StringComparison.Ordinal);

    /// <summary>The annotations; what is wrong is noted.</summary>
    public static AnnotatedFile Read(SubmittedFile submitted, AnnotatedText text, List<CodingError> errors)
    {
        var reader = new WebAnnoTsvReader(submitted, errors);
        var offsets = errors.Count == 0 ? reader.ChooseOffsets(text) : null;
        IReadOnlyList<SourceAnnotation> annotations = offsets is null
            ? []
            : new TsvAnnotations(submitted.File, reader.layers, errors).Read(reader.rows, offsets);
        return new(AnnotationFormat.WebAnnoTsv, annotations) { Text = text.Text };
    }

    private void ReadLines(string[] lines)
    {
        var columns = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var (number, line) = (i + 1, lines[i].TrimEnd('\r'));
            if (line.StartsWith("#T_", StringComparison.Ordinal))
            {
                if (TsvLayer.Read(line, columns) is { } layer)
                {
                    layers.Add(layer);
                    columns += layer.Columns.Count;
                }
                else
                    Refuse(number, "", "is no layer; one is declared as '#T_SP=layer|feature'");
            }
            else if (line.Length > 0 && line[0] != '#')
                ReadRow(number, line, columns);
        }

        if (rows.Count == 0 && errors.Count == 0)
            Refuse(0, "", "the file has no words: it is empty, or only its head is there");
    }

    private void ReadRow(int number, string line, int columns)
    {
        var cells = line.Split('\t');
        if (
            cells.Length < 3
            || !Unit().IsMatch(cells[0])
            || Offsets().Match(cells[1]) is not { Success: true } offsets
            || !TryRead(offsets.Groups["start"].Value, out var start)
            || !TryRead(offsets.Groups["end"].Value, out var end)
            || start > end
        )
        {
            Refuse(
                number,
                "",
                $"'{ImportWords.Shorten(line)}' is no row; one is '1-2⇥4-8⇥word' and a cell for each feature"
            );
            return;
        }

        // INCEpTION ends each row with a tab; others do not.
        var given = cells.Length - 3 - (cells.Length > 3 && cells[^1].Length == 0 ? 1 : 0);
        if (given != columns)
        {
            Refuse(number, cells[0], $"has {given} cells behind the word, and the head declares {columns}");
            return;
        }

        var row = new TsvRow(number, cells[0], start, end, TsvCell.Unescape(cells[2]), cells[3..(3 + columns)]);
        if (byUnit.TryAdd(row.Unit, row))
            rows.Add(row);
        else
            Refuse(number, row.Unit, $"{row.Unit} is there twice");
    }

    private TextOffsets? ChooseOffsets(AnnotatedText text)
    {
        List<CodingError>? first = null;
        foreach (var offsets in text.ListOffsets(OffsetUnit.Utf16))
        {
            var wrong = Check(offsets);
            if (wrong.Count == 0)
                return offsets;
            first ??= wrong;
        }

        errors.AddRange(first!);
        return null;
    }

    private List<CodingError> Check(TextOffsets offsets)
    {
        var wrong = new List<CodingError>();
        foreach (var row in rows)
        {
            var there = offsets.Slice(row.Start, row.End);
            if (there == row.Word)
                continue;
            var stands = there is null
                ? $"outside the text, which has {offsets.Length} characters"
                : $"where the text has '{ImportWords.Shorten(there)}'";
            wrong.Add(
                new(
                    file,
                    row.Line,
                    row.Unit,
                    $"'{ImportWords.Shorten(row.Word)}' is to stand at {row.Start}-{row.End}, {stands}; "
                        + "is it the text that was annotated?"
                )
            );
        }

        return wrong;
    }

    private void Refuse(int line, string field, string message) => errors.Add(new(file, line, field, message));

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^[0-9]{1,9}-[0-9]{1,9}(\.[0-9]{1,9})?$")]
    private static partial Regex Unit();

    [GeneratedRegex("^(?<start>[0-9]{1,10})-(?<end>[0-9]{1,10})$")]
    private static partial Regex Offsets();
}

/// <summary>A word, or a part of one, with its annotations.</summary>
/// <param name="Line">The line.</param>
/// <param name="Unit">Its number, such as <c>1-2</c> or <c>1-2.1</c>.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Word">The word.</param>
/// <param name="Cells">The cells of the layers.</param>
internal sealed record TsvRow(int Line, string Unit, int Start, int End, string Word, string[] Cells);
