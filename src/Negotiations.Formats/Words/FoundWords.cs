namespace Negotiations.Formats;

/// <summary>What became of a report, in words.</summary>
public static class FoundWords
{
    /// <summary>What a reader of a report must know of it, each in a few words; none where it stands as it
    /// was.</summary>
    public static IEnumerable<string> DescribeMarks(FoundReport found)
    {
        if (found.Status == FoundStatus.Withdrawn)
            yield return "withdrawn by a correction";
        if (found.Status == FoundStatus.Replaced)
            yield return "replaced by a later version";
        if (found.IsCorrected)
            yield return "corrected";
        if (DescribeCarried(found.Visible) is { } carried)
            yield return carried;
    }

    /// <summary>How many reports there are.</summary>
    public static string DescribeCount(Answer answer, ReportFilter filter, IReadOnlyCollection<FoundReport> found)
    {
        if (found.Count == 0 && filter.IsOfWordsAlone)
            return $"No report{(answer.Asked.IsUnbounded ? "" : " known by then")} has these words in its summary, "
                + "details, names, title or act.";
        if (found.Count == 0)
            return QuestionWords.Nothing(answer.Asked);
        var counting = found.Count(report => report.Status == FoundStatus.Counts);
        var words = $"{QuestionWords.Count(counting, "report")} of {answer.Answered.Reports}";
        return counting == found.Count ? $"{words}." : $"{words}, and {found.Count - counting} that count no more.";
    }

    /// <summary>The rounds of a report.</summary>
    public static string DescribeRounds(Report report) =>
        string.Join(", ", (report.FurtherRounds ?? []).Prepend(report.Round));

    /// <summary>
    /// What became of a report in the later versions of its article; null where there is nothing to say.
    /// </summary>
    public static string? DescribeCarried(VisibleReport visible) =>
        visible.Fate switch
        {
            CarriedStatus.Dropped => "no longer carried by its source",
            CarriedStatus.NotCompared => "not compared with the later version of its article",
            _ => null,
        };
}
