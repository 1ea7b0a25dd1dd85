namespace Negotiations.Coding;

/// <summary>What a coding must not contradict, beyond the form of its fields.</summary>
internal static class ReportChecks
{
    /// <summary>Notes what contradicts itself.</summary>
    /// <param name="file">The fields of the whole file.</param>
    /// <param name="version">The version of the article.</param>
    /// <param name="reports">The reports that could be read, with their fields.</param>
    /// <param name="ids">The identifiers of all reports of the file, also of those that could not be read.</param>
    public static void OfArticle(
        YamlFields file, ArticleVersionPublished version, IReadOnlyList<(YamlFields Fields, Report Report)> reports, IReadOnlySet<string> ids)
    {
        var byId = new Dictionary<string, Report>(StringComparer.Ordinal);
        foreach (var (fields, report) in reports)
        {
            if (!byId.TryAdd(report.Id, report)) fields.Error("id", $"the report '{report.Id}' is there twice");
        }

        foreach (var (fields, report) in reports)
        {
            OfReport(fields, report, version);
            foreach (var id in report.PrecededBy ?? [])
            {
                if (byId.TryGetValue(id, out var earlier)) OfOrder(fields, report, earlier);
                else if (!ids.Contains(id)) fields.Error("precededBy", $"'{id}' is not a report of this file");
            }
        }

        OfSpans(file, reports.Select(pair => pair.Report));
    }

    private static void OfReport(YamlFields fields, Report report, ArticleVersionPublished version)
    {
        OfDate(fields, report, report.Known ?? version.Published);
        OfStanding(fields, report);
        OfModality(fields, report);
        if (report is TalksScheduled { Date: null, Venue: null })
            fields.Error("details", "talks are scheduled when at least one of date and venue is given");
    }

    // A day ends up to 14 hours later elsewhere on earth: only what no zone allows is refused.
    private static void OfDate(YamlFields fields, Report report, Publication publication)
    {
        var lastDay = publication.Time.Plus(NodaTime.Duration.FromHours(14)).InUtc().Date;
        if (publication != PublicationReader.Unreadable && report.Happened?.Bounds.Earliest > lastDay)
            fields.Error("happened", $"{report.Happened} lies after the publication: the date is that of the act of saying or doing, not of what is announced");
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
            (Standing.Observed, LinkKind.Unnamed or LinkKind.Person or LinkKind.Institution) => "'observed' is what the outlet saw itself, and the chain begins with somebody else",
            (Standing.Observed, _) when report.Modality is Modality.Expected or Modality.Possible => "nobody has observed what is only expected or possible: a forecast has standing other",
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
    private static void OfSpans(YamlFields file, IEnumerable<Report> reports)
    {
        var spans = reports
            .SelectMany(report => report.Evidence.Concat(report.Chain.Select(link => link.Span).OfType<TextSpan>()))
            .OfType<TextSpan>()
            .GroupBy(span => (span.Start, span.End));
        foreach (var stretch in spans.Where(group => group.Select(span => span.Sha256).Distinct().Count() > 1))
            file.Error("events", $"the span from {stretch.Key.Start} to {stretch.Key.End} is there with two different hashes");
    }
}
