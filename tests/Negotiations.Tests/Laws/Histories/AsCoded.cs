using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>Makes random reports such as a coded file may hold.</summary>
internal static class AsCoded
{
    private static readonly StandingRule Standings = new(new NameIndex(Definitions.InZone("Europe/Istanbul")));

    public static Report Fit(Report report, ArticleVersionPublished version)
    {
        var lastDay = (report.Known ?? version.Published).Time.Plus(Duration.FromHours(14)).InUtc().Date;
        report = report switch
        {
            TalksScheduled { Date: null, Venue: null } schedule => schedule with { Venue = "the bridge" },
            TalksHeld or MeetingHeld when !IsDone(report) => report with { Modality = Modality.Asserted },
            AttendanceConfirmed when !IsDone(report) => report with { Modality = Modality.Planned },
            _ => report,
        };
        if (report is { Standing: Standing.Observed, Modality: Modality.Expected or Modality.Possible })
            report = report with { Modality = Modality.Asserted };
        // What somebody else tells of him is nobody's own word.
        if (Standings.ProblemWith(report) is not null)
            report = report with
            {
                Actor = report.Chain[0].Kind is LinkKind.Person or LinkKind.Institution ? report.Chain[0].Name : null,
            };
        return report with
        {
            // The date is that of the act of saying, which does not lie after the report.
            Happened = report.Happened?.Bounds.Earliest > lastDay ? null : report.Happened,
            Covers = report.Covers?.Bounds.Earliest > lastDay ? null : report.Covers,
            Joint = FitJoint(report),
            SideIsWritten = report.Side is not null,
            Side = report.Side ?? (report.Actor is { } actor && Cast.Sides.Contains(actor) ? new("", actor.Id) : null),
            Summary = "a summary",
        };
    }

    // Who acts together with nobody acts alone, and the side of each follows from the negotiation's file.
    private static IReadOnlyList<Doer>? FitJoint(Report report)
    {
        var joint = (report.Actor is null ? [] : report.Joint ?? [])
            .Where(doer => doer.Name.Id != report.Actor!.Id)
            .Select(doer => new Doer(doer.Name, Cast.Sides.Contains(doer.Name) ? new("", doer.Name.Id) : null))
            .ToList();
        return joint.Count == 0 ? null
            : joint.SequenceEqual(report.Joint!) ? report.Joint
            : joint;
    }

    /// <summary>
    /// Whether a text can put a report after another: not where the times of their day say otherwise.
    /// </summary>
    public static bool CanFollow(Report report, Report earlier) =>
        report.Happened is not { Bounds.IsDay: true } day
        || earlier.Happened?.Bounds != day.Bounds
        || TimeOfDay.Parse(report.TimeOfDay) >= TimeOfDay.Parse(earlier.TimeOfDay);

    /// <summary>The events, where no text names a report as earlier that its file does not have.</summary>
    public static IReadOnlyList<DomainEvent> WithoutDangling(IReadOnlyList<DomainEvent> events)
    {
        var there = events.OfType<Report>().Select(report => (report.Article, report.Version, report.Id)).ToHashSet();
        return
        [
            .. events.Select(@event =>
                @event is Report { PrecededBy: { } named } report
                && named.Any(id => !there.Contains((report.Article, report.Version, id)))
                    ? report with
                    {
                        PrecededBy = named.Where(id => there.Contains((report.Article, report.Version, id))).ToList()
                            is { Count: > 0 } left
                            ? left
                            : null,
                    }
                    : @event
            ),
        ];
    }

    /// <summary>The events, where no comparison names a report that is not there: a replay refuses those.</summary>
    public static IReadOnlyList<DomainEvent> WithoutVainNames(IReadOnlyList<DomainEvent> events)
    {
        var there = events.OfType<Report>().Select(report => (report.Article, report.Version, report.Id)).ToHashSet();
        var versions = events
            .OfType<ArticleVersionPublished>()
            .ToDictionary(version => (version.Article, version.Version));
        return
        [
            .. events.Select(@event =>
                @event is ArticleVersionPublished { Compared: { } compared } version
                    ? version with
                    {
                        Compared = compared with
                        {
                            Carries =
                            [
                                .. compared.Carries.Where(carried =>
                                    Has(version.Article, compared.With, carried.Report)
                                ),
                            ],
                            Replaces =
                            [
                                .. compared.Replaces.Where(replaced =>
                                    there.Contains((version.Article, version.Version, replaced.New))
                                    && Has(version.Article, compared.With, replaced.Old)
                                ),
                            ],
                            Drops = [.. compared.Drops.Where(dropped => Has(version.Article, compared.With, dropped))],
                        },
                    }
                    : @event
            ),
        ];

        bool Has(string article, string version, string report) =>
            there.Contains((article, version, report))
            || !versions.TryGetValue((article, version), out var with)
            || (with.Compared is { } compared && Has(article, compared.With, report));
    }

    /// <summary>The last event of the file that brings in an event, from there on.</summary>
    public static int EndOfFile(IReadOnlyList<DomainEvent> intake, int place)
    {
        while (
            place + 1 < intake.Count
            && intake[place + 1] is Report next
            && FindFile(intake[place]) == (next.Article, next.Version)
        )
            place++;
        return place;
    }

    private static (string, string)? FindFile(DomainEvent @event) =>
        @event switch
        {
            ArticleVersionPublished version => (version.Article, version.Version),
            Report report => (report.Article, report.Version),
            _ => null,
        };

    /// <summary>
    /// Whether each report may stand in a file, and each version comes in with a report of its own or a comparison.
    /// </summary>
    public static bool AreAll(History history)
    {
        var reports = history.Reports.ToLookup(report => (report.Article, report.Version, report.Id));
        return history
            .Intake.Index()
            .All(at =>
                at.Item switch
                {
                    Report report => report == Fit(report, history.FindVersion(report))
                        && FitsItsOrigin(report)
                        && (report.PrecededBy ?? []).All(id =>
                            reports[(report.Article, report.Version, id)].All(earlier => CanFollow(report, earlier))
                        ),
                    ArticleVersionPublished { Compared: null } version => at.Index + 1 < history.Intake.Count
                        && history.Intake[at.Index + 1] is Report first
                        && history.FindVersion(first) == version,
                    _ => true,
                }
            );
    }

    private static bool FitsItsOrigin(Report report) =>
        (report.Standing, report.Chain[0].Kind) switch
        {
            (Standing.Own, LinkKind.Unnamed) => false,
            (Standing.Observed, var kind) => kind is LinkKind.Agency or LinkKind.Outlet,
            (Standing.OwnUnnamed, var kind) => kind == LinkKind.Unnamed,
            _ => true,
        };

    private static bool IsDone(Report report) =>
        report.Modality is Modality.Asserted or Modality.Reported or Modality.Denied;
}
