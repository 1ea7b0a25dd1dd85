using NodaTime;

namespace Negotiations.Server.Pages;

/// <summary>The page of the acts of a round in time.</summary>
/// <param name="Context">What every page knows.</param>
/// <param name="Rounds">The rounds of which something is known.</param>
/// <param name="Round">The round that is shown; null where nothing is known of any.</param>
/// <param name="Acts">Its acts, what happened first first.</param>
/// <param name="Picture">The same as a picture; null where there are none.</param>
/// <param name="Paging">Which page of the acts it is.</param>
public sealed record TimelineContent(
    PageContext Context,
    IReadOnlyList<RoundTab> Rounds,
    string? Round,
    IReadOnlyList<TimelineAct> Acts,
    TimelinePicture? Picture,
    Paging Paging
)
{
    internal static async Task<TimelineContent> ReadAsync(
        PageContext context,
        string? page,
        CancellationToken cancellationToken
    )
    {
        var state = await context.ReadStateAsync(context.Fixed, cancellationToken);
        var rounds = RoundTabs.Read(state);
        var round = RoundTabs.Choose(context, rounds);
        if (round is null || rounds.All(tab => tab.Round != round))
            return new(context, rounds, round, [], null, Paging.Read(page, 0));
        LargeRound.Refuse(context, state, round);
        var acts = TimelineAct.ListAll(
            context,
            round,
            await BoardBuilder.ReadRoundAsync(context, round, cancellationToken)
        );
        var paging = Paging.Read(page, acts.Count);
        IReadOnlyList<TimelineAct> shown = [.. acts.Skip(paging.Skip).Take(Paging.Size)];
        return new(
            context,
            rounds,
            round,
            shown,
            shown.Count == 0 ? null : TimelinePicture.Draw(shown, context.Zone),
            paging
        );
    }
}

/// <summary>An act with when it happened and when it became known.</summary>
/// <param name="Side">The side, as people call it.</param>
/// <param name="Kind">Its kind: a section of a briefing.</param>
/// <param name="Summary">What happened.</param>
/// <param name="Bounds">The days on which it can have happened.</param>
/// <param name="Happened">The same in words; null where nothing is known.</param>
/// <param name="IsUncertain">Whether it is not dated to the day.</param>
/// <param name="Known">When a reader could first know it.</param>
/// <param name="KnownWords">The same in words.</param>
/// <param name="Late">How many days after it had happened at the latest that was; 0 where that cannot be said.</param>
/// <param name="Why">The page of a fact that it asserts; null where it asserts none.</param>
public sealed record TimelineAct(
    string Side,
    string Kind,
    string Summary,
    DayBounds Bounds,
    string? Happened,
    bool IsUncertain,
    Instant Known,
    string KnownWords,
    int Late,
    PageAddress? Why
)
{
    private const string NoSide = "No side";

    internal static IReadOnlyList<TimelineAct> ListAll(PageContext context, string round, Answer answer)
    {
        var names = new NameWords(context.Definition);
        var facts = answer.Facts.Select(fact => fact.Key).ToHashSet(StringComparer.Ordinal);
        var sides = context.Definition.Entities.Select(entity => entity.Name).ToList();
        return
        [
            .. answer
                .Reports.Where(report => ListFacts(report).Any(facts.Contains))
                .GroupBy(report => report.Report.Act, StringComparer.Ordinal)
                .Select(reports => Describe(context, round, names, new Act(reports.Key, ChooseTellers([.. reports]))))
                .OrderBy(act => act.Bounds.Earliest ?? act.Bounds.Latest ?? LocalDate.MinIsoValue)
                .ThenBy(act => act.Known)
                .ThenBy(act => sides.IndexOf(act.Side))
                .ThenBy(act => act.Summary, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> ListFacts(VisibleReport report) =>
        report.Asserted.Concat(report.Denied).Select(fact => fact.Key);

    // Who denies an act is heard where nobody says that it was done.
    private static IReadOnlyList<VisibleReport> ChooseTellers(IReadOnlyList<VisibleReport> reports) =>
        reports.Where(report => report.Asserted.Count > 0).ToList() is { Count: > 0 } claims ? claims : reports;

    private static TimelineAct Describe(PageContext context, string round, NameWords names, Act act)
    {
        var report = act.First.Report;
        var key = ListFacts(act.First).FirstOrDefault(key => KeptState.FindRound(key) == round);
        var bounds = act.Date.Bounds;
        return new(
            (report.Side ?? report.Actor) is { } side ? names.DisplayName(side.Id) : NoSide,
            Subjects.FindSection(key?.Split('/')[1] ?? ""),
            report.Summary,
            bounds,
            DateWords.Describe(act.Date.Text),
            !bounds.IsDay || act.Date.IsByCoverage,
            act.First.KnownFrom,
            DateWords.Describe(act.First.Publication, context.Zone),
            bounds.Latest is { } latest ? Math.Max(0, Period.DaysBetween(latest, act.First.KnownOn)) : 0,
            key is null ? null : context.Address.ToFact(key)
        );
    }
}
