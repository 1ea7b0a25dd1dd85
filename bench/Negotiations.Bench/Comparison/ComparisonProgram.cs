using Marten;

namespace Negotiations.Bench;

/// <summary>This store beside plain Marten, in one run on one server.</summary>
internal static class ComparisonProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = BenchOptions.Read(args, "Negotiations.Bench compare", [(1_000, 5), (10_000, 3), (100_000, 1)]);
        if (options is null)
            return 2;

        await using var server = await BenchServer.StartAsync(options.Connection);
        Console.WriteLine(
            $"{await Machine.DescribeAsync(server.Connection)}, Marten "
                + $"{typeof(DocumentStore).Assembly.GetName().Version!.ToString(3)}"
        );
        Console.WriteLine();
        // The first history is only there to warm up: what runs for the first time is compiled and loaded.
        await Comparison.TakeAsync(reports: 500, options.Seed, runs: 2, server.Connection, _ => { });
        var comparisons = new List<Comparison>();
        foreach (var (reports, runs) in options.Sizes)
        {
            comparisons.Add(
                await Comparison.TakeAsync(reports, options.Seed, runs, server.Connection, Console.Error.WriteLine)
            );
            // The large sizes take long: what is known so far is shown.
            Console.Error.WriteLine(ComparisonTables.Write(comparisons));
        }

        Console.Write(ComparisonTables.Write(comparisons));
        return 0;
    }
}
