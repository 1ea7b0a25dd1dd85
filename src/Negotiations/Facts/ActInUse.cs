using System.Text;

namespace Negotiations;

/// <summary>An act that reports of a negotiation name, so that a further report of it can take its key.</summary>
/// <param name="Act">The key.</param>
/// <param name="Types">The types of the reports.</param>
/// <param name="Actors">Identifiers of the actors.</param>
/// <param name="Happened">The first date that a report gives; null where none does.</param>
/// <param name="Rounds">The rounds.</param>
/// <param name="Reports">How many reports there are.</param>
/// <param name="Summary">The summary of the report about which its coder is surest.</param>
/// <param name="Matches">How many of the words that were asked for are in it.</param>
public sealed record ActInUse(
    string Act,
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Actors,
    Edtf? Happened,
    IReadOnlyList<string> Rounds,
    int Reports,
    string Summary,
    int Matches
)
{
    // A word and its forms: talks and talk, offered and offers.
    private const int LongestStem = 5;

    /// <summary>The acts of reports: those with the most of some words first, without words the latest first.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="names">The names of the negotiation.</param>
    /// <param name="words">Words; those of acts are those of the key, of summaries, actors and types. Null or empty for
    /// none.</param>
    public static IReadOnlyList<ActInUse> FindAll(IEnumerable<Report> reports, NameIndex names, string? words = null)
    {
        var wanted = SplitWords(words ?? "").ToHashSet(StringComparer.Ordinal);
        return
        [
            .. reports
                .GroupBy(report => report.Act, StringComparer.Ordinal)
                .Select(act => Create(act.Key, [.. act], names, wanted))
                .Where(act => wanted.Count == 0 || act.Matches > 0)
                .OrderByDescending(act => act.Matches)
                .ThenByDescending(act =>
                    act.Happened?.Bounds.Earliest is { } day ? day : NodaTime.LocalDate.MinIsoValue
                )
                .ThenByDescending(act => act.Reports)
                .ThenBy(act => act.Act, StringComparer.Ordinal),
        ];
    }

    private static ActInUse Create(
        string key,
        IReadOnlyList<Report> reports,
        NameIndex names,
        IReadOnlySet<string> wanted
    )
    {
        List<string> actors =
        [
            .. reports
                .SelectMany(report => (report.Joint ?? []).Select(doer => (Name?)doer.Name).Prepend(report.Actor))
                .OfType<Name>()
                .Select(actor => actor.Id)
                .Distinct(StringComparer.Ordinal),
        ];
        List<string> types = [.. reports.Select(report => report.GetType().Name).Distinct(StringComparer.Ordinal)];
        var words = reports
            .Select(report => report.Summary)
            .Concat([key, .. actors, .. actors.Select(names.DisplayName), .. types])
            .SelectMany(SplitWords)
            .ToHashSet(StringComparer.Ordinal);
        return new(
            key,
            types,
            actors,
            reports.Select(report => report.Happened).FirstOrDefault(happened => happened is not null),
            [.. reports.Select(report => report.Round).Distinct(StringComparer.Ordinal)],
            reports.Count,
            reports.MaxBy(report => report.Certainty)!.Summary,
            wanted.Count(words.Contains)
        );
    }

    // In lower case, without what follows the stem; of the name of a type each word.
    private static IEnumerable<string> SplitWords(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (word.Length > 0 && (!Rune.IsLetterOrDigit(rune) || (Rune.IsUpper(rune) && char.IsLower(word[^1]))))
            {
                yield return TakeStem(word);
                word.Clear();
            }

            if (Rune.IsLetterOrDigit(rune))
                word.Append(rune);
        }

        if (word.Length > 0)
            yield return TakeStem(word);
    }

    private static string TakeStem(StringBuilder word)
    {
        var whole = word.ToString().ToLowerInvariant();
        return whole.Length <= LongestStem ? whole.TrimEnd('s') : whole[..LongestStem].TrimEnd('s');
    }
}
