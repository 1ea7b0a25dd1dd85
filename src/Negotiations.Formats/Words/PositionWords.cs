using NodaTime;

namespace Negotiations.Formats;

/// <summary>Where sides stand, in words.</summary>
public sealed class PositionWords(NameWords names, DateTimeZone zone)
{
    private readonly SourceWords sources = new(names, zone);

    /// <summary>The side; where a line has none, who spoke.</summary>
    public string DescribeSide(PositionLine line) => names.DisplayName(line.Side);

    /// <summary>A line in words, with the stance.</summary>
    public static string Describe(StatedPosition stated)
    {
        if (stated.Claim.IsDenial)
            return "denied";
        var words = stated.Words ?? stated.Topic ?? "";
        return string.IsNullOrEmpty(stated.Stance) ? words : $"{Camel.Apart(stated.Stance)}: {words}";
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

    /// <summary>What a reader should know beside the line, each in a few words.</summary>
    public static IEnumerable<string> DescribeMarks(PositionLine line)
    {
        if (line.Change is PositionChange.New or PositionChange.Gone or PositionChange.Moved)
            yield return EnumText.Format(line.Change.Value);
        if (line.Change == PositionChange.Restated)
            yield return "said again in other words";
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
    /// of the side that was another; null where there is none.
    /// </summary>
    public string? DescribeBefore(PositionLine line) =>
        FindBefore(line) is { } before
            ? string.Join(
                " · ",
                new[] { Describe(before), DescribeDate(before), DescribeSource(before) }.OfType<string>()
            )
            : null;

    /// <summary>The line before that is to be shown.</summary>
    public static StatedPosition? FindBefore(PositionLine line) => line.Change is null ? line.MovedFrom : line.Before;

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
