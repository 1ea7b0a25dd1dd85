namespace Negotiations.Assistant.Patterns;

/// <summary>The forms of English verbs.</summary>
internal static class Inflection
{
    /// <summary>The forms of a regular verb: offer, offers, offered, offering.</summary>
    public static IReadOnlyList<string> List(string verb)
    {
        var last = verb[^1];
        var isDoubled =
            verb.Length is > 2 and <= 4
            && !IsVowel(last)
            && last is not ('w' or 'x' or 'y')
            && IsVowel(verb[^2])
            && !IsVowel(verb[^3]);
        var stem = isDoubled ? verb + last : verb;
        if (last == 'e')
            return
            [
                verb,
                verb + "s",
                verb + "d",
                (verb.EndsWith("ee", StringComparison.Ordinal) ? verb : verb[..^1]) + "ing",
            ];
        if (last == 'y' && !IsVowel(verb[^2]))
            return [verb, verb[..^1] + "ies", verb[..^1] + "ied", verb + "ing"];
        var third =
            verb[^1] is 's' or 'x' or 'z'
            || verb.EndsWith("ch", StringComparison.Ordinal)
            || verb.EndsWith("sh", StringComparison.Ordinal)
                ? verb + "es"
                : verb + "s";
        return [verb, third, stem + "ed", stem + "ing"];
    }

    private static bool IsVowel(char letter) => "aeiou".Contains(letter);
}
