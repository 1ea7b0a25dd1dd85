using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>Reports of one act in a line: <c>2031-04-02 own 04-05 | - other 04-06 back</c>.</summary>
/// <remarks>
/// Each is a date (or <c>-</c>), a standing, the day of publication in 2031 and perhaps <c>back</c> where the text
/// looks
/// back; each stands in an article of its own.
/// </remarks>
public static class ReportsInBrief
{
    public static Act Act(string line) => new("act-1", Reports(line));

    private static IEnumerable<VisibleReport> Reports(string line)
    {
        var articles = line.Split('|', StringSplitOptions.TrimEntries)
            .Select((brief, index) => Article(brief.Split(' '), index));
        return Sample.History([.. articles]).Log.ReportsKnownBy(null);
    }

    private static SampleArticle Article(string[] words, int index) =>
        Sample
            .Article("morning-herald", $"2031-{words[2]}", $"article-{index}")
            .Says<AttendanceDeclined>("r", r =>
                r.WithAct("act-1") with
                {
                    Person = AdaBrill,
                    Happened = words[0] == "-" ? null : Edtf.Parse(words[0]),
                    Standing = Enum.Parse<Standing>(words[1].Replace("-", ""), ignoreCase: true),
                    LookingBack = words.Length > 3 && words[3] == "back",
                }
            );
}
