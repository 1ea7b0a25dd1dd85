using System.Globalization;
using static Negotiations.Bench.Cells;

namespace Negotiations.Bench;

/// <summary>What was measured, as tables in Markdown: a row for each thing, a column for each size.</summary>
/// <param name="sizes">Numbers of reports.</param>
public sealed class Figures(IReadOnlyList<int> sizes)
{
    private readonly List<(string Table, string Row)> order = [];
    private readonly Dictionary<(string Table, string Row, int Size), Samples> samples = [];
    private readonly Dictionary<(string Table, string Row, int Size), double> numbers = [];

    /// <summary>Adds how long something took, many times.</summary>
    public void Add(string table, string row, int size, Samples? taken)
    {
        Note(table, row);
        if (taken is null)
            return;
        samples[(table, row, size)] = taken;
        Console.Error.WriteLine($"  {Whole(size)} reports, {row}: {Format(taken)}");
    }

    /// <summary>Adds a number that is no time.</summary>
    public void Add(string table, string row, int size, double? number)
    {
        Note(table, row);
        if (number is not { } value)
            return;
        numbers[(table, row, size)] = value;
        Console.Error.WriteLine($"  {Whole(size)} reports, {row}: {Short(value)}");
    }

    /// <summary>The median in milliseconds, or the number; null where it was not measured.</summary>
    public double? Find(string table, string row, int size) =>
        samples.TryGetValue((table, row, size), out var taken) ? taken.Median.TotalMilliseconds
        : numbers.TryGetValue((table, row, size), out var number) ? number
        : null;

    /// <summary>Adds how many times as much the one is as the other, at each size.</summary>
    public void AddRatio(string table, string row, (string Table, string Row) one, (string Table, string Row) other)
    {
        foreach (var size in sizes)
            if (
                Find(one.Table, one.Row, size) is { } value
                && Find(other.Table, other.Row, size) is > 0 and var divisor
            )
                Add(table, row, size, value / divisor);
    }

    /// <summary>All tables.</summary>
    public string Write() =>
        string.Join(
            '\n',
            order
                .GroupBy(entry => entry.Table)
                .SelectMany(table =>
                    (IEnumerable<string>)
                        [
                            Row([table.Key, .. sizes.Select(size => $"{Whole(size)} reports"), "last : first"]),
                            Row(["---", .. sizes.Select(_ => "---:"), "---:"]),
                            .. table.Select(entry => WriteRow(entry.Table, entry.Row)),
                            "",
                        ]
                )
        );

    private string WriteRow(string table, string row) =>
        Row([
            row,
            .. sizes.Select(size =>
                samples.TryGetValue((table, row, size), out var taken) ? Format(taken)
                : numbers.TryGetValue((table, row, size), out var number) ? Short(number)
                : "–"
            ),
            sizes.Count > 1
            && Find(table, row, sizes[0]) is > 0 and var first
            && Find(table, row, sizes[^1]) is { } last
                ? Short(last / first)
                : "–",
        ]);

    private void Note(string table, string row)
    {
        if (!order.Contains((table, row)))
            order.Add((table, row));
    }

    private static string Format(Samples taken) =>
        taken.Count == 1
            ? $"{Short(taken.Median.TotalMilliseconds)} (once)"
            : $"{Short(taken.Median.TotalMilliseconds)} / {Short(taken.Percentile99.TotalMilliseconds)}";

    private static string Short(double number) =>
        number switch
        {
            >= 100 => Whole(number),
            >= 10 => number.ToString("0.0", CultureInfo.InvariantCulture),
            >= 0.1 => number.ToString("0.00", CultureInfo.InvariantCulture),
            _ => number.ToString("0.000", CultureInfo.InvariantCulture),
        };
}
