using System.Text;

namespace Negotiations.Coding.PageRules2;

/// <summary>The words of a text, to compare texts of one page by.</summary>
internal static class PageWords
{
    /// <summary>The words in lower case, in their order; a sign of a script without spaces is a word.</summary>
    public static IReadOnlyList<string> List(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var isSign =
                rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF);
            if (!isSign && Rune.IsLetterOrDigit(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
                continue;
            }

            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
            if (isSign)
                words.Add(rune.ToString());
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    /// <summary>Each three words that follow one another.</summary>
    public static IReadOnlyList<string> ListTriples(IReadOnlyList<string> words) =>
        [.. Enumerable.Range(0, Math.Max(0, words.Count - 2)).Select(i => $"{words[i]} {words[i + 1]} {words[i + 2]}")];

    /// <summary>How many words two texts share, each as often as it stands in both.</summary>
    public static int CountShared(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var counts = one.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var shared = 0;
        foreach (var word in other)
        {
            if (counts.GetValueOrDefault(word) is > 0 and var left)
            {
                counts[word] = left - 1;
                shared++;
            }
        }

        return shared;
    }

    /// <summary>Whether two headlines are one, but for signs, capitals and what a site adds to its titles.</summary>
    public static bool AreAlike(string one, string other)
    {
        var (first, second) = (string.Join(' ', List(one)), string.Join(' ', List(other)));
        return first.Length > 0
            && second.Length > 0
            && (
                first == second
                || second.StartsWith($"{first} ", StringComparison.Ordinal)
                || first.StartsWith($"{second} ", StringComparison.Ordinal)
            );
    }

    /// <summary>A text with a space for each control character.</summary>
    public static string RemoveControls(string text) => string.Create(text.Length, text, (signs, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                signs[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });
}
