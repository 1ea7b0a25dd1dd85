using System.Globalization;

namespace Negotiations.Bench;

/// <summary>What a corpus is to be like; the same options give the same bytes.</summary>
/// <param name="Reports">About how many reports the largest negotiation has.</param>
/// <param name="Seed">Another seed draws another corpus.</param>
/// <param name="Negotiations">How many negotiations there are: each has about a sixth of the reports of the one
/// before.</param>
/// <param name="OneRound">Whether all of a negotiation is one big round, in place of more and more rounds.</param>
public sealed record CorpusOptions(int Reports, int Seed = 1, int Negotiations = 1, bool OneRound = false)
{
    private const int Shrinking = 6;
    private const int FewestReports = 40;

    internal const string Usage = "[--reports NUMBER] [--negotiations NUMBER] [--rounds one|many] [--seed NUMBER]";

    /// <summary>Reads options; null where they cannot be read.</summary>
    internal static CorpusOptions? Read(IReadOnlyList<string> arguments)
    {
        var options = new CorpusOptions(4_000);
        try
        {
            foreach (var pair in arguments.Chunk(2))
                options = pair switch
                {
                    ["--rounds", "one" or "many"] => options with { OneRound = pair[1] == "one" },
                    ["--reports", var text] => options with { Reports = Number(text) },
                    ["--negotiations", var text] => options with { Negotiations = Number(text) },
                    ["--seed", var text] => options with { Seed = Number(text) },
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

    /// <summary>About how many reports a negotiation has; 0 is the largest.</summary>
    internal int CountReports(int negotiation)
    {
        var reports = Reports;
        for (; negotiation > 0; negotiation--)
            reports /= Shrinking;
        return Math.Max(FewestReports, reports);
    }
}
