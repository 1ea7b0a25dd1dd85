namespace Negotiations.Server.Pages;

/// <summary>The page of what changed between two times.</summary>
/// <param name="Context">What every page knows.</param>
/// <param name="Clock">The clock on which the two differ.</param>
/// <param name="From">The first question in words.</param>
/// <param name="To">The second question in words.</param>
/// <param name="Ends">The two ends, as the address has them.</param>
/// <param name="IsWide">Whether the two stand beside each other.</param>
/// <param name="Rounds">What changed in value, by round and section.</param>
/// <param name="Others">What only rests on other reports.</param>
/// <param name="Paging">Which page of the changes it is.</param>
public sealed record CompareContent(
    PageContext Context,
    string Clock,
    string From,
    string To,
    (string A, string B) Ends,
    bool IsWide,
    IReadOnlyList<(string Title, IReadOnlyList<(string Title, IReadOnlyList<ComparedLine> Lines)> Sections)> Rounds,
    IReadOnlyList<ComparedLine> Others,
    Paging Paging
)
{
    /// <summary>The word for a time that is no bound.</summary>
    public const string Now = "now";

    /// <summary>The same comparison from the earlier to the later time; null where this one is.</summary>
    public PageAddress? Forwards { get; private init; }

    /// <summary>Whether a value of this page hangs on a time that is assumed.</summary>
    public bool HasAssumed =>
        Rounds
            .SelectMany(round => round.Sections)
            .SelectMany(section => section.Lines)
            .Concat(Others)
            .SelectMany(line => line.MarksBefore.Concat(line.MarksAfter))
            .Any(mark => mark.Kind == MarkKind.Assumed);

    /// <summary>How many facts have another value, on all pages.</summary>
    public required int Changed { get; init; }

    /// <summary>How many rest on other reports only, on all pages.</summary>
    public required int Unchanged { get; init; }

    internal static async Task<CompareContent> ReadAsync(
        PageContext context,
        bool isWide,
        string? page,
        CancellationToken cancellationToken
    )
    {
        var (clock, a, b) = context.Address.Arguments switch
        {
            [var named, var first, var second] when QuestionText.Clocks.Contains(named) => (named, first, second),
            [var first, var second] => (QuestionText.Clocks[0], first, second),
            [var other, ..] => throw new WrongParameterException(
                "clock",
                $"there is no clock '{other}'; there are {string.Join(", ", QuestionText.Clocks)}"
            ),
            _ => throw new UnknownPageException("two times are needed"),
        };
        if (context.Address.Question.BoundOn(clock) is not null)
            throw new WrongParameterException(clock, "the bounds on this clock are the two times of the comparison");
        var (from, to) = (
            await ReadAsync(context, clock, a, cancellationToken),
            await ReadAsync(context, clock, b, cancellationToken)
        );
        var differences = FactDifferences.Between(from.Facts, to.Facts);
        var lines = new ComparedLines(context, from, to);
        var changed = differences.Count(difference => difference.IsOfValue);
        var paging = Paging.Read(page, differences.Count);
        // What has another value stands before the rest, also over several pages.
        var shown = differences
            .OrderByDescending(difference => difference.IsOfValue)
            .Skip(paging.Skip)
            .Take(Paging.Size)
            .ToList();
        var rounds = RoundTabs.Read(to with { Facts = [.. to.Facts, .. from.Facts] }).ToList();
        return new(
            context,
            clock,
            QuestionWords.Asked(from.Asked, from.Zone),
            QuestionWords.Asked(to.Asked, to.Zone),
            (a, b),
            isWide,
            [
                .. shown
                    .Where(difference => difference.IsOfValue)
                    .GroupBy(difference => KeptState.FindRound(difference.Key), StringComparer.Ordinal)
                    .OrderBy(round => rounds.FindIndex(tab => tab.Round == round.Key))
                    .Select(round =>
                        (
                            new NameWords(to.Definition).DisplayRound(round.Key),
                            (IReadOnlyList<(string, IReadOnlyList<ComparedLine>)>)
                                [
                                    .. Subjects
                                        .InSections(round, difference => difference.Key)
                                        .Select(section =>
                                            (
                                                section.Key,
                                                (IReadOnlyList<ComparedLine>)[.. section.Select(lines.Describe)]
                                            )
                                        ),
                                ]
                        )
                    ),
            ],
            [.. shown.Where(difference => !difference.IsOfValue).Select(lines.Describe)],
            paging
        )
        {
            Forwards = IsBackwards(clock, from, to)
                ? context.Address.To(PageView.Compare, clock == QuestionText.Clocks[0] ? [b, a] : [clock, b, a])
                : null,
            Changed = changed,
            Unchanged = differences.Count - changed,
        };
    }

    // A side without a bound is now.
    private static bool IsBackwards(string clock, State from, State to)
    {
        return clock == "recorded"
            ? from.Answered.Settled.Position > to.Answered.Settled.Position
            : Find(from) > Find(to);

        NodaTime.Instant Find(State side) =>
            (clock == "happened" ? side.Asked.HappenedBy : side.Asked.KnownBy) ?? NodaTime.Instant.MaxValue;
    }

    private static async Task<State> ReadAsync(
        PageContext context,
        string clock,
        string time,
        CancellationToken cancellationToken
    )
    {
        var bounded = context.Address.Question.WithBoundOn(clock, time == Now ? null : time);
        var asked = await context.Store.ReadQuestionAsync(bounded, cancellationToken);
        // Both stand for the position of the page, unless it is positions that are compared.
        var position =
            clock == "recorded" && asked.RecordedBy is not null
                ? asked
                : asked with
                {
                    RecordedBy = context.Fixed.RecordedBy,
                };
        if (position.RecordedBy is RecordedBound.AtTime { Time: var at })
        {
            var settled = await context.Store.ResolveTimeAsync(at, cancellationToken);
            position = position with { RecordedBy = new RecordedBound.AtPosition(settled.Position) };
        }
        else if (position.RecordedBy is RecordedBound.AtPosition { Position: var number })
        {
            await context.Store.ResolvePositionAsync(number, cancellationToken);
        }

        var state = await context.ReadStateAsync(position, cancellationToken);
        return state with { Asked = asked };
    }
}
