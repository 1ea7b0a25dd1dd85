using Negotiations.Coding;

namespace Negotiations.Cli.Messages;

/// <summary>Warnings about coded files, in lines.</summary>
internal static class LintText
{
    private const int Most = 10;

    /// <summary>The warnings, of each kind the first ones only.</summary>
    public static IEnumerable<string> Describe(IReadOnlyList<LintWarning> warnings) =>
        warnings
            .GroupBy(warning => warning.Kind)
            .SelectMany(kind =>
                kind.Take(Most)
                    .Select(warning => $"negotiations: warning: {warning}")
                    .Concat(
                        kind.Count() > Most
                            ? [$"negotiations: warning: … and {kind.Count() - Most} more of this kind"]
                            : Array.Empty<string>()
                    )
            );
}
