namespace Negotiations.Coding;

/// <summary>What a coding must not contradict, beyond the form of its fields.</summary>
internal static class ReportChecks
{
    public static void OfArticle(YamlFields file, IReadOnlyList<YamlFields> fields, CodedArticle coded)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var twice in coded.Reports.Where(report => !ids.Add(report.Id)))
            At(fields, twice).Error("id", $"the report '{twice.Id}' is there twice");
        var byId = coded.Reports.DistinctBy(report => report.Id).ToDictionary(report => report.Id, StringComparer.Ordinal);
        foreach (var report in coded.Reports) OfReport(At(fields, report), report, coded.Version, byId);
        if (coded.Version.Chain.Count == 0) file.Error("chain", "has at least one link: the outlet itself");
        OfSpans(file, coded);
    }

    private static YamlFields At(IReadOnlyList<YamlFields> fields, Report report) =>
        fields.Last(field => field.Identifies(report.Id));

    private static void OfReport(YamlFields fields, Report report, ArticleVersionPublished version, Dictionary<string, Report> byId)
    {
        foreach (var id in report.PrecededBy ?? [])
        {
            if (!byId.TryGetValue(id, out var earlier)) fields.Error("precededBy", $"'{id}' is not a report of this file");
            else OfOrder(fields, report, earlier);
        }

        if (report.Evidence.Count == 0) fields.Error("evidence", "has at least one span");

        var publication = report.Known ?? version.Published;
        // A day ends up to 14 hours later elsewhere on earth: only what no zone allows is refused.
        var lastDay = publication.Time.Plus(NodaTime.Duration.FromHours(14)).InUtc().Date;
        if (report.Happened?.Bounds.Earliest > lastDay)
            fields.Error("happened", $"{report.Happened} lies after the publication: the date is that of the act of saying or doing, not of what is announced");

        OfStanding(fields, report);
        OfModality(fields, report);
        if (report is TalksScheduled { Date: null, Venue: null })
            fields.Error("details", "talks are scheduled when at least one of date and venue is given");
    }

    // Where a text says only "later", not stated would count as midday, and drag what came before it to the morning.
    private static void OfOrder(YamlFields fields, Report report, Report earlier)
    {
        if (report.Happened is { Bounds.IsDay: true } day && earlier.Happened?.Bounds == day.Bounds
            && TimeOfDay.Parse(report.TimeOfDay) < TimeOfDay.Parse(earlier.TimeOfDay))
        {
            fields.Error(
                "timeOfDay",
                $"{report.TimeOfDay ?? "not stated, which counts as midday,"} lies before the {earlier.TimeOfDay ?? "midday"} of '{earlier.Id}', which the text puts earlier on the same day; give at least that time");
        }
    }

    private static void OfStanding(YamlFields fields, Report report)
    {
        var origin = report.Chain.Count > 0 ? report.Chain[0] : null;
        var problem = (report.Standing, origin?.Kind) switch
        {
            (Standing.Own, LinkKind.Unnamed) => "'own' is a named speaker, and the chain begins with an unnamed one: own-unnamed or other",
            (Standing.Observed, LinkKind.Unnamed or LinkKind.Person) => "'observed' is what the outlet saw itself, and the chain begins with somebody else",
            (Standing.OwnUnnamed, not LinkKind.Unnamed) => "'own-unnamed' is an unnamed speaker, and the chain does not begin with one",
            (Standing.OwnUnnamed, _) when origin?.Side is null => "'own-unnamed' is a source whom the text places on a side: give the 'side' of the first link, or standing other",
            _ => null,
        };
        if (problem is not null) fields.Error("standing", problem);
    }

    private static void OfModality(YamlFields fields, Report report)
    {
        var isDone = report.Modality is Modality.Asserted or Modality.Reported or Modality.Denied;
        var problem = report switch
        {
            TalksHeld or MeetingHeld when !isDone => "a forecast or a plan is not yet held: TalksScheduled or MeetingScheduled",
            AttendanceConfirmed when !isDone && report.Modality != Modality.Planned => "a forecast or a condition confirms nothing: AttendanceReported, AttendancePossible or AttendanceConditional",
            _ => null,
        };
        if (problem is not null) fields.Error("modality", $"{Text.Of(report.Modality)} does not fit {report.GetType().Name}: {problem}");
    }

    // The same stretch of one text cannot have two hashes: one of them was taken elsewhere.
    private static void OfSpans(YamlFields file, CodedArticle coded)
    {
        var spans = coded.Reports
            .SelectMany(report => report.Evidence.Concat(report.Chain.Select(link => link.Span).OfType<TextSpan>()))
            .OfType<TextSpan>()
            .GroupBy(span => (span.Start, span.End));
        foreach (var stretch in spans.Where(group => group.Select(span => span.Sha256).Distinct().Count() > 1))
            file.Error("events", $"the span from {stretch.Key.Start} to {stretch.Key.End} is there with two different hashes");
    }
}
