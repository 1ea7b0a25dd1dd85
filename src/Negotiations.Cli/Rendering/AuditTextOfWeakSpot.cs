using Negotiations.Cli.Rendering.Words;
using Spectre.Console;

namespace Negotiations.Cli.Rendering;

/// <summary>A weak spot of the sourcing: the values it touches, what it is, and the reports that make it so.</summary>
internal static class AuditTextOfWeakSpot
{
    private const int MostReports = 6;

    private const int MostFacts = 6;

    /// <summary>The lines.</summary>
    public static Paragraph Of(WeakSpot spot, BlameWords words)
    {
        var cell = new Paragraph();
        // Where a whole article is meant, or all that one outlet heard, a count by subject says more than a list of keys.
        if (spot.Kind is WeakSpotKind.SingleOutlet || spot.Reports.Count == 0)
        {
            cell.Append($"  {spot.Sentence}{(spot.Facts.Count == 0 ? "" : $": {QuestionWords.Count(spot.Facts.Count, "value")}")}\n", Styles.Plain);
            if (spot.Kind == WeakSpotKind.SingleOutlet) cell.Append($"      {SubjectsOf(spot.Facts)}\n", Styles.Quiet);
            return cell;
        }

        if (spot.Facts.Count > 0) cell.Append($"  {string.Join("\n  ", Shortened(spot.Facts, MostFacts))}\n", Styles.Strong);
        cell.Append($"    {spot.Sentence}\n", Styles.Plain);
        Append(cell, spot.Against.Count > 0 ? "for     " : "", spot.Reports, words);
        Append(cell, "against ", spot.Against, words);
        return cell;
    }

    private static void Append(Paragraph cell, string side, IReadOnlyList<VisibleReport> reports, BlameWords words)
    {
        var lines = reports.Select(visible =>
            string.Join(" · ", new[] { ShortForm.Of(visible.Report), words.ChainOf(visible), BlameWords.GradesOf(visible) }.OfType<string>()));
        foreach (var line in Shortened([.. lines], MostReports)) cell.Append($"      {side}{line}\n", Styles.Quiet);
    }

    private static IEnumerable<string> Shortened(IReadOnlyList<string> lines, int most) =>
        lines.Count <= most ? lines : lines.Take(most - 1).Append($"and {lines.Count - most + 1} more");

    private static string SubjectsOf(IReadOnlyList<string> facts) => string.Join(", ", facts
        .GroupBy(key => string.Join('/', key.Split('/').Take(2)))
        .OrderBy(subject => subject.Key, StringComparer.Ordinal)
        .Select(subject => $"{subject.Key} {subject.Count()}"));
}
