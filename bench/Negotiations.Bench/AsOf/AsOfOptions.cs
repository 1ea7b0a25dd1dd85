using System.Globalization;

namespace Negotiations.Bench;

/// <summary>What is asked as of when, of whom, and for how long.</summary>
/// <param name="Connection">The server; without one a private one is started.</param>
/// <param name="Seed">The seed of the corpora.</param>
/// <param name="Sizes">Numbers of reports of the largest negotiation.</param>
/// <param name="Stores">Who is asked.</param>
/// <param name="Limit">How long one question is asked again and again.</param>
/// <param name="Negotiations">How many negotiations are in a store.</param>
/// <param name="OneRound">Whether a negotiation is one big round.</param>
internal sealed record AsOfOptions(
    string? Connection,
    int Seed,
    IReadOnlyList<int> Sizes,
    IReadOnlyList<string> Stores,
    TimeSpan Limit,
    int Negotiations,
    bool OneRound
)
{
    private static readonly AsOfOptions Default = new(
        null,
        1,
        [1_000, 10_000],
        AsOfProgram.Names,
        TimeSpan.FromSeconds(5),
        3,
        false
    );

    public static string Usage { get; } =
        $"""
            Negotiations.Bench asof [--connection STRING] [--sizes REPORTS,...] [--stores NAME,...] [--seconds NUMBER]
                                    [--negotiations NUMBER] [--rounds one|many] [--seed NUMBER]

              --connection    a PostgreSQL server on which databases may be made; without it a private one is started
              --sizes         reports of the largest negotiation (default {string.Join(',', Default.Sizes)})
              --stores        of {string.Join(',', Default.Stores)} (default: all)
              --seconds       for how long each question is asked again and again (default {Default.Limit.TotalSeconds})
              --negotiations  how many are in a store, each a sixth of the one before (default {Default.Negotiations})
              --rounds        one: a negotiation is one big round, in place of more and more rounds
            """;

    /// <summary>Reads the arguments; null where they cannot be read.</summary>
    public static AsOfOptions? Read(IReadOnlyList<string> arguments)
    {
        var options = Default;
        try
        {
            foreach (var pair in arguments.Chunk(2))
                options = pair switch
                {
                    ["--connection", var text] => options with { Connection = text },
                    ["--seed", var text] => options with { Seed = Number(text) },
                    ["--sizes", var text] => options with { Sizes = [.. text.Split(',').Select(Number)] },
                    ["--stores", var text] when text.Split(',').All(AsOfProgram.Names.Contains) => options with
                    {
                        Stores = text.Split(','),
                    },
                    ["--seconds", var text] => options with { Limit = TimeSpan.FromSeconds(Number(text)) },
                    ["--negotiations", var text] => options with { Negotiations = Number(text) },
                    ["--rounds", "one" or "many"] => options with { OneRound = pair[1] == "one" },
                    _ => throw new FormatException(),
                };
            return options;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
