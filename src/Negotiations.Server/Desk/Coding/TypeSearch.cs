using Negotiations.Assistant;

namespace Negotiations.Server.Desk;

/// <summary>Finds event types by what they mean.</summary>
internal static class TypeSearch
{
    private static readonly char[] Separators = [.. " \n,.;:()“”\"’'"];

    // Of each type the words that tell it from others, without their endings.
    private static readonly Lazy<IReadOnlyDictionary<string, HashSet<string>>> Stems = new(() =>
        Codebook.Default.Entries.ToDictionary(
            entry => entry.Type,
            entry => ListWords(entry).Select(FindStem).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        )
    );

    /// <summary>The types, those first whose name has the words; all where there are none.</summary>
    /// <param name="words">Words of which each has to begin a word of the type's name, definition or examples.</param>
    /// <param name="text">The words of an article that are to be coded: types that speak of the same come
    /// first.</param>
    public static IReadOnlyList<CodebookEntry> Find(string? words, string text = "")
    {
        var wanted = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var stems = Split(text).Select(FindStem).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Codebook
                .Default.Entries.Where(entry => wanted.All(word => ListWords(entry).Any(Begins(word))))
                .OrderByDescending(entry => wanted.Count(word => Camel.Apart(entry.Type).Split(' ').Any(Begins(word))))
                .ThenByDescending(entry => MeasureFit(entry, stems)),
        ];
    }

    // A word counts the more, the fewer types have it: all speak of sides, few of a deadline.
    private static double MeasureFit(CodebookEntry entry, HashSet<string> stems) =>
        stems
            .Where(Stems.Value[entry.Type].Contains)
            .Order(StringComparer.Ordinal)
            .Sum(stem => Math.Log((double)Stems.Value.Count / Stems.Value.Values.Count(other => other.Contains(stem))));

    private static Func<string, bool> Begins(string word) =>
        other => other.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> ListWords(CodebookEntry entry) =>
        entry
            .Include.Concat(entry.Examples.Select(example => example.Text))
            .Append(entry.Definition)
            .Append(Camel.Apart(entry.Type))
            .Append(entry.Type)
            .SelectMany(Split);

    private static string[] Split(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    private static string FindStem(string word)
    {
        const int Shortest = 3;
        var small = word.ToLowerInvariant();
        foreach (var ending in (string[])["ing", "ed", "es", "s", "e"])
        {
            if (small.Length >= ending.Length + Shortest && small.EndsWith(ending, StringComparison.Ordinal))
                return small[..^ending.Length];
        }

        return small;
    }
}
