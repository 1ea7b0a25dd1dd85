namespace Negotiations.Server.Pages;

/// <summary>Lays a round out.</summary>
internal static class BoardBuilder
{
    // A board is read at a glance; a section that has more is shown whole on a page of its own.
    private const int MostLines = 40;

    /// <summary>Reads what bears on a round, and no more, and lays it out.</summary>
    /// <param name="context">The page.</param>
    /// <param name="state">The state, of all rounds.</param>
    /// <param name="round">The round, of which facts are known.</param>
    /// <param name="page">Which page of a section that is shown alone.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<Board> ReadAsync(
        PageContext context,
        State state,
        string round,
        string? page,
        CancellationToken cancellationToken
    )
    {
        var only = FindSection(context);
        var answer = LargeRound.Is(state, round) ? null : await ReadRoundAsync(context, round, cancellationToken);
        var facts = state.Facts.Where(fact => KeptState.FindRound(fact.Key) == round).ToList();
        var briefed = answer is null ? Describe(context, facts) : Brief(answer, only is not null);
        var lines = new BoardLines(context, facts, state.Facts);
        var names = new NameWords(context.Definition);
        var title = names.DisplayRound(round);
        if (only is not null)
        {
            var whole = briefed.FirstOrDefault(section => section.Title == only)?.Lines ?? [];
            var paging = Paging.Read(page, whole.Count);
            var shown = whole.Skip(paging.Skip).Take(Paging.Size).Select(lines.Create).ToList();
            return new(round, title, [new(only, shown) { Facts = whole.Count }], [], null) { Paging = paging };
        }

        return new(
            round,
            title,
            [.. briefed.Where(section => section.Title != Subjects.Delegations).Select(Shorten)],
            [
                .. briefed
                    .Where(section => section.Title == Subjects.Delegations)
                    .SelectMany(section => section.Lines)
                    .Take(MostLines)
                    .GroupBy(line => line.Key?.Split('/')[2] is { } side ? names.DisplayName(side) : line.Subject)
                    .Select(side => new BoardSection(side.Key, [.. side.Select(line => lines.Create(line, side.Key))])),
            ],
            answer is null ? null : PositionTable.Read(answer)
        );

        BoardSection Shorten(BriefingSection section)
        {
            var isCounted = section.Lines.Any(line => line.Key is null);
            var address = context.Address.To(PageView.Round, round, BoardSection.FormatWord(section.Title));
            return new(section.Title, [.. section.Lines.Take(MostLines).Select(lines.Create)])
            {
                Whole = isCounted || section.Lines.Count > MostLines ? address : null,
                Facts = facts.Count(fact => Subjects.FindSection(fact.Key.Split('/')[1]) == section.Title),
            };
        }
    }

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

    private static IReadOnlyList<BriefingSection> Brief(Answer answer, bool all) =>
        BriefingBuilder.Build(answer, all).Rounds.SingleOrDefault()?.Sections ?? [];

    private static IReadOnlyList<BriefingSection> Describe(PageContext context, IReadOnlyList<FactState> facts)
    {
        var lines = new FactLine(new(context.Definition), context.Zone, []) { Coded = CodedNames.Read(facts) };
        return
        [
            .. Subjects
                .InSections(facts, fact => fact.Key)
                .Select(section => new BriefingSection(section.Key, [.. section.Select(lines.DescribeState)])),
        ];
    }

    // The section that the address names; null for all.
    private static string? FindSection(PageContext context)
    {
        if (context.Address.Arguments is not [_, var word])
            return null;
        var known = Subjects.Titles.ToDictionary(BoardSection.FormatWord, title => title, StringComparer.Ordinal);
        return known.TryGetValue(word, out var title)
            ? title
            : throw new UnknownPageException(
                $"a round has no section '{word}'{SpellingSuggestions.Question(word, known.Keys)}"
            );
    }
}
