namespace Negotiations.Cli.Messages;

/// <summary>The message shown when coded files lack corrections that the store has.</summary>
/// <param name="reason">The reason to give in the commands.</param>
/// <param name="connection">The connection to give in the commands; null for the private store.</param>
internal sealed class MissedCorrectionsText(string reason, string? connection)
{
    private const int MostCommands = 5;

    /// <summary>Of files that were taken in, or had nothing new: their older values take nothing back.</summary>
    public IEnumerable<string> DescribeTaken(IReadOnlyList<Correction> corrections) =>
        corrections.Count == 0
            ? []
            : Commands(
                $"{QuestionWords.Count(corrections.Count, "correction")} in the store "
                    + $"{(corrections.Count == 1 ? "is" : "are")} not in these files, which have what "
                    + $"{(corrections.Count == 1 ? "it corrects" : "they correct")} as it was before; a file "
                    + $"takes no correction back. To undo {(corrections.Count == 1 ? "it" : "them")}:",
                corrections
            );

    /// <summary>Of files that were refused because of them.</summary>
    public IEnumerable<string> DescribeRefused(IReadOnlyList<Correction> corrections) =>
        corrections.Count == 0
            ? []
            : Commands(
                "the files have something as it was before "
                    + $"{QuestionWords.Count(corrections.Count, "correction")} that the store has. Take "
                    + $"{(corrections.Count == 1 ? "it" : "them")} into the files, or undo "
                    + $"{(corrections.Count == 1 ? "it" : "them")} first:",
                corrections
            );

    /// <summary>Of reports that are gone from files, and so retracted, although somebody had corrected them.</summary>
    public static IEnumerable<string> DescribeGone(IReadOnlyList<Correction> corrections) =>
        corrections.Count == 0
            ? []
            :
            [
                $"negotiations: {QuestionWords.Count(corrections.Count, "correction")} of reports that "
                    + "are gone from these files, and so retracted with them; undo the retractions that "
                    + "were not meant:",
                .. corrections.Select(correction =>
                    $"  {EventReference.Format(correction)}, "
                    + $"{CorrectionFields.Describe(correction)}{(correction.Who is { } who ? $" by {who}" : "")}: "
                    + $"{correction.Reason}"
                ),
            ];

    // What was built last is undone first.
    private IEnumerable<string> Commands(string sentence, IReadOnlyList<Correction> corrections)
    {
        var more = corrections.Reverse().Skip(MostCommands).Select(EventReference.Format).ToList();
        return corrections
            .Reverse()
            .Take(MostCommands)
            .Select(correction => CommandText.ToUndo(correction, reason, connection))
            .Prepend($"negotiations: {sentence}")
            .Concat(more.Count > 0 ? [$"  and {more.Count} more: {string.Join(", ", more)}"] : []);
    }
}
