namespace Negotiations.Server.Pages;

/// <summary>What is new in a state, in a few words: its most telling fact.</summary>
internal static class StateNews
{
    // Who comes, before everything else; statements last.
    private static readonly List<string> Sections =
    [
        "Attendance",
        .. Subjects.Titles.Where(title => title is not ("Attendance" or Subjects.Statements)),
        Subjects.Statements,
    ];

    /// <summary>Facts of a state in words: the first one, and how many more there are; null where there is
    /// none.</summary>
    public static string? Describe(State state, Func<FactState, bool> isNew)
    {
        var facts = state
            .Facts.Where(isNew)
            .OrderBy(fact => Sections.IndexOf(Subjects.FindSection(fact.Key.Split('/')[1])))
            .ThenBy(fact => Subjects.PlaceInRound(fact.Key))
            .ThenBy(fact => fact.Key, StringComparer.Ordinal)
            .ToList();
        if (facts.Count == 0)
            return null;
        var line = new FactLine(new(state.Definition), state.Zone, []).DescribeState(facts[0]);
        var value = line.Status ?? line.Details;
        var more = facts.Count == 1 ? "" : $", and {facts.Count - 1} more";
        return $"{line.Subject}{(value.Length == 0 ? "" : $": {value}")}{more}";
    }
}
