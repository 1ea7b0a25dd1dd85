using Negotiations.Coding;
using NodaTime;

namespace Negotiations.Cli.Messages;

/// <summary>The message shown when a file changes what was corrected meanwhile.</summary>
internal static class ConflictText
{
    /// <summary>The corrections that came first, and how to build on them.</summary>
    public static IEnumerable<string> Describe(ConflictingFile file) =>
        [
            $"negotiations: {file.File}: somebody corrected what this file changes; nothing was appended",
            .. file.Corrections.SelectMany(winner => DescribeWinner(winner, file.Zone)),
            "to build on it, put this into the file and replay it again:",
            .. file.Written.Split('\n').Where(line => line.Length > 0),
            "or take the change out of the file, and give it by 'negotiations correct' with --on "
                + $"'{EventReference.Format(file.Corrections[^1].Correction)}'",
        ];

    private static IEnumerable<string> DescribeWinner(RecordedCorrection winner, DateTimeZone zone)
    {
        yield return $"  {CorrectionWords.Describe(winner, zone)}, recorded "
            + $"{DateWords.Describe(winner.Recorded.RecordedAt, zone)}";
        if (winner.Correction is ReportCorrected { Changes: var changes })
            yield return $"  {changes.ToJsonString(EventJson.Options)}";
    }
}
