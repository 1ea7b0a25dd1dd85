namespace Negotiations.Server.Pages;

/// <summary>Puts beside values in words how well they are founded, and where that is told.</summary>
/// <param name="context">The page.</param>
/// <param name="facts">The facts of the board.</param>
/// <param name="all">All facts that the page has: an agreement may be said to be broken in a later round.</param>
internal sealed class BoardLines(PageContext context, IEnumerable<FactState> facts, IEnumerable<FactState> all)
{
    private readonly Dictionary<string, FactState> byKey = facts.ToDictionary(fact => fact.Key, StringComparer.Ordinal);
    private readonly Dictionary<string, string> breaches = all.Select(fact => fact.Key)
        .Where(key => key.Split('/') is [_, "agreement", _, "breach", _])
        .GroupBy(key => key.Split('/')[2], StringComparer.Ordinal)
        .ToDictionary(keys => keys.Key, keys => keys.Order(StringComparer.Ordinal).First(), StringComparer.Ordinal);

    /// <summary>A line of a board.</summary>
    public BoardLine Create(BriefingLine line) =>
        line.Key is { } key && byKey.TryGetValue(key, out var fact)
            ? new(line, [.. StandingWords.Describe(fact)], context.Address.ToFact(key), key == context.Address.Marked)
            {
                Breach = FindBreach(key),
            }
            : new(line, [], null, IsMarked: false);

    /// <summary>A line below the name of a side, which it need not say again.</summary>
    public BoardLine Create(BriefingLine line, string side) =>
        Create(
            line.Subject == side ? line with { Subject = "delegation" }
            : line.Subject.StartsWith($"{side}, ", StringComparison.Ordinal)
                ? line with
                {
                    Subject = line.Subject[(side.Length + 2)..],
                }
            : line
        );

    private PageAddress? FindBreach(string key) =>
        key.Split('/') is [_, "agreement", var agreement, "status"] && breaches.TryGetValue(agreement, out var breach)
            ? context.Address.ToFact(breach)
            : null;
}
