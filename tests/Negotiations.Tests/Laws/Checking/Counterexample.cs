using Negotiations.Coding;

namespace Negotiations.Tests.Laws;

/// <summary>A history that breaks a law, as people read it, and as coded files that give the same log again.</summary>
internal static class Counterexample
{
    private const string Mark = "# file: ";

    private const string Heading =
        "The same as coded files; `negotiations replay FILE` for each in its order, in an empty store, "
        + "gives this log again:";

    /// <summary>What is printed: the history in brief, and the files, to be replayed one by one.</summary>
    public static string Format(Trial trial) =>
        $"""
            {HistoryText.Describe(trial)}

            {Heading}

            {string.Join('\n', WriteFiles(trial).Select(file => $"{Mark}{file.File}\n{file.Text}"))}
            """;

    /// <summary>The files out of what was printed.</summary>
    public static IReadOnlyList<WrittenFile> Parse(string printed) =>
        [
            .. printed
                .Split($"\n{Mark}")
                .Skip(1)
                .Select(file => file.Split('\n', 2))
                .Select(parts => new WrittenFile(parts[0], parts[1])),
        ];

    private static IReadOnlyList<WrittenFile> WriteFiles(Trial trial) => WrittenFile.InSteps(trial.History.AsRead);
}
