namespace Negotiations.Server.Pages;

/// <summary>Builds the control of time of a page.</summary>
internal static class TimeControlBuilder
{
    private static readonly (string Clock, string Asks)[] Clocks =
    [
        ("known", "What could a reader know by then?"),
        ("happened", "What had happened by then, as we know now?"),
        ("recorded", "What did this store answer at that point of its record?"),
    ];

    /// <summary>The control.</summary>
    /// <param name="context">The page.</param>
    /// <param name="state">The state that the page shows.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<TimeControl> BuildAsync(
        PageContext context,
        State state,
        CancellationToken cancellationToken
    )
    {
        var clock = TimeStops.ChooseClock(context.Address);
        var stops = await TimeStops.ReadAsync(context, clock, cancellationToken);
        var current = stops.FindStop(context.Asked, context.Settled.Position);
        var marks =
            context.Address.Key is { } key && clock == "known"
                ? await ReadMarksAsync(context, key, stops, cancellationToken)
                : [];
        return new()
        {
            Clock = clock,
            Count = stops.Count,
            Current = current,
            Words = await DescribeAsync(context, state, stops, current, cancellationToken),
            Typed = context.Address.Question.BoundOn(clock) ?? "",
            Example = stops.FindBound(stops.Count) ?? "",
            Steps =
            [
                ("First", At(current > 1 ? 1 : 0)),
                ("Previous", At(current - 1)),
                ("Next", clock == "recorded" && context.IsFixed ? StepBeyond(context) : At(current + 1)),
                ("Last", At(current < stops.Count ? stops.Count : 0)),
                ("Now", context.Asked.IsUnbounded ? null : Unbound(context.Address).WithBound("recorded", null).Path),
            ],
            Clocks = [.. Clocks.Select(choice => Choose(context, choice, clock))],
            Marked = marks.Count == 0 ? null : context.Address.Key,
            Marks = marks,
        };

        string? At(int stop) =>
            stops.FindBound(stop) is { } bound ? context.Address.WithBound(clock, bound).Path : null;
    }

    // Whether there is a position after this one is found out by whoever goes there.
    private static string StepBeyond(PageContext context) =>
        StepAddress.Format(context.Address, "recorded", context.Settled.Position + 1);

    private static PageAddress Unbound(PageAddress address) =>
        address.WithBound("known", null).WithBound("happened", null);

    private static async Task<string> DescribeAsync(
        PageContext context,
        State state,
        TimeStops stops,
        int current,
        CancellationToken cancellationToken
    )
    {
        if (stops.Clock == "recorded")
        {
            var at = context.Settled.At is { } recorded
                ? $", recorded {DateWords.Describe(recorded, context.Zone)}"
                : "";
            return $"position {context.Settled.Position} of {stops.Count}{at}";
        }

        if (stops.FindTime(current) is not { } time)
            return $"before the first of {QuestionWords.Count(stops.Count, "change")}";
        var day = time.InZone(context.Zone).Date;
        var isByDay = stops.Clock == "happened";
        var news = StateNews.Describe(
            state,
            fact => isByDay ? fact.Happened.Bounds.Latest == day : fact.Since == time,
            isByDay ? new HashSet<string>() : await ReadKeysBeforeAsync(context, stops, current, cancellationToken)
        );
        return $"change {current} of {stops.Count}: "
            + (isByDay ? DateWords.Describe(day) : DateWords.Describe(time, context.Zone))
            + (news is null ? "" : $", {news}");
    }

    private static async Task<IReadOnlySet<string>> ReadKeysBeforeAsync(
        PageContext context,
        TimeStops stops,
        int current,
        CancellationToken cancellationToken
    )
    {
        if (stops.FindTime(current - 1) is not { } before)
            return new HashSet<string>();
        var question = context.Fixed with { KnownBy = before };
        var state = await context.ReadStateAsync(question, cancellationToken);
        return state.Facts.Select(fact => fact.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static ClockChoice Choose(PageContext context, (string Clock, string Asks) choice, string chosen)
    {
        var address = context.Address;
        var time = address.KnownBy ?? address.HappenedBy;
        var unbounded = Unbound(address);
        var to = choice.Clock switch
        {
            _ when choice.Clock == chosen => address,
            "recorded" => unbounded.WithBound("recorded", $"{context.Settled.Position}"),
            "happened" => unbounded
                .WithBound("recorded", chosen == "recorded" ? null : address.RecordedBy)
                .WithBound("happened", time ?? FormatToday(context)),
            _ when time is null => unbounded.WithBound("recorded", null),
            _ => unbounded.WithBound("known", time),
        };
        return new(choice.Clock, choice.Asks, to, choice.Clock == chosen);
    }

    // The day of the last thing recorded: a page may not depend on the day on which it is asked for.
    private static string FormatToday(PageContext context) =>
        TimeText.Format(
            Bound.EndOfDay((context.Settled.At ?? default).InZone(context.Zone).Date, context.Zone),
            context.Zone
        );

    private static async Task<IReadOnlyList<TimeMark>> ReadMarksAsync(
        PageContext context,
        string key,
        TimeStops stops,
        CancellationToken cancellationToken
    )
    {
        var question = context.Fixed with { KnownBy = null, HappenedBy = null };
        // Of a key that no fact has, the whole history would be read to say what there is instead.
        var state = await KeptState.ReadAsync(context.Store, question, [KeptState.FindRound(key)], cancellationToken);
        if (!state.Facts.Any(fact => fact.Key == key))
            return [];
        var (answer, log) = await context.Store.AskAboutAsync(question, key, cancellationToken);
        var words = new ChangeWords(new(answer.Definition));
        var changes = FactHistory.Trace(log, question, key).Where(change => change.Key == key).ToList();
        var current = changes.FindLastIndex(change => context.Asked.KnownBy is not { } bound || change.Known <= bound);
        return
        [
            .. changes.Select(
                (change, index) =>
                    new TimeMark(
                        stops.CountUpTo(change.Known),
                        DateWords.Describe(change.Known, context.Zone),
                        // What it was later, a page about an earlier time does not say.
                        index > current
                            ? "another value"
                            : words.DescribeAfter(change.Before, change.After, key),
                        context.Address.WithBound("known", TimeText.Format(change.Known, context.Zone)),
                        index == current
                    )
            ),
        ];
    }
}
