using System.Globalization;

namespace Negotiations.Bench;

/// <summary>What to measure and where.</summary>
/// <param name="Connection">The server; databases of our own are made on it and dropped again.</param>
/// <param name="Seed">The seed of the histories.</param>
/// <param name="Sizes">Numbers of reports, each with the number of runs.</param>
public sealed record BenchOptions(string? Connection, int Seed, IReadOnlyList<(int Reports, int Runs)> Sizes)
{
    private const string Usage = """
        Negotiations.Bench [--connection STRING] [--seed NUMBER] [--sizes REPORTSxRUNS,...]

          --connection   a PostgreSQL server on which databases may be made; without it a private one is started
          --seed         another invented history (default 1)
          --sizes        default 1000x5,10000x5,100000x3
        """;

    /// <summary>Reads the arguments; null where they cannot be read, and then the usage has been shown.</summary>
    public static BenchOptions? Read(IReadOnlyList<string> arguments)
    {
        var options = new BenchOptions(null, 1, [(1_000, 5), (10_000, 5), (100_000, 3)]);
        try
        {
            foreach (var pair in arguments.Chunk(2))
            {
                options = pair switch
                {
                    ["--connection", var connection] => options with { Connection = connection },
                    ["--seed", var seed] => options with { Seed = Number(seed) },
                    ["--sizes", var sizes] => options with { Sizes = [.. sizes.Split(',').Select(Size)] },
                    _ => throw new FormatException(),
                };
            }

            return options;
        }
        catch (FormatException)
        {
            Console.Error.WriteLine(Usage);
            return null;
        }
    }

    private static (int Reports, int Runs) Size(string text) =>
        text.Split('x') is [var reports, var runs] ? (Number(reports), Number(runs)) : throw new FormatException();

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
