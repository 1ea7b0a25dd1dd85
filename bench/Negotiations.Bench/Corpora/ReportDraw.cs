namespace Negotiations.Bench;

/// <summary>
/// Draws how one version of an article reports acts: from whom it has them, how it dates and orders them.
/// </summary>
/// <param name="random">The source.</param>
/// <param name="cast">Who may speak.</param>
/// <param name="standings">The rule from which standings follow.</param>
internal sealed class ReportDraw(Random random, Cast cast, StandingRule standings)
{
    internal const int Stretch = 200;

    private static readonly IReadOnlyList<(int Weight, Modality Modality)> Modalities =
    [
        (66, Modality.Asserted),
        (14, Modality.Reported),
        (5, Modality.Denied),
        (6, Modality.Planned),
        (3, Modality.Expected),
        (2, Modality.Possible),
        (2, Modality.Conditional),
        (2, Modality.Demanded),
    ];

    private static readonly IReadOnlyList<string> TimesOfDay = [.. TimeOfDay.Words.Keys, "11:30", "18:05"];

    /// <summary>The reports of acts, each once, in the order of the text.</summary>
    /// <param name="version">The version.</param>
    /// <param name="acts">The acts.</param>
    /// <param name="firstPlace">Where the first of them stands in the text.</param>
    /// <param name="suffix">What tells the identifiers of the reports from those of another version.</param>
    public IReadOnlyList<Report> Draw(
        ArticleVersionPublished version,
        IReadOnlyList<InventedAct> acts,
        int firstPlace = 0,
        string suffix = ""
    )
    {
        var reports = acts.Select((act, place) => Draw(version, act, firstPlace + place, suffix)).ToList();
        // Only what really happened before: texts do not contradict each other here, as replay would refuse that.
        for (var place = 0; place < reports.Count; place++)
        {
            var other = random.Next(reports.Count);
            if (
                random.Percent(15)
                && acts[other].Number < acts[place].Number
                && CanFollow(reports[place], reports[other])
            )
                reports[place] = reports[place] with { PrecededBy = [reports[other].Id] };
        }

        return reports;
    }

    /// <summary>The links before the tail of a chain: who says it, as the text has it.</summary>
    public IReadOnlyList<ChainLink> DrawOrigin(Report content) =>
        random.Next(100) switch
        {
            < 40 when content.Actor is { } actor && cast.People.Any(person => person.Id == actor.Id) =>
            [
                CreateLink(LinkKind.Person, actor, content.Side),
            ],
            < 46 => [DrawSpokesman()],
            < 64 => [],
            < 73 => [CreateLink(LinkKind.Unnamed, random.Pick(Cast.UnnamedSources), content.Side)],
            < 82 => [CreateLink(LinkKind.Unnamed, random.Percent(50) ? random.Pick(Cast.UnnamedSources) : null, null)],
            _ => [CreateLink(LinkKind.Institution, Cast.Write(random, random.Pick(cast.Institutions)), null)],
        };

    /// <summary>A report with the standing that follows from the rest.</summary>
    public Report Derive(Report report) =>
        report with
        {
            Standing = standings.Derive(report),
            StandingIsDerived = true,
        };

    /// <summary>A span of a text.</summary>
    public static TextSpan CreateSpan(string text, int place) =>
        new(Stretch * place, (Stretch * place) + 120, Hash.Compute($"{text} {place}"));

    private Report Draw(ArticleVersionPublished version, InventedAct act, int place, string suffix)
    {
        var happened = DateDraw.Next(random, act.Day);
        var report = Vary(act.Content) with
        {
            Article = version.Article,
            Version = version.Version,
            Id = $"r{act.Number}{suffix}",
            Written = act.Content.Actor?.Written,
            Happened = happened,
            HappenedFrom = happened is null ? null : "on the day",
            TimeOfDay = random.Percent(15) ? random.Pick(TimesOfDay) : null,
            LookingBack = random.Percent(5),
            Chain = [.. DrawOrigin(act.Content), .. version.Chain],
            Modality = DrawModality(act.Content),
            Evidence = [CreateSpan(version.Text.Sha256, place)],
            Certainty = random.Next(2, 6),
            Summary = "What the article reports of this act, in one sentence of our own words.",
        };
        // A coder says a standing only to differ.
        return random.Percent(95) ? Derive(report) : report with { Standing = Standing.Other };
    }

    private Modality DrawModality(Report content)
    {
        var modality = random.Weighted(Modalities);
        var isDone = modality is Modality.Asserted or Modality.Reported or Modality.Denied;
        return content switch
        {
            TalksHeld or MeetingHeld when !isDone => Modality.Asserted,
            AttendanceConfirmed when !isDone => Modality.Planned,
            _ => modality,
        };
    }

    // Two papers do not always have the same number, or the same house.
    private Report Vary(Report content) =>
        random.Percent(8)
            ? content switch
            {
                HostilitiesReported hostilities => hostilities with { Killed = random.Next(20) },
                TalksHeld held => held with { Venue = random.Pick(cast.Places).Name },
                TalksScheduled scheduled => scheduled with { Venue = random.Pick(cast.Places).Name },
                ExchangeCarriedOut exchange => exchange with { Count = random.Next(60, 80) },
                CeasefireProposed proposed => proposed with { DurationDays = random.Pick([7, 30, 60]) },
                _ => content,
            }
            : content;

    private ChainLink DrawSpokesman()
    {
        var spokesman = random.Pick(cast.Spokesmen);
        return CreateLink(LinkKind.Person, Cast.Write(random, spokesman), null) with
        {
            SpeaksFor = spokesman.SpeaksFor,
        };
    }

    // A side that no text wrote stands in no chain.
    private static ChainLink CreateLink(LinkKind kind, Name? name, Name? side) =>
        new()
        {
            Kind = kind,
            Name = name,
            Side = side is { Written.Length: > 0 } ? side : null,
            Implied = "the sentence names nobody else",
        };

    // Not where the times of their day say otherwise.
    private static bool CanFollow(Report report, Report earlier) =>
        report.Happened is not { Bounds.IsDay: true } day
        || earlier.Happened?.Bounds != day.Bounds
        || TimeOfDay.Parse(report.TimeOfDay) >= TimeOfDay.Parse(earlier.TimeOfDay);
}
