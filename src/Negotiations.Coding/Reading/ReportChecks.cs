namespace Negotiations.Coding;

/// <summary>Notes where the reports of a file break the rules for reports.</summary>
internal static class ReportChecks
{
    /// <summary>Notes what contradicts itself.</summary>
    /// <param name="file">The fields of the whole file.</param>
    /// <param name="version">The version of the article.</param>
    /// <param name="reports">The reports that could be read, with their fields.</param>
    /// <param name="ids">The identifiers of all reports of the file, also of those that could not be read.</param>
    public static void CheckArticle(
        YamlFields file,
        ArticleVersionPublished version,
        IReadOnlyList<(YamlFields Fields, Report Report)> reports,
        IReadOnlySet<string> ids
    )
    {
        var byId = new Dictionary<string, YamlFields>(StringComparer.Ordinal);
        foreach (var (fields, report) in reports)
        {
            if (!byId.TryAdd(report.Id, fields))
                fields.Error("id", $"the report '{report.Id}' is there twice");
        }

        foreach (
            var problem in ReportRules
                .BrokenBy([.. reports.Select(pair => pair.Report)], ids, report => KnownFrom(report, version))
                .DistinctBy(problem => problem.Field == "covers" ? problem.Message : $"{problem}")
        )
            FindFields(problem).Error(problem.Field, problem.Message);

        // What the whole article covers stands at the top of its file.
        YamlFields FindFields(ReportProblem problem) =>
            problem.Field == "events" || (problem.Field == "covers" && !byId[problem.Report].Contains("covers"))
                ? file
                : byId[problem.Report];
    }

    private static NodaTime.Instant? KnownFrom(Report report, ArticleVersionPublished version) =>
        (report.Known ?? version.Published) is var publication && publication != PublicationReader.Unreadable
            ? publication.Time
            : null;
}
