namespace Negotiations.Tests.Laws;

/// <summary>Puts corrections between the events of a history: only such as a store takes in at that point.</summary>
internal static class CorrectionSimulation
{
    /// <summary>The corrections tried so far, and those that a store takes in.</summary>
    public static (int Tried, int Admitted) Total => (tried, admitted);

    private static int tried;
    private static int admitted;

    public static IReadOnlyList<DomainEvent> At(IReadOnlyList<DomainEvent> intake, Dice dice)
    {
        var corrections = new RandomCorrections(dice);
        var attempts = dice.Chance(12) ? 0 : dice.Between(9, 18);
        // Some come in between two files, most when most of the articles are there.
        var places = Enumerable
            .Range(0, attempts)
            .Select(_ =>
                AsCoded.EndOfFile(
                    intake,
                    dice.Chance(60) ? intake.Count - 1 : dice.Between(intake.Count / 3, intake.Count - 1)
                )
            )
            .ToList();
        var events = new List<DomainEvent>();
        foreach (var (place, @event) in intake.Index())
        {
            // A replay refuses a version that contradicts the times of others, and what contradicts the order of acts
            // that a
            // correction put together.
            if (!Fits(@event, events))
                continue;
            if (@event is Report && events.Any(PutsActsInOrder) && Contradicts([.. events, @event]))
                continue;
            events.Add(@event);
            foreach (var _ in places.Where(other => other == place))
                Try(corrections.Next);
            // What comes in late finds the times of what is there corrected.
            if (
                AsCoded.EndOfFile(intake, place) == place
                && AwaitsAnotherVersion(intake, place) is { } article
                && dice.Chance(30)
            )
                Try(history => corrections.CorrectPublication(article, history));
        }

        return AsCoded.WithoutVainNames(AsCoded.WithoutDangling(events));

        void Try(Func<History, Correction?> next)
        {
            var history = new History([.. events]);
            if (next(history) is not { } correction)
                return;
            Interlocked.Increment(ref tried);
            if (CorrectionRules.Refuse(history.AsRead, RecordedPlaces.FindId(correction), correction) is not null)
                return;
            Interlocked.Increment(ref admitted);
            events.Add(correction);
        }
    }

    private static bool Fits(DomainEvent @event, IReadOnlyList<DomainEvent> events) =>
        @event switch
        {
            ArticleVersionPublished version => events.Count == 0
                || VersionRules.Refuse(new History(events).AsRead, version) is null,
            Report report => events
                .OfType<ArticleVersionPublished>()
                .Any(version => version.Article == report.Article && version.Version == report.Version),
            _ => true,
        };

    // The article of a file, where a file of another version of it comes in later.
    private static string? AwaitsAnotherVersion(IReadOnlyList<DomainEvent> intake, int place) =>
        intake[place] is Report { Article: var article }
        && intake.Skip(place + 1).OfType<ArticleVersionPublished>().Any(version => version.Article == article)
            ? article
            : null;

    /// <summary>Whether a store takes in every version and every correction of a history where it stands.</summary>
    public static bool AllAdmitted(History history) =>
        history
            .Intake.Index()
            .All(at =>
                at.Item is ArticleVersionPublished
                    ? Fits(at.Item, [.. history.Intake.Take(at.Index)])
                    : at.Item is not Correction correction
                        || CorrectionRules.Refuse(
                            new History([.. history.Intake.Take(at.Index)]).AsRead,
                            RecordedPlaces.FindId(correction),
                            correction
                        )
                            is null
            );

    // Before corrections, what texts say of the order agrees with one order of the acts.
    private static bool PutsActsInOrder(DomainEvent @event) =>
        @event is ReportCorrected corrected
        && (corrected.Changes.ContainsKey("act") || corrected.Changes.ContainsKey("precededBy"));

    /// <summary>Whether the orders that texts give contradict each other at any time.</summary>
    public static bool Contradicts(IReadOnlyList<DomainEvent> events)
    {
        if (!events.Any(PutsActsInOrder))
            return false;
        var log = new History(events).AsRead;
        return log.TimesKnown.Any(time => OrderCycles.FindCycle(log.ReportsKnownBy(time)) is not null);
    }
}
