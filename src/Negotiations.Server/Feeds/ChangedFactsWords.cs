namespace Negotiations.Server;

/// <summary>The facts that differ between two states, in a few lines.</summary>
internal static class ChangedFactsWords
{
    private const int Most = 5;

    // In UTF-16 units; what a report says may be long.
    private const int Longest = 300;

    /// <summary>How many facts have another value, and the first of them as they were and are.</summary>
    public static string Describe(State before, State after)
    {
        var changed = FactDifferences
            .Between(before.Facts, after.Facts)
            .Where(difference => difference.IsOfValue)
            .ToList();
        if (changed.Count == 0)
            return "No fact has another value by it.";
        var lines = new FactLine(new(after.Definition), after.Zone, [])
        {
            Coded = CodedNames.Read([.. after.Facts, .. before.Facts]),
        };
        var names = new NameWords(after.Definition);
        // What people look for first stands first.
        var first = Subjects
            .InSections(changed, difference => difference.Key)
            .SelectMany(section => section.Select(difference => (Section: section.Key, Difference: difference)))
            .Take(Most)
            .Select(one =>
            {
                var (was, now) = (Say(one.Difference.Before), Say(one.Difference.After));
                var subject = lines.DescribeState((one.Difference.After ?? one.Difference.Before)!).Subject;
                var value = one.Difference.After is null ? ChangeWords.Gone : now;
                var old = one.Difference.Before is null ? "" : $" (was: {was})";
                var round = names.DisplayRound(one.Difference.Key.Split('/')[0]);
                return Shorten($"{round}, {one.Section}, {subject}: {value}{old}");
            });
        var more = changed.Count > Most ? $"; and {changed.Count - Most} more" : "";
        var have = changed.Count == 1 ? "1 fact has" : $"{changed.Count} facts have";
        return $"{have} another value: {string.Join("; ", first)}{more}.";

        string Say(FactState? fact) =>
            fact is null ? ""
            : lines.DescribeState(fact).Value is { Length: > 0 } value ? value
            : "reported";
    }

    // Never within a sign of two units.
    private static string Shorten(string words) =>
        words.Length <= Longest
            ? words
            : $"{words[..(char.IsHighSurrogate(words[Longest - 1]) ? Longest - 1 : Longest)]}…";
}
