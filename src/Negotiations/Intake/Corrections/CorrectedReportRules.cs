using NodaTime;

namespace Negotiations;

/// <summary>Whether reports as corrected, at any time known, still keep the rules for reports.</summary>
internal static class CorrectedReportRules
{
    /// <summary>The rules that the reports of an article break after corrections, and did not before.</summary>
    public static IEnumerable<RuleViolation> NewProblems(NegotiationLog before, NegotiationLog after, string stream) =>
        FindProblems(after, stream).Except(FindProblems(before, stream));

    private static IEnumerable<RuleViolation> FindProblems(NegotiationLog log, string stream)
    {
        var recorded = log.FindStream(stream).Events;
        var standings = new StandingRule(new NameIndex(log.Definition!));
        return recorded
            .Where(version => version.Event is ArticleVersionPublished)
            .SelectMany(version =>
                CheckVersion(
                    log.Timeline.Corrections,
                    standings,
                    version,
                    [
                        .. recorded.Where(report =>
                            report.Event is Report of && of.Version == ((ArticleVersionPublished)version.Event).Version
                        ),
                    ]
                )
            );
    }

    // What a reader could know before the first notice, and from each notice on.
    private static IEnumerable<RuleViolation> CheckVersion(
        CorrectionLog corrections,
        StandingRule standings,
        RecordedEvent version,
        IReadOnlyList<RecordedEvent> recorded
    )
    {
        var coded = (ArticleVersionPublished)version.Event;
        var published = corrections.ResolvePublication(version.Id, coded.Published).Time;
        var ids = recorded.Select(report => ((Report)report.Event).Id).ToHashSet(StringComparer.Ordinal);
        foreach (
            var time in recorded
                .SelectMany(report => corrections.NoticesOn(report.Id))
                .Distinct()
                .Order()
                .Prepend(Instant.MinValue)
        )
        {
            var reports = recorded
                .Select(report => CorrectionApplier.At(report, corrections, time))
                .OfType<Report>()
                .ToList();
            var problems = ReportRules
                .BrokenBy(reports, ids, report => report.Known?.Time ?? published)
                .Concat(reports.SelectMany(report => ReportRules.CheckSpans(report, coded.Text.Length)))
                .Concat(reports.Select(PartnerFields.FindUnequalLists).OfType<ReportProblem>())
                .Concat(
                    from report in reports
                    let problem = standings.ProblemWith(report)
                    where problem is not null
                    select new ReportProblem(report.Id, "standing", problem)
                );
            foreach (var problem in problems)
                yield return new(
                    recorded.First(report => ((Report)report.Event).Id == problem.Report).Id,
                    version.Id,
                    problem
                );
        }
    }
}
