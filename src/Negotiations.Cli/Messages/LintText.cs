using Negotiations.Coding;

namespace Negotiations.Cli.Messages;

/// <summary>Warnings about what stands in coded files, in lines as compilers write them.</summary>
internal static class LintText
{
    private const int Most = 10;

    /// <summary>The warnings, of each kind the first ones only.</summary>
    public static IEnumerable<string> Describe(IReadOnlyList<LintWarning> warnings) =>
        warnings.GroupBy(warning => warning.Kind).SelectMany(kind => Describe([.. kind]));

    private static IEnumerable<string> Describe(List<LintWarning> kind)
    {
        foreach (var warning in kind.Take(Most))
            yield return $"{warning.File}:{warning.Line}: warning: {warning.Field}: {warning.Message}";
        if (kind.Count > Most)
            yield return $"… and {kind.Count - Most} more warnings of this kind";
    }
}
