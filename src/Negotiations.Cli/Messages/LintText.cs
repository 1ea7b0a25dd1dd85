using Negotiations.Coding;

namespace Negotiations.Cli.Messages;

/// <summary>Hints on what stands in coded files, in lines as compilers write them.</summary>
internal static class LintText
{
    private const int Most = 10;

    /// <summary>The hints by kind, with how many there are of each, and of each kind the first ones only.</summary>
    public static IEnumerable<string> Describe(IReadOnlyList<LintWarning> warnings) =>
        warnings.GroupBy(warning => warning.Kind).SelectMany(kind => Describe([.. kind]));

    private static string Describe(LintKind kind) =>
        kind switch
        {
            LintKind.ActWithSeveralActors => "one key for acts of several actors",
            LintKind.ActWithSeveralDates => "one key for acts of several dates",
            LintKind.DenialWithAnotherDate => "denial with another date than what it denies",
            LintKind.ActWithSeveralKeys => "several keys for what looks like one act",
            LintKind.SameText => "articles with the same text",
            LintKind.PositionWithoutIssue => "positions without an issue",
            LintKind.ReportWithoutDate => "reports without a date",
            LintKind.PartyAsPerson => "a party where a person is meant",
            LintKind.ActorIsNotOrigin => "actors who do not say what the report has them say",
            _ => Camel.Apart(kind.ToString()).ToLowerInvariant(),
        };

    private static IEnumerable<string> Describe(List<LintWarning> kind)
    {
        yield return $"negotiations: {QuestionWords.Count(kind.Count, "hint")}: {Describe(kind[0].Kind)}";
        foreach (var warning in kind.Take(Most))
            yield return $"{warning.File}:{warning.Line}: warning: {warning.Field}: {warning.Message}";
        if (kind.Count > Most)
            yield return $"… and {kind.Count - Most} more warnings of this kind";
    }
}
