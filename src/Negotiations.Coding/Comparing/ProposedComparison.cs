namespace Negotiations.Coding;

/// <summary>
/// What a new version of an article says of the version before, as far as the two texts tell: for a person to review.
/// </summary>
/// <param name="Old">The version before.</param>
/// <param name="New">The new version.</param>
/// <param name="Reports">What is proposed for each report of the version before, by its place in the old text.</param>
public sealed record ProposedComparison(
    ArticleVersionPublished Old,
    ArticleVersionPublished New,
    IReadOnlyList<ProposedOutcome> Reports
)
{
    /// <summary>The comparison as a coded file holds it; what is not decided is not in it.</summary>
    public VersionComparison Compared =>
        new(
            Old.Version,
            [.. WithStatus(CarriedStatus.Carried).Select(fate => new CarriedReport(fate.Report, fate.Evidence))],
            [.. WithStatus(CarriedStatus.Replaced).Select(fate => new ReplacedReport(fate.New!, fate.Report))],
            [.. WithStatus(CarriedStatus.Dropped).Select(fate => fate.Report)]
        );

    /// <summary>The reports for which one thing is proposed.</summary>
    public IEnumerable<ProposedOutcome> WithStatus(CarriedStatus fate) => Reports.Where(report => report.Fate == fate);

    /// <summary>The version that came out right before another one of its article; null where there is none.</summary>
    /// <param name="log">Everything that is recorded of the negotiation.</param>
    /// <param name="version">The other version, recorded or not.</param>
    public static ArticleVersionPublished? VersionBefore(NegotiationLog log, ArticleVersionPublished version) =>
        new VersionHistory(
            log.Timeline.FindVersions(version.Article)
                .Where(other => other.Version != version.Version && other.Published.Time <= version.Published.Time),
            (_, _) => null
        ).Versions.LastOrDefault();

    /// <summary>Compares the texts of two versions.</summary>
    /// <param name="log">Everything that is recorded of the negotiation, with the version before.</param>
    /// <param name="old">The version before.</param>
    /// <param name="oldText">Its text.</param>
    /// <param name="coded">The new version, with as many reports as are coded.</param>
    /// <param name="newText">Its text.</param>
    public static ProposedComparison Between(
        NegotiationLog log,
        ArticleVersionPublished old,
        NormalisedText oldText,
        CodedArticle coded,
        NormalisedText newText
    )
    {
        var texts = new TextComparison(oldText, newText);
        var standings = ReportInVersion.FindAll(log, old);
        var acts = standings
            .Select(standing => standing.Report?.Act)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return new(
            old,
            coded.Version,
            [
                .. standings
                    .OrderBy(standing => standing.Evidence.Select(span => span.Start).DefaultIfEmpty().Min())
                    .ThenBy(standing => standing.Id, StringComparer.Ordinal)
                    .Select(standing => ProposeOutcome(standing, texts, coded.Reports, acts)),
            ]
        );
    }

    private static ProposedOutcome ProposeOutcome(
        ReportInVersion standing,
        TextComparison texts,
        IReadOnlyList<Report> reports,
        IReadOnlySet<string> acts
    )
    {
        var passages = standing.Evidence.Select(texts.MatchPassage).ToList();
        if (passages.OfType<PassageMatch.Undecided>().FirstOrDefault() is { } undecided)
            return new(standing.Id, CarriedStatus.NotCompared, undecided.Reason);
        if (passages.All(passage => passage is PassageMatch.Gone))
            return new(standing.Id, CarriedStatus.Dropped, "its passage is gone, and nothing stands in its place");

        var stays = passages.All(passage => passage is PassageMatch.Stands);
        var places = passages
            .Select(passage =>
                passage switch
                {
                    PassageMatch.Stands { Span: var span } => (span.Start, span.End),
                    PassageMatch.Changed changed => (changed.Start, changed.End),
                    _ => (Start: 0, End: 0),
                }
            )
            .ToList();
        var there = standing.Report is null
            ? []
            : reports
                .Where(report =>
                    report.Evidence.Any(span => places.Any(place => span.Start < place.End && place.Start < span.End))
                )
                .ToList();
        var sameAct = there.Where(report => report.Act == standing.Report!.Act).ToList();
        // A report whose act another old report has is that one's.
        var sameKind = there
            .Where(report =>
                !acts.Contains(report.Act)
                && report.GetType() == standing.Report!.GetType()
                && report.Actor is not null
                && report.Actor.Id == standing.Report.Actor?.Id
            )
            .ToList();
        return (stays, sameAct.Count, sameKind.Count) switch
        {
            (true, 1, _) => Replaced(
                sameAct[0],
                "its passage stands unchanged, and the new file codes the same act there anew"
            ),
            (true, > 1, _) => new(
                standing.Id,
                CarriedStatus.NotCompared,
                $"its passage stands unchanged, and {Listed(sameAct)} code its act there anew"
            ),
            (true, 0, _) => new(standing.Id, CarriedStatus.Carried, "its passage stands unchanged")
            {
                Evidence = [.. passages.Cast<PassageMatch.Stands>().Select(passage => passage.Span)],
            },
            (_, 1, _) => Replaced(sameAct[0], "its passage was changed; the new report there is of the same act"),
            (_, 0, 1) => Replaced(
                sameKind[0],
                "its passage was changed; the new report there has the same type and actor, but "
                    + $"another act ('{standing.Report!.Act}' before, '{sameKind[0].Act}' now)"
            ),
            (_, > 1, _) => new(
                standing.Id,
                CarriedStatus.NotCompared,
                $"its passage was changed, and {Listed(sameAct)} of the same act stand there"
            ),
            (_, 0, > 1) => new(
                standing.Id,
                CarriedStatus.NotCompared,
                $"its passage was changed, and {Listed(sameKind)} of the same type and actor stand there"
            ),
            _ when standing.Report is null => new(
                standing.Id,
                CarriedStatus.NotCompared,
                "its passage was changed, and the coding of the version that it is from is not at hand"
            ),
            _ => new(
                standing.Id,
                CarriedStatus.NotCompared,
                "its passage was changed, and no report of the new file of the same act, or type and "
                    + "actor, stands there"
            ),
        };

        ProposedOutcome Replaced(Report report, string reason) =>
            new(standing.Id, CarriedStatus.Replaced, reason) { New = report.Id };
    }

    private static string Listed(IEnumerable<Report> reports) =>
        string.Join(" and ", reports.Select(report => $"'{report.Id}'"));
}
