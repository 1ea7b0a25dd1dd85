using NodaTime;

namespace Negotiations.Formats;

/// <summary>Where sides stand, in words.</summary>
public sealed class PositionWords(NameWords names, DateTimeZone zone)
{
    // The others are no things that can be counted, or have several facts each.
    private static readonly HashSet<string> Countable =
    [
        "accusation",
        "answer",
        "assessment",
        "concession",
        "deadline",
        "demand",
        "dismissal",
        "finding",
        "invitation",
        "meeting",
        "offer",
        "precondition",
        "proposal",
        "threat",
        "violation",
    ];

    private readonly SourceWords sources = new(names, zone);

    /// <summary>The side; where a line has none, who spoke.</summary>
    public string DescribeSide(PositionLine line) => names.DisplayName(line.Side);

    /// <summary>A line in words, with the stance, and with the topic where that is not the issue itself.</summary>
    public static string Describe(StatedPosition stated, Issue issue)
    {
        if (stated.Claim.IsDenial)
            return "denied";
        var isOnTopic =
            stated.Words is null
            || string.IsNullOrEmpty(stated.Topic)
            || new[] { issue.Id, issue.Name }
                .Concat(issue.Spellings)
                .Contains(stated.Topic, StringComparer.OrdinalIgnoreCase);
        var head = string.Join(
            ", ",
            new[]
            {
                string.IsNullOrEmpty(stated.Stance) ? null : Camel.Apart(stated.Stance),
                isOnTopic ? null : $"on {stated.Topic}",
            }.OfType<string>()
        );
        var words = stated.Words ?? stated.Topic ?? "";
        return head.Length == 0 ? words : $"{head}: {words}";
    }

    /// <summary>When it was said; null where nothing says so.</summary>
    public static string? DescribeDate(StatedPosition stated) =>
        DateWords.Describe(stated.Claim.Act.Date.Text) is { } words
            ? words + (stated.Claim.Act.Date.IsByCoverage ? $" ({FactLine.ByCoverage})" : "")
            : null;

    /// <summary>Who says so, and where it stands.</summary>
    public string DescribeSource(StatedPosition stated) =>
        $"{sources.DescribeOrigin(stated.Source)} · {sources.DescribeArticle(stated.Source)}";

    /// <summary>Since when the line has been known.</summary>
    public string DescribeSince(PositionLine line) =>
        DateWords.Describe(line.Since, zone, line.Fact.Resolution.All.SelectMany(claim => claim.Reports));

    /// <summary>What became of the line since the time with which it is compared; null where that is nothing, or
    /// without such a time.</summary>
    public static string? DescribeChange(PositionLine line) =>
        line.Change switch
        {
            PositionChange.New or PositionChange.Gone or PositionChange.Moved => EnumText.Format(line.Change.Value),
            PositionChange.Another => "another line",
            PositionChange.Restated => "said again in other words",
            _ => null,
        };

    /// <summary>What a reader should know beside the line, each in a few words.</summary>
    public static IEnumerable<string> DescribeMarks(PositionLine line)
    {
        if (DescribeChange(line) is { } change)
            yield return change;
        if (line.Fact.Disputed)
            yield return "disputed";
        foreach (
            var flag in line
                .Fact.Flags.Where(flag => flag != FactFlag.DatedByCoverage)
                .Select(FactLine.DescribeFlag)
                .OfType<string>()
        )
            yield return flag;
    }

    /// <summary>
    /// What the line was before, with its date and source: at the time with which it is compared, or else the last line
    /// of the side that was another, as where it had none at that time; null where there is none.
    /// </summary>
    public string? DescribeBefore(PositionLine line, Issue issue) =>
        (IsComparedWith(line) ? line.Before : line.AnotherBefore) is { } before
            ? string.Join(
                " · ",
                new[] { Describe(before, issue), DescribeDate(before), DescribeSource(before) }.OfType<string>()
            )
            : null;

    /// <summary>What the line before is called: another one, unless the side has moved from it.</summary>
    public static string NameBefore(PositionLine line) =>
        !IsComparedWith(line) && line.MovedFrom is null ? "another line before" : "before";

    // What was not there then has nothing of then to be compared with.
    private static bool IsComparedWith(PositionLine line) => line.Change is not (null or PositionChange.New);

    /// <summary>What else is known on an issue, and how to see it; null where that is nothing.</summary>
    public static string? DescribeAlso(IssuePositions issue, string talks) =>
        issue.Also.Count == 0
            ? null
            : $"also: {string.Join(", ", issue.Also.Select(Count))}: state {talks} --issue {issue.Issue.Id}";

    private static string Count(CountedSubject counted) =>
        counted.Subject switch
        {
            "force-threat" => counted.Count == 1 ? "1 threat of force" : $"{counted.Count} threats of force",
            "venue-offer" => QuestionWords.Count(counted.Count, "venue offer"),
            var subject when Countable.Contains(subject) => QuestionWords.Count(counted.Count, subject),
            var subject => $"{QuestionWords.Count(counted.Count, "fact")} on {Camel.Apart(subject)}",
        };

    /// <summary>How many positions bear on no issue; null where there is none.</summary>
    public static string? DescribeWithoutIssue(IReadOnlyCollection<string> keys) =>
        keys.Count == 0 ? null
        : keys.Count == 1 ? "1 position without an issue is not in the table."
        : $"{keys.Count} positions without an issue are not in the table.";

    /// <summary>What was asked, and with which time it is compared.</summary>
    public static string DescribeAsked(PositionTable table) =>
        QuestionWords.Asked(table.Answer.Asked, table.Answer.Zone)
        + (
            table.Before?.Asked.KnownBy is { } since
                ? $", beside what was known by {DateWords.DescribeBound(since, table.Answer.Zone)}"
                : ""
        );
}
