namespace Negotiations;

/// <summary>Takes a coded article into its stream.</summary>
public static class ArticleIntake
{
    /// <summary>
    /// What taking in a coding comes to. The same coding again: nothing. A new version, or new reports of a version that is
    /// there: these. A version or a report that the store has otherwise, or that is gone from the file: refused.
    /// </summary>
    /// <param name="stream">The article's stream as it stands.</param>
    /// <param name="coded">The coding.</param>
    public static IntakeDecision Decide(RecordedStream stream, CodedArticle coded)
    {
        var version = coded.Version.Version;
        var storedVersion = stream.Events
            .Select(recorded => recorded.Event)
            .OfType<ArticleVersionPublished>()
            .FirstOrDefault(stored => stored.Version == version);
        var storedReports = stream.Events
            .Select(recorded => recorded.Event)
            .OfType<Report>()
            .Where(report => report.Version == version)
            .ToDictionary(report => report.Id, StringComparer.Ordinal);

        var differences = new List<Difference>();
        var append = new List<NewEvent>();
        if (storedVersion is null) append.Add(new(EventId.OfVersion(coded.Stream, version), coded.Version));
        else differences.AddRange(Comparison.Between(storedVersion, coded.Version, coded.Version.Article));

        foreach (var report in coded.Reports)
        {
            if (storedReports.Remove(report.Id, out var stored)) differences.AddRange(Comparison.Between(stored, report, NameOf(report)));
            else append.Add(new(EventId.OfReport(coded.Stream, version, report.Id), report));
        }

        differences.AddRange(storedReports.Values.Select(gone => new Difference(NameOf(gone), null, null, null)));
        return new(coded.Stream, stream.Version, differences.Count == 0 ? append : [], differences);
    }

    private static string NameOf(Report report) => $"{report.Article}#{report.Id}";
}
