using Spectre.Console;

namespace Negotiations.Cli.Rendering;

/// <summary>What is wrong with the text of an article version, or with spans in it.</summary>
internal static class AuditedVersionText
{
    /// <summary>The lines; none where nothing is wrong.</summary>
    public static Paragraph Render(AuditedVersion audited)
    {
        var cell = new Paragraph();
        if (audited.Status == TextStatus.Differs)
        {
            var difference = audited.IsUnreadable
                ? $"it cannot be read: {audited.Problem}; none of its reports was checked"
                : audited.Problem;
            cell.Append(
                $"  {EventReference.Format(audited.Version)}: text differs, {audited.Held!.File}: {difference}\n",
                Styles.Removed
            );
        }

        foreach (var (stray, problem) in audited.Strays)
            cell.Append(
                $"  {EventReference.Format(audited.Version)}: text differs in a further file of its "
                    + $"name, {stray.Path}: {problem}\n",
                Styles.Removed
            );
        foreach (var report in audited.Reports.Where(report => report.Faults.Count > 0))
            Append(cell, report);
        var unmoved = audited.Reports.Where(report => report.IsOrphaned && report.Faults.Count == 0).ToList();
        if (unmoved.Count > 0)
            cell.Append(
                "    orphaned with the text, though their own words stand where they stood: "
                    + $"{string.Join(", ", unmoved.Select(report => report.Name))}\n",
                Styles.Plain
            );
        return cell;
    }

    private static void Append(Paragraph cell, AuditedReport report)
    {
        var status =
            report.IsOrphaned ? "orphaned"
            : report.IsWithdrawn ? "withdrawn"
            : "anchored";
        cell.Append($"    {report.Name}: {status}\n", report.IsOrphaned ? Styles.Removed : Styles.Quiet);
        foreach (var fault in report.Faults)
            cell.Append($"      {fault.Describe()}\n", Styles.Plain);
    }
}
