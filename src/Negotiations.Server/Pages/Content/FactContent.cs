namespace Negotiations.Server.Pages;

/// <summary>The page of a fact: who says so, and how it came to be known.</summary>
/// <param name="Context">What every page knows.</param>
/// <param name="Title">The fact in a few words.</param>
/// <param name="Key">Its key.</param>
/// <param name="Time">The control of time.</param>
/// <param name="Banner">What the page stands on.</param>
/// <param name="Line">The value; null where nothing is known, or nothing any more.</param>
/// <param name="Reports">The reports of it, by their parts.</param>
/// <param name="IsVanished">Whether corrections took it away.</param>
/// <param name="Changes">How it came to be known, the last first.</param>
/// <param name="Corrections">The corrections that replaced a value.</param>
public sealed record FactContent(
    PageContext Context,
    string Title,
    string Key,
    TimeControl Time,
    Banner Banner,
    BoardLine? Line,
    IReadOnlyList<IGrouping<ReportRole, BlamedReport>> Reports,
    bool IsVanished,
    IReadOnlyList<FactStep> Changes,
    IReadOnlyList<ReplacedValues> Corrections
)
{
    /// <exception cref="UnknownPageException">There can be no such fact.</exception>
    internal static async Task<FactContent> ReadAsync(PageContext context, CancellationToken cancellationToken)
    {
        var key = string.Join('/', context.Address.Arguments).ToLowerInvariant();
        var outline = await context.ReadOutlineAsync(cancellationToken);
        context = context with { OnlyRound = outline.FindOnlyRound(context.Asked, KeptState.FindRound(key)) };
        var state = await context.ReadStateAsync(context.Fixed, cancellationToken);
        var (answer, log) = await context.Store.FindPartAsync(context.Fixed, key, cancellationToken)
            ?? await context.Store.AskAboutAsync(context.Fixed, key, cancellationToken);
        var blame = Blame.Trace(answer, log, key);
        var fact = blame.Facts.FirstOrDefault(fact => fact.Fact.Key == key);
        var vanished = blame.Vanished.FirstOrDefault(fact => fact.Key == key);
        if (fact is null && vanished is null)
            UnknownFact.Refuse(context, key, state);
        var history = AnswerHistory.Trace(answer, log, key);
        var lines = new FactLine(
            new(context.Definition),
            context.Zone,
            [.. context.Summary.Answered.Assumptions.Where(assumption => assumption.MayBeTooEarly)]
        )
        {
            Coded = CodedNames.Read([.. answer.Facts, .. state.Facts]),
        };
        var line = fact is null ? null : lines.Describe(fact.Fact);
        return new(
            context,
            $"{new NameWords(context.Definition).DisplayRound(KeptState.FindRound(key))}: "
                + $"{Subjects.FindSection(key.Split('/')[1])}, {line?.Subject ?? key.Split('/')[^1]}",
            key,
            await TimeControlBuilder.BuildAsync(context, state.Select(key), cancellationToken),
            await Banner.ReadAsync(context, state, cancellationToken),
            line is null ? null : new(line, [.. StandingWords.Describe(fact!.Fact)], context.Address, IsMarked: false),
            [.. (fact?.Reports ?? vanished?.Withdrawn ?? []).GroupBy(report => report.Role)],
            vanished is not null,
            FactStep.ListAll(context, history.Changes.Where(change => change.Change.Key == key)),
            history.Corrections
        );
    }
}

/// <summary>A change of a fact, with the pages before and after it.</summary>
/// <param name="When">When it became known.</param>
/// <param name="What">The value from then on.</param>
/// <param name="Was">The value before.</param>
/// <param name="Who">Who says so.</param>
/// <param name="Causes">The publisher's corrections that caused it.</param>
/// <param name="At">The page from then on.</param>
/// <param name="Before">The page just before.</param>
public sealed record FactStep(
    string When,
    string What,
    string Was,
    string Who,
    IReadOnlyList<string> Causes,
    PageAddress At,
    PageAddress Before
)
{
    internal static IReadOnlyList<FactStep> ListAll(PageContext context, IEnumerable<HistoryChange> changes)
    {
        var names = new NameWords(context.Definition);
        var (words, sources) = (new ChangeWords(names), new SourceWords(names, context.Zone));
        return
        [
            .. changes
                .Select(item =>
                {
                    var change = item.Change;
                    var before = change.Known - NodaTime.Duration.FromNanoseconds(1000);
                    return new FactStep(
                        DateWords.Describe(change.Known, context.Zone),
                        words.DescribeAfter(change.Before, change.After, change.Key),
                        words.DescribeValue(change.Before, change.Key),
                        ChangeWords.DescribeReason(change, sources),
                        [.. item.Causes.Select(cause => CorrectionWords.DescribePlainly(cause, context.Zone))],
                        context.Address.WithBound("known", TimeText.Format(change.Known, context.Zone)),
                        context.Address.WithBound("known", TimeText.Format(before, context.Zone))
                    );
                })
                .Reverse(),
        ];
    }
}
