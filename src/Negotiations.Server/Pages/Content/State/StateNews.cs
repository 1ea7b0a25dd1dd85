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
    /// <param name="state">The state.</param>
    /// <param name="isNew">Whether a fact is new.</param>
    /// <param name="before">Keys of facts that had another value before: that tells more than what is only
    /// new.</param>
    public static string? Describe(State state, Func<FactState, bool> isNew, IReadOnlySet<string> before)
    {
        var facts = state
            .Facts.Where(isNew)
            .OrderBy(fact => FindSection(fact) == Subjects.Statements)
            .ThenByDescending(fact => before.Contains(fact.Key))
            .ThenBy(fact => StandingWords.FindDoubt(fact) is not null)
            .ThenBy(fact => Sections.IndexOf(FindSection(fact)))
            .ThenBy(fact => Subjects.PlaceInRound(fact.Key))
            .ThenBy(fact => fact.Key, StringComparer.Ordinal)
            .ToList();
        if (facts.Count == 0)
            return null;
        var line = new FactLine(new(state.Definition), state.Zone, [])
        {
            Coded = CodedNames.Read(state.Facts),
        }.DescribeState(facts[0]);
        var value = line.Status ?? line.Details;
        var doubt = StandingWords.FindDoubt(facts[0]) is { } mark ? $" ({mark.Words})" : "";
        var more = facts.Count == 1 ? "" : $", and {facts.Count - 1} more";
        return $"{line.Subject}{(value.Length == 0 ? "" : $": {value}")}{doubt}{more}";
    }

    private static string FindSection(FactState fact) => Subjects.FindSection(fact.Key.Split('/')[1]);
}
