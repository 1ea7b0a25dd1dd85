namespace Negotiations.Coding;

/// <summary>Finds what is mostly a mistake in coded files of one negotiation, though they can be taken in.</summary>
public sealed class Linter
{
    private readonly NegotiationDefined definition;
    private readonly NameIndex names;
    private readonly IReadOnlyList<CodedFile> files;
    private readonly NegotiationLog? log;
    private readonly IReadOnlyList<LintedReport> reports;

    private Linter(NegotiationDefined definition, IReadOnlyList<CodedFile> files, NegotiationLog? log)
    {
        (this.definition, this.files, this.log) = (definition, files, log);
        names = new NameIndex(definition);
        reports = ListReports();
    }

    /// <summary>The warnings, by kind, each at a place in one of the files.</summary>
    /// <param name="definition">The negotiation.</param>
    /// <param name="files">Its coded articles.</param>
    /// <param name="log">All that is recorded of the negotiation, with what the files bring in; null: only the files
    /// are looked at.</param>
    public static IReadOnlyList<LintWarning> FindWarnings(
        NegotiationDefined definition,
        IReadOnlyList<CodedFile> files,
        NegotiationLog? log = null
    )
    {
        var linter = new Linter(definition, files, log);
        return
        [
            .. new[]
            {
                linter.CompareActs(),
                linter.CompareDenials(),
                linter.FindDoubledActs(),
                linter.FindSameTexts(),
                linter.reports.SelectMany(linter.CheckReport),
            }
                .SelectMany(warnings => warnings)
                .OfType<LintWarning>()
                .OrderBy(warning => warning.Kind),
        ];
    }

    // Of a report that is in the store, what corrections made of it; one that was withdrawn says nothing any more.
    private List<LintedReport> ListReports()
    {
        var stored = (log?.Timeline.Reports ?? [])
            .Where(history => history.Recorded.Event is Report { Erased: false })
            .ToDictionary(history => history.Recorded.Id, history => history.At(null)?.Report);
        List<LintedReport> all =
        [
            .. from file in files
            from report in file.Article.Reports.Index()
            let id = EventId.ForReport(file.Article.Stream, report.Item.Version, report.Item.Id)
            let current = stored.GetValueOrDefault(id, report.Item)
            where current is not null
            select new LintedReport(current, file, report.Index),
        ];
        var ofFiles = files
            .SelectMany(file => file.Article.Reports)
            .Select(report => EventId.ForReport(FindStream(report), report.Version, report.Id))
            .ToHashSet();
        return
        [
            .. all,
            .. from pair in stored
            where pair.Value is not null && !ofFiles.Contains(pair.Key)
            select new LintedReport(pair.Value, null, 0),
        ];
    }

    private static string FindStream(Report report) => StreamName.ForArticle(report.Negotiation, report.Article);

    // Each report is compared with the first of its act that contradicts it.
    private IEnumerable<LintWarning?> CompareActs()
    {
        foreach (var act in reports.Where(report => report.IsClaim).GroupBy(report => report.Report.Act))
        {
            var seen = new List<LintedReport>();
            foreach (var report in act.OrderBy(report => report.File is not null))
            {
                if (seen.FirstOrDefault(other => HaveDifferentActors(report, other)) is { } doer)
                    yield return report.Warn(
                        LintKind.ActWithSeveralActors,
                        "act",
                        $"'{act.Key}' is done by {FormatDoers(report)} here, and by {FormatDoers(doer)} in "
                            + $"{doer.Name}: are these two acts?"
                    );
                if (seen.FirstOrDefault(other => HaveDifferentDates(report, other)) is { } dated)
                    yield return report.Warn(
                        LintKind.ActWithSeveralDates,
                        "happened",
                        $"'{act.Key}' happened {report.Report.Happened} here, and {dated.Report.Happened} in "
                            + $"{dated.Name}: are these two acts?"
                    );
                seen.Add(report);
            }
        }
    }

    // A denial says when that happened, or was to happen, which it denies: not when it was denied.
    private IEnumerable<LintWarning?> CompareDenials() =>
        from act in reports.GroupBy(report => report.Report.Act, StringComparer.Ordinal)
        let claims = act.Where(report => report.IsClaim).ToList()
        from denial in act.Where(report => !report.IsClaim)
        where claims.Count > 0 && claims.All(claim => HaveDifferentDates(denial, claim))
        select denial.Warn(
            LintKind.DenialWithAnotherDate,
            "happened",
            $"the denial has the date {denial.Report.Happened}, and what it denies {claims[0].Report.Happened} in "
                + $"{claims[0].Name}: give it the date of what it denies"
        );

    private bool HaveDifferentActors(LintedReport one, LintedReport other)
    {
        var (doers, others) = (ListDoers(one), ListDoers(other));
        return doers.Count > 0
            && others.Count > 0
            && !doers.Any(doer => others.Any(same => AreOne(doer, same) || AreOne(same, doer)));
    }

    private static List<Name> ListDoers(LintedReport report) =>
        report.Person is { } person ? [person] : [.. report.Report.Doers];

    private static string FormatDoers(LintedReport report) =>
        string.Join(" and ", ListDoers(report).Select(doer => doer.Id));

    // A party acts through its people, and an institution through its spokesman.
    private bool AreOne(Name one, Name other) =>
        one.Id == other.Id
        || (names.WithId(one.Id)?.Kind == EntityKind.Party && names.FindSide(other.Id) == one.Id)
        || names.WithId(other.Id)?.SpeaksFor == one.Id;

    private static bool HaveDifferentDates(LintedReport one, LintedReport other) =>
        one.Report.Happened is { } date
        && other.Report.Happened is { } otherDate
        && date.Bounds.Intersect(otherDate.Bounds).IsEmpty;

    private IEnumerable<LintWarning?> FindDoubledActs() =>
        from same in reports
            .Where(report => report is { IsClaim: true, Report: { Actor: not null, Happened.Bounds.IsDay: true } })
            .GroupBy(report =>
                (
                    report.Report.GetType(),
                    report.Report.Actor!.Id,
                    report.Report.Round,
                    report.Report.Happened!.Bounds.Earliest,
                    Person: report.Person?.Id,
                    Issue: report.Report.Issue?.Id
                )
            )
        let first = same.OrderBy(report => report.File is not null).First()
        from report in same.DistinctBy(report => report.Report.Act)
        where report.Report.Act != first.Report.Act && !(IsStatement(report) && IsInSameText(report, first))
        select report.Warn(
            LintKind.ActWithSeveralKeys,
            "act",
            $"'{report.Report.Act}' has type, actor, round and day of '{first.Report.Act}' in {first.Name}: is it the "
                + "same act? Then give it the same key"
        );

    // In one text somebody states many things; that two papers have two statements of one day is worth a look.
    private static bool IsStatement(LintedReport report) =>
        report.Report.GetType().Name is var type
        && (type.EndsWith("Stated", StringComparison.Ordinal) || type.EndsWith("Made", StringComparison.Ordinal));

    private static bool IsInSameText(LintedReport one, LintedReport other) =>
        (one.Report.Article, one.Report.Version) == (other.Report.Article, other.Report.Version);

    private IEnumerable<LintWarning?> FindSameTexts()
    {
        var links = (log?.Timeline.Corrections.All ?? [])
            .Where(correction => log!.Timeline.Corrections.IsInForce(correction, null))
            .Select(correction => correction.Correction)
            .Concat(files.SelectMany(file => file.Article.Corrections))
            .OfType<ArticlesLinked>()
            .SelectMany(link => new[] { (link.Article, link.Other), (link.Other, link.Article) })
            .ToHashSet();
        var versions = files
            .Select(file => (File: (CodedFile?)file, file.Article.Version))
            .Concat((log?.Timeline.Versions ?? []).Select(version => (File: (CodedFile?)null, Version: version)))
            .ToList();
        foreach (var file in files)
        {
            var version = file.Article.Version;
            if (
                versions.FirstOrDefault(other =>
                    other.Version.Text.Sha256 == version.Text.Sha256
                    && other.Version.Article != version.Article
                    && !links.Contains((version.Article, other.Version.Article))
                    // Of two files of one replay, one is told.
                    && (other.File is null || string.CompareOrdinal(other.Version.Article, version.Article) < 0)
                ) is
                { Version: { } same }
            )
                yield return new(
                    LintKind.SameText,
                    file.File,
                    file.Find("text.sha256").Line,
                    "text.sha256",
                    $"'{version.Article}' has the text of '{same.Article}', and their origins count twice; link them "
                        + $"with a correction: {{id: one-text, by: coder, reason: …, link: {same.Article}}}"
                );
        }
    }

    private IEnumerable<LintWarning?> CheckReport(LintedReport linted)
    {
        var report = linted.Report;
        if (report is PositionStated { Issue: null } && definition.Issues.Count > 0)
            yield return linted.Warn(
                LintKind.PositionWithoutIssue,
                "issue",
                "the position bears on no issue, so it is compared with nothing; there are "
                    + string.Join(", ", definition.Issues.Select(issue => issue.Id))
            );
        if (report is { Happened: null, Covers: null, LookingBack: false })
            yield return linted.Warn(
                LintKind.ReportWithoutDate,
                "happened",
                "the report has no date, so its act stands before everything; say with 'covers:' at the top of the "
                    + "file which days the article covers"
            );
        // A party was there; but that a party comes, or stays away, is said of the person whom it sends.
        if (
            linted.Person is { } person
            && names.WithId(person.Id)?.Kind == EntityKind.Party
            && report.GetType().Name != "AttendanceAttended"
        )
            yield return linted.Warn(
                LintKind.PartyAsPerson,
                $"details.{linted.PersonField}",
                $"'{person.Written}' is a party, and here a person is meant"
            );
        if (new StandingRule(names).IsSaidByOthers(report))
            yield return linted.Warn(
                LintKind.ActorIsNotOrigin,
                "actor",
                $"'{report.Actor!.Written}' is given as who says it, and the chain begins with "
                    + $"'{report.Chain[0].Name?.Written}'; is the actor who says it, and the chain right?"
            );
    }
}
