namespace Negotiations.Server.Pages;

/// <summary>The page of where each side stands on each issue.</summary>
/// <param name="Context">What every page knows.</param>
/// <param name="Time">The control of time.</param>
/// <param name="Banner">What the page stands on.</param>
/// <param name="Table">The positions.</param>
/// <param name="Since">The time with which they are compared, in words; null for none.</param>
public sealed record PositionsContent(
    PageContext Context,
    TimeControl Time,
    Banner Banner,
    PositionTable Table,
    string? Since
)
{
    // Of the facts on positions only, whatever the round.
    private const string Part = "position/";

    internal static async Task<PositionsContent> ReadAsync(PageContext context, CancellationToken cancellationToken)
    {
        var state = await context.ReadStateAsync(context.Fixed, cancellationToken);
        if (LargeRound.IsTooMuch(state, key => FactKeys.Admits(key, Part)))
        {
            throw new UnknownPageException(
                "there are more reports on positions than this page can weigh while somebody waits; the command line "
                    + "can (negotiations positions)"
            )
            {
                Nearest = [("the state", context.Address.To(PageView.State).Path)],
            };
        }

        var answer = await AskAsync(context.Fixed);
        Answer? before = null;
        if (context.Address.Arguments is { Count: > 0 } arguments)
        {
            if (arguments is not ["since", var since])
                throw new UnknownPageException("behind 'positions' stands nothing, or 'since' and a time");
            var bounded = context.Address.Question with { KnownBy = since };
            var asked = await context.Store.ReadQuestionAsync(bounded, cancellationToken);
            // Who steps back beyond the time of comparison sees the page without it.
            if (context.Asked.KnownBy is not { } bound || asked.KnownBy <= bound)
                before = await AskAsync(context.Fixed with { KnownBy = asked.KnownBy });
        }

        return new(
            context,
            await TimeControlBuilder.BuildAsync(context, state, cancellationToken),
            await Banner.ReadAsync(context, state, cancellationToken),
            PositionTable.Read(answer, before),
            before?.Asked.KnownBy is { } time ? DateWords.DescribeBound(time, context.Zone) : null
        );

        async Task<Answer> AskAsync(Question question)
        {
            // Where no fact is of this kind, there is nothing to read.
            if (!state.Facts.Any(fact => FactKeys.Admits(fact.Key, Part)))
                return EmptyAnswer.Create(context, question);
            return (await context.Store.AskAboutAsync(question, Part, cancellationToken)).Answer;
        }
    }
}

/// <summary>An answer without facts.</summary>
internal static class EmptyAnswer
{
    public static Answer Create(PageContext context, Question question) =>
        new()
        {
            Asked = question,
            Definition = context.Definition,
            Zone = context.Zone,
            Answered = context.Summary.Answered,
            Reports = [],
            Facts = [],
        };
}
