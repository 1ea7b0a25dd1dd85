using Spectre.Console;

namespace Negotiations.Cli.Rendering;

/// <summary>
/// Weak spots of which the same is to be said: once what it is, then the values, with the reports that make it so.
/// </summary>
internal static class SourcingIssuesText
{
    private const int MostReports = 6;

    /// <summary>The lines.</summary>
    /// <param name="spots">The weak spots of one sentence, at least one.</param>
    /// <param name="words">Reports in words.</param>
    /// <param name="said">Facts in words.</param>
    public static Paragraph Render(IReadOnlyList<SourcingIssue> spots, BlameWords words, IssueFacts said)
    {
        var facts = spots.SelectMany(spot => spot.Facts).Distinct().ToList();
        var isOfArticle = spots[0].Kind == SourcingIssueKind.SingleOutlet || spots[0].Reports.Count == 0;
        var count =
            facts.Count > 1 || (isOfArticle && facts.Count > 0)
                ? $" ({QuestionWords.Count(facts.Count, "value")})"
                : "";
        var cell = new Paragraph().Append($"  {spots[0].Sentence}{count}\n", Styles.Plain);
        // Where a whole article is meant, or all that one outlet tells, a count by subject says more than a list of
        // keys.
        if (spots[0].Kind == SourcingIssueKind.SingleOutlet)
            cell.Append($"      {said.DescribeCounts(facts)}\n", Styles.Quiet);
        if (isOfArticle)
            return cell;
        foreach (var spot in spots)
        {
            foreach (var key in spot.Facts)
                cell.Append($"    {said.Describe(key)}", Styles.Strong).Append($" · {key}\n", Styles.Quiet);
            Append(cell, spot.Against.Count > 0 ? "for     " : "", spot.Reports, words);
            Append(cell, "against ", spot.Against, words);
        }

        return cell;
    }

    private static void Append(Paragraph cell, string side, IReadOnlyList<VisibleReport> reports, BlameWords words)
    {
        var name = EventReference.FormatAmong(reports.Select(visible => visible.Report));
        var most = reports.Count <= MostReports ? reports.Count : MostReports - 1;
        foreach (var visible in reports.Take(most))
        {
            var line = string.Join(
                " · ",
                new[]
                {
                    name(visible.Report),
                    words.DescribeChain(visible),
                    BlameWords.DescribeGrades(visible),
                }.OfType<string>()
            );
            cell.Append($"      {side}{line}\n", Styles.Quiet);
        }

        if (most < reports.Count)
            cell.Append($"      {side}and {reports.Count - most} more\n", Styles.Quiet);
    }
}
