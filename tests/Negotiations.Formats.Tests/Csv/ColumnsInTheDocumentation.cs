namespace Negotiations.Formats.Tests;

public class ColumnsInTheDocumentation
{
    [Fact]
    public void Every_table_is_listed_with_its_columns_in_order()
    {
        var exported = RandomExport.At(0);
        var documented = File.ReadAllText(Repository.ResolvePath("docs", "exports.md"));
        var tables = new[]
        {
            Line("reports", ReportsCsv.Columns(exported).Select(column => column.Name)),
            Line("facts", FactsCsv.Columns(exported).Select(column => column.Name)),
            Line("events", EventsCsv.Columns(exported).Select(column => column.Name)),
        };

        Assert.True(tables.All(documented.Contains), $"missing in docs/exports.md:\n{string.Join('\n', tables)}");
    }

    private static string Line(string table, IEnumerable<string> columns) =>
        $"| `{table}` | {string.Join(", ", columns.Select(column => $"`{column}`"))} |";
}
