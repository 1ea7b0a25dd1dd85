namespace Negotiations.Server;

/// <summary>What was recorded together, in a line.</summary>
internal static class RecordedWords
{
    // More than anybody reads in a title.
    private const int MostParts = 2;

    /// <summary>The events in words.</summary>
    /// <param name="now">The negotiation.</param>
    /// <param name="events">The events; some of those that were recorded together where they are very many.</param>
    /// <param name="batch">Their positions.</param>
    public static string Describe(State now, IReadOnlyList<RecordedEvent> events, RecordBatch batch)
    {
        var names = new NameWords(now.Definition);
        List<string> parts =
        [
            .. events
                .Select(recorded => recorded.Event)
                .OfType<ArticleVersionPublished>()
                .Select(version =>
                    $"{names.DisplayName(version.Outlet.Id)}, "
                    + $"{DateWords.Describe(version.Published.Time.InZone(now.Zone).Date)}: "
                    + Count(CountReports(events, version.Article))
                ),
            .. events
                .Select(recorded => recorded.Event)
                .OfType<Correction>()
                .Select(correction =>
                    $"Correction of {correction.Article}: {CorrectionWords.DescribeKind(correction)}"
                ),
        ];
        if (parts.Count == 0)
            parts =
            [
                .. events
                    .Select(recorded => recorded.Event)
                    .OfType<Report>()
                    .GroupBy(report => report.Article, StringComparer.Ordinal)
                    .Select(article => $"{article.Key}: {Count(article.Count())}"),
            ];
        if (parts.Count == 0)
            return events.Any(recorded => recorded.Event is NegotiationDefined)
                ? $"What the negotiation is: {now.Definition.Title}"
                : $"Recorded at position {batch.Last}";
        var more = parts.Count - MostParts;
        return string.Join("; ", parts.Take(MostParts)) + (more > 0 ? $"; and {more} more" : "");

        // Of very many events only the first were read.
        string Count(int reports) =>
            (batch.Last - events[^1].Position > 0 ? "at least " : "") + QuestionWords.Count(reports, "report");
    }

    private static int CountReports(IEnumerable<RecordedEvent> events, string article) =>
        events.Select(recorded => recorded.Event).OfType<Report>().Count(report => report.Article == article);
}
