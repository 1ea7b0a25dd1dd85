using System.Text;

namespace Negotiations.Formats.Tests;

public class TablesOfRandomHistories
{
    [Fact]
    public void Reports_come_back_as_they_were() =>
        ComeBack(ReportsCsv.Columns, exported => exported.Answer.Reports, ReportsCsv.Write);

    [Fact]
    public void Facts_come_back_as_they_were() =>
        ComeBack(FactsCsv.Columns, exported => exported.Answer.Facts, FactsCsv.Write);

    [Fact]
    public void Coded_events_come_back_as_they_were() =>
        ComeBack(EventsCsv.Columns, exported => [.. EventsCsv.Rows(exported.Answer)], EventsCsv.Write);

    [Fact]
    public void No_cell_can_be_taken_for_a_formula()
    {
        foreach (var (number, exported) in RandomExport.Some())
        {
            var cells = new Action<Stream>[]
            {
                output => ReportsCsv.Write(output, exported),
                output => FactsCsv.Write(output, exported),
                output => EventsCsv.Write(output, exported),
            }
                .SelectMany(write => PlainCsv.Read(Text(write)))
                .SelectMany(row => row);
            Assert.True(cells.All(cell => !CsvCell.IsFormula(cell)), $"case {number}");
        }
    }

    [Fact]
    public void An_act_is_one_row_for_each_scheme_however_many_reports_it_has()
    {
        foreach (
            var (number, exported) in RandomExport.Some().Where(some => some.Exported.Answer.Asked.HappenedBy is null)
        )
        {
            var rows = EventsCsv.Rows(exported.Answer).Select(row => (row.Act.Act.Key, row.Scheme.Name)).ToList();
            var acts = exported
                .Answer.Reports.Select(report => report.Report.Act)
                .Distinct()
                .SelectMany(act => new[] { (act, "CAMEO"), (act, "PLOVER") });
            Assert.True(acts.ToHashSet().SetEquals(rows) && rows.Count == rows.Distinct().Count(), $"case {number}");
        }
    }

    [Fact]
    public void Names_of_columns_are_small_letters_and_each_column_is_described()
    {
        var exported = RandomExport.At(0);
        var columns = ReportsCsv
            .Columns(exported)
            .Select(column => (column.Name, column.Meaning))
            .Concat(FactsCsv.Columns(exported).Select(column => (column.Name, column.Meaning)))
            .Concat(EventsCsv.Columns(exported).Select(column => (column.Name, column.Meaning)));

        Assert.All(columns, column => Assert.Matches("^[a-z][a-z0-9_]+$", column.Name));
        Assert.All(columns, column => Assert.NotEmpty(column.Meaning));
    }

    private static void ComeBack<TRow>(
        Func<ExportSource, IReadOnlyList<CsvColumn<TRow>>> columnsOf,
        Func<ExportSource, IReadOnlyList<TRow>> rowsOf,
        Action<Stream, ExportSource, CancellationToken> write
    )
    {
        foreach (var (number, exported) in RandomExport.Some())
        {
            var columns = columnsOf(exported);
            var expected = rowsOf(exported)
                .Select(row => columns.Select(column => column.Cell(row) ?? "").ToList())
                .ToList();

            var read = PlainCsv.Read(Text(output => write(output, exported, default)));

            Assert.Equal(columns.Select(column => column.Name), read[0]);
            Assert.True(read.Count == expected.Count + 1, $"case {number}");
            foreach (var (row, cells) in expected.Zip(read.Skip(1)))
                Assert.Equal(row, cells.Select(CsvCell.Plain));
        }
    }

    private static string Text(Action<Stream> write)
    {
        var bytes = RandomExport.Written(write);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        return Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);
    }
}
