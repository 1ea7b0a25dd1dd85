using System.Globalization;

namespace Negotiations.Bench;

/// <summary>What to measure and where.</summary>
/// <param name="Connection">The server; databases of our own are made on it and dropped again.</param>
/// <param name="Seed">The seed of the histories.</param>
/// <param name="Sizes">Numbers of reports, each with the number of runs.</param>
public sealed record BenchOptions(string? Connection, int Seed, IReadOnlyList<(int Reports, int Runs)> Sizes)
{
    /// <summary>Reads the arguments; null where they cannot be read, and then the usage has been shown.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="program">Name of the program.</param>
    /// <param name="sizes">The sizes where none are given.</param>
    public static BenchOptions? Read(
        IReadOnlyList<string> arguments,
        string program,
        IReadOnlyList<(int Reports, int Runs)> sizes
    )
    {
        var options = new BenchOptions(null, 1, sizes);
        try
        {
            foreach (var pair in arguments.Chunk(2))
            {
                options = pair switch
                {
                    ["--connection", var connection] => options with { Connection = connection },
                    ["--seed", var seed] => options with { Seed = Number(seed) },
                    ["--sizes", var text] => options with { Sizes = [.. text.Split(',').Select(Size)] },
                    _ => throw new FormatException(),
                };
            }

            return options;
        }
        catch (FormatException)
        {
            Console.Error.WriteLine(Usage(program, sizes));
            return null;
        }
    }

    private static string Usage(string program, IReadOnlyList<(int Reports, int Runs)> sizes) =>
        $"""
            {program} [--connection STRING] [--seed NUMBER] [--sizes REPORTSxRUNS,...]

              --connection   a PostgreSQL server on which databases may be made; without it a private one is started
              --seed         another invented history (default 1)
              --sizes        default {string.Join(',', sizes.Select(size => $"{size.Reports}x{size.Runs}"))}
            """;

    private static (int Reports, int Runs) Size(string text) =>
        text.Split('x') is [var reports, var runs] ? (Number(reports), Number(runs)) : throw new FormatException();

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
