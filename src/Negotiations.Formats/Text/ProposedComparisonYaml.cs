using System.Text.RegularExpressions;
using Negotiations.Coding;

namespace Negotiations.Formats;

/// <summary>A proposed comparison as the block of a coded file, with the reasons as comments.</summary>
public static partial class ProposedComparisonYaml
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(ProposedComparison proposed)
    {
        List<string> lines =
        [
            $"# Proposed from the texts of {EventReference.Format(proposed.Old)} and "
                + $"{EventReference.Format(proposed.New)}; review it before you replay it.",
            "compared:",
            $"  with: {Scalar(proposed.Old.Version)}",
        ];
        AddList("carries", CarriedStatus.Carried, fate =>
            [
                $"    - report: {Scalar(fate.Report)}",
                "      evidence:",
                .. fate.Evidence.Select(span =>
                    $"        - {{start: {span.Start}, end: {span.End}, sha256: {Scalar(span.Sha256)}}}"
                ),
            ]
        );
        AddList("replaces", CarriedStatus.Replaced, fate =>
            [$"    - {{new: {Scalar(fate.New!)}, old: {Scalar(fate.Report)}}}"]
        );
        AddList("drops", CarriedStatus.Dropped, fate => [$"    - {Scalar(fate.Report)}"]);
        lines.Add("# What is not listed was not compared.");
        lines.AddRange(
            proposed
                .WithStatus(CarriedStatus.NotCompared)
                .Select(fate => $"# not compared: {fate.Report}: {fate.Reason}")
        );
        return string.Join('\n', lines);

        void AddList(string name, CarriedStatus fate, Func<ProposedOutcome, IEnumerable<string>> write)
        {
            var reports = proposed.WithStatus(fate).ToList();
            if (reports.Count == 0)
                return;
            lines.Add($"  {name}:");
            foreach (var report in reports)
                lines.AddRange([$"    # {report.Report}: {report.Reason}", .. write(report)]);
        }
    }

    // Digits alone, or a word such as null, would not be a text.
    private static string Scalar(string text) =>
        PlainText().IsMatch(text)
        && text is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n")
            ? text
            : $"\"{text}\"";

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex PlainText();
}
