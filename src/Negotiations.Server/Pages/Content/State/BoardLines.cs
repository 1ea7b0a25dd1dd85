namespace Negotiations.Server.Pages;

/// <summary>Puts beside values in words how well they are founded, and where that is told.</summary>
internal sealed class BoardLines(PageContext context, IEnumerable<FactState> facts)
{
    private readonly Dictionary<string, FactState> byKey = facts.ToDictionary(fact => fact.Key, StringComparer.Ordinal);

    /// <summary>A line of a board.</summary>
    public BoardLine Create(BriefingLine line) =>
        line.Key is { } key && byKey.TryGetValue(key, out var fact)
            ? new(line, [.. StandingWords.Describe(fact)], context.Address.ToFact(key), key == context.Address.Marked)
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
}
