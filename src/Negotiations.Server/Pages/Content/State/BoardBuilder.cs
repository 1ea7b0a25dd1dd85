namespace Negotiations.Server.Pages;

/// <summary>Lays a round out.</summary>
internal static class BoardBuilder
{
    /// <summary>Reads what bears on a round, and no more, and lays it out.</summary>
    /// <param name="context">The page.</param>
    /// <param name="round">The round, of which facts are known.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<Board> ReadAsync(PageContext context, string round, CancellationToken cancellationToken)
    {
        var answer = await ReadRoundAsync(context, round, cancellationToken);
        var names = new NameWords(context.Definition);
        var facts = answer.Facts.ToDictionary(fact => fact.Key, StringComparer.Ordinal);
        var isOfStatements = context.Address.Arguments is [_, Board.StatementsWord];
        var briefed = (BriefingBuilder.Build(answer, isOfStatements).Rounds.SingleOrDefault()?.Sections ?? []).Where(
            section => !isOfStatements || section.Title == Subjects.Statements
        );
        return new(
            round,
            names.DisplayRound(round),
            [
                .. briefed
                    .Where(section => section.Title != Subjects.Delegations)
                    .Select(section => new BoardSection(section.Title, [.. section.Lines.Select(CreateLine)])),
            ],
            [
                .. briefed
                    .Where(section => section.Title == Subjects.Delegations)
                    .SelectMany(section => section.Lines)
                    .GroupBy(line => line.Key?.Split('/')[2] is { } side ? names.DisplayName(side) : line.Subject)
                    .Select(side => new BoardSection(
                        side.Key,
                        [.. side.Select(line => CreateLine(line with { Subject = NamePart(line, side.Key) }))]
                    )),
            ],
            PositionTable.Read(isOfStatements ? answer with { Facts = [] } : answer)
        );

        BoardLine CreateLine(BriefingLine line) =>
            line.Key is { } key
                ? new(
                    line,
                    [.. StandingWords.Describe(facts[key])],
                    context.Address.ToFact(key),
                    key == context.Address.Marked
                )
                : new(line, [], null, IsMarked: false);
    }

    // The side stands above it already.
    private static string NamePart(BriefingLine line, string side) =>
        line.Subject == side ? "delegation"
        : line.Subject.StartsWith($"{side}, ", StringComparison.Ordinal) ? line.Subject[(side.Length + 2)..]
        : line.Subject;

    /// <summary>The answer about the facts of a round, from the reports that bear on it.</summary>
    public static async Task<Answer> ReadRoundAsync(
        PageContext context,
        string round,
        CancellationToken cancellationToken
    )
    {
        var (answer, _) = await context.Store.AskAboutAsync(context.Fixed, $"{round}/", cancellationToken);
        return answer with
        {
            Asked = context.Asked,
            Answered = context.Summary.Answered,
            Facts = [.. answer.Facts.Where(fact => KeptState.FindRound(fact.Key) == round)],
        };
    }
}
