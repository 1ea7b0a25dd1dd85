namespace Negotiations.Coding;

/// <summary>A report that a version of an article has: its own, or one of an earlier version that it carries.</summary>
/// <param name="Id">Identifier of the report.</param>
/// <param name="Report">The report as the coder's corrections leave it; null where the version that it is from is not
/// at hand.</param>
/// <param name="Evidence">Where it stands in the text of this version.</param>
internal sealed record ReportInVersion(string Id, Report? Report, IReadOnlyList<TextSpan> Evidence)
{
    /// <summary>
    /// The reports that a version has, as they stand in its text; those that the coder withdrew are none.
    /// </summary>
    public static IReadOnlyList<ReportInVersion> FindAll(NegotiationLog log, ArticleVersionPublished version)
    {
        var own = FindOwn(log, version.Article, version.Version);
        var carried = (version.Compared?.Carries ?? [])
            .Where(carried => own.All(report => report.Id != carried.Report))
            .Select(carried => new ReportInVersion(
                carried.Report,
                Find(log, version, carried.Report),
                carried.Evidence
            ));
        return [.. own.Select(report => new ReportInVersion(report.Id, report, report.Evidence)), .. carried];
    }

    // Back through the versions that carry it, or do not: a text may go back to an earlier one.
    private static Report? Find(NegotiationLog log, ArticleVersionPublished version, string report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var at = version;
        while (
            seen.Add(at.Version)
            && at.Compared is { } compared
            && log.Timeline.Versions.FirstOrDefault(other =>
                other.Article == version.Article && other.Version == compared.With
            )
                is { } earlier
        )
        {
            if (FindOwn(log, earlier.Article, earlier.Version).FirstOrDefault(own => own.Id == report) is { } found)
                return found;
            at = earlier;
        }

        return null;
    }

    private static List<Report> FindOwn(NegotiationLog log, string article, string version) =>
        [
            .. log
                .Events.Where(recorded =>
                    recorded.Event is Report report
                    && report.Article == article
                    && report.Version == version
                    && !log.Timeline.Corrections.IsWithdrawnByCoder(recorded.Id)
                )
                .Select(recorded => CorrectionApplier.CodedAs(recorded, log.Timeline.Corrections)),
        ];
}
