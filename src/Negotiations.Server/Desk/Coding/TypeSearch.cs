using Negotiations.Assistant;

namespace Negotiations.Server.Desk;

/// <summary>Finds event types by what they mean.</summary>
internal static class TypeSearch
{
    /// <summary>The types, those first whose name has the words; all where there are none.</summary>
    /// <param name="words">Words of which each has to begin a word of the type's name, definition or examples.</param>
    public static IReadOnlyList<CodebookEntry> Find(string? words)
    {
        var wanted = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. Codebook
                .Default.Entries.Where(entry => wanted.All(word => ListWords(entry).Any(Begins(word))))
                .OrderByDescending(entry => wanted.Count(word => Camel.Apart(entry.Type).Split(' ').Any(Begins(word)))),
        ];
    }

    private static Func<string, bool> Begins(string word) =>
        other => other.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> ListWords(CodebookEntry entry) =>
        entry
            .Include.Concat(entry.Examples.Select(example => example.Text))
            .Append(entry.Definition)
            .Append(Camel.Apart(entry.Type))
            .Append(entry.Type)
            .SelectMany(text =>
                text.Split([' ', ',', '.', ';', '(', ')', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries)
            );
}
