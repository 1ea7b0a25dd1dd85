using NodaTime;

namespace Negotiations;

/// <summary>
/// What the reports of a version must not contradict, beyond the form of their fields: as coded, and as corrected.
/// </summary>
public static class ReportRules
{
    /// <summary>The rules that reports break.</summary>
    /// <param name="reports">The reports of one version of an article.</param>
    /// <param name="ids">The identifiers of all reports that the version has, also of those that are not among
    /// these.</param>
    /// <param name="knownFrom">When a report could be known; null where that is not known.</param>
    public static IEnumerable<ReportProblem> BrokenBy(
        IReadOnlyList<Report> reports,
        IReadOnlySet<string> ids,
        Func<Report, Instant?> knownFrom
    ) =>
        reports
            .SelectMany(report => CheckReport(report, knownFrom(report)).Concat(CheckOrders(report, reports, ids)))
            .Concat(CheckHashes(reports));

    /// <summary>The spans of a report that do not lie within its text.</summary>
    /// <param name="report">The report.</param>
    /// <param name="textLength">Length of the text in code points.</param>
    public static IEnumerable<ReportProblem> CheckSpans(Report report, int textLength)
    {
        if (report.Evidence.Count == 0)
            yield return new(report.Id, "evidence", "must not be empty");
        foreach (var (field, spans) in new[] { ("evidence", report.Evidence), ("chain", ListSpans(report.Chain)) })
        {
            foreach (var problem in spans.Select(span => span.ProblemIn(textLength)).OfType<string>())
                yield return new(report.Id, field, problem);
        }
    }

    private static IEnumerable<ReportProblem> CheckReport(Report report, Instant? knownFrom) =>
        from problem in new[]
        {
            ("happened", CheckDate(report, knownFrom)),
            ("covers", CheckCovers(report, knownFrom)),
            ("standing", CheckStanding(report)),
            ("modality", CheckModality(report)),
            (
                "details",
                report is TalksScheduled { Date: null, Venue: null, Open: not true }
                    ? "talks are scheduled when at least one of date and venue is given, or 'open' is true"
                    : null
            ),
        }
        where problem.Item2 is not null
        select new ReportProblem(report.Id, problem.Item1, problem.Item2);

    private static string? CheckDate(Report report, Instant? knownFrom) =>
        LiesAfter(report.Happened, knownFrom)
            ? $"{report.Happened} lies after the publication: the date is that of the act of saying or "
                + "doing, not of what is announced"
            : null;

    private static string? CheckCovers(Report report, Instant? knownFrom) =>
        LiesAfter(report.Covers, knownFrom)
            ? $"{report.Covers} begins after the publication: what an article covers is over when it comes out"
            : null;

    // A day ends up to 14 hours later elsewhere on earth: only what no zone allows is refused.
    private static bool LiesAfter(Edtf? date, Instant? knownFrom) =>
        knownFrom is { } known && date?.Bounds.Earliest > known.Plus(Duration.FromHours(14)).InUtc().Date;

    private static IEnumerable<ReportProblem> CheckOrders(
        Report report,
        IReadOnlyList<Report> reports,
        IReadOnlySet<string> ids
    )
    {
        foreach (var id in report.PrecededBy ?? [])
        {
            if (reports.FirstOrDefault(other => other.Id == id) is { } earlier)
            {
                if (CheckOrder(report, earlier) is { } problem)
                    yield return new(report.Id, "timeOfDay", problem);
            }
            else if (!ids.Contains(id))
                yield return new(report.Id, "precededBy", $"'{id}' is not a report of this file");
        }
    }

    // Where a text says only "later", not stated would count as midday, and drag what came before it to the morning.
    private static string? CheckOrder(Report report, Report earlier) =>
        report.Happened is { Bounds.IsDay: true } day
        && earlier.Happened?.Bounds == day.Bounds
        && TimeOfDay.Parse(report.TimeOfDay) < TimeOfDay.Parse(earlier.TimeOfDay)
            ? $"{report.TimeOfDay ?? "not stated, which counts as midday,"} lies before the "
                + $"{earlier.TimeOfDay ?? "midday"} of '{earlier.Id}', which the text puts earlier on the "
                + "same day; give at least that time"
            : null;

    private static string? CheckStanding(Report report)
    {
        var origin = report.Chain.Count > 0 ? report.Chain[0] : null;
        return (report.Standing, origin?.Kind) switch
        {
            (Standing.Own, LinkKind.Unnamed) =>
                "'own' is a named speaker, and the chain begins with an unnamed one: own-unnamed or other",
            (Standing.Observed, LinkKind.Unnamed or LinkKind.Person or LinkKind.Institution) =>
                "'observed' is what the outlet saw itself, and the chain begins with somebody else",
            (Standing.Observed, _) when report.Modality is Modality.Expected or Modality.Possible =>
                "nobody has observed what is only expected or possible: a forecast has standing other",
            (Standing.OwnUnnamed, not LinkKind.Unnamed) =>
                "'own-unnamed' is an unnamed speaker, and the chain does not begin with one",
            (Standing.OwnUnnamed, _) when origin?.Side is null =>
                "'own-unnamed' is a source whom the text places on a side: give the 'side' of the "
                    + "first link, or standing other",
            _ => null,
        };
    }

    private static string? CheckModality(Report report)
    {
        var isDone = report.Modality is Modality.Asserted or Modality.Reported or Modality.Denied;
        var problem = report switch
        {
            TalksHeld or MeetingHeld when !isDone =>
                "a forecast or a plan is not yet held: TalksScheduled or MeetingScheduled",
            AttendanceConfirmed when !isDone && report.Modality != Modality.Planned =>
                "a forecast or a condition confirms nothing: AttendanceReported, AttendancePossible "
                    + "or AttendanceConditional",
            _ => null,
        };
        return problem is null
            ? null
            : $"{EnumText.Format(report.Modality)} does not fit {report.GetType().Name}: {problem}";
    }

    // The same stretch of one text cannot have two hashes: one of them was taken elsewhere.
    private static IEnumerable<ReportProblem> CheckHashes(IReadOnlyList<Report> reports) =>
        from stretch in reports
            .SelectMany(report =>
                report
                    .Evidence.Concat(ListSpans(report.Chain))
                    .OfType<TextSpan>()
                    .Select(span => (report.Id, Span: span))
            )
            .GroupBy(found => (found.Span.Start, found.Span.End))
        where stretch.Select(found => found.Span.Sha256).Distinct().Count() > 1
        select new ReportProblem(
            stretch.Last().Id,
            "events",
            $"the span from {stretch.Key.Start} to {stretch.Key.End} is there with two different hashes"
        );

    private static IReadOnlyList<TextSpan> ListSpans(IEnumerable<ChainLink> chain) =>
        [.. chain.Select(link => link.Span).OfType<TextSpan>()];
}
