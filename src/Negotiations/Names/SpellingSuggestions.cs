namespace Negotiations;

/// <summary>What somebody may have meant who has mistyped a name.</summary>
public static class SpellingSuggestions
{
    private const int Most = 3;

    /// <summary>The names that lie nearest to a text, the nearest first; none where all are quite different.</summary>
    public static IReadOnlyList<string> To(string text, IEnumerable<string> names)
    {
        var near = names
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => (Name: name, Distance: MeasureDistance(text, name)))
            .Where(near => near.Distance <= Math.Max(2, Math.Max(text.Length, near.Name.Length) / 3))
            .OrderBy(near => near.Distance)
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .ToList();
        // Beside one that differs in a letter, one that differs in several was hardly meant.
        return
        [
            .. near.TakeWhile(other => other.Distance <= near[0].Distance + 2).Take(Most).Select(other => other.Name),
        ];
    }

    /// <summary>
    /// The question whether one of the nearest names was meant, to put behind an error; empty where there is none.
    /// </summary>
    public static string Question(string text, IEnumerable<string> names) =>
        To(text, names) is { Count: > 0 } near
            ? $"; did you mean {string.Join(" or ", near.Select(name => $"'{name}'"))}?"
            : "";

    // The number of letters to put in, take out or replace (Levenshtein), whatever the case.
    private static int MeasureDistance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        foreach (var (i, letter) in one.Index())
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 1; j < row.Length; j++)
            {
                var replaced =
                    diagonal + (char.ToLowerInvariant(letter) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
