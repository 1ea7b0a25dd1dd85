using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Finds the character U+0000, which YAML can write, and PostgreSQL keeps in no text.</summary>
internal static class NullCharacters
{
    /// <summary>What is said of each.</summary>
    public const string Message = @"has the character U+0000 (\0), which no text can have; remove it";

    /// <summary>The texts that have it, in the order of their lines.</summary>
    public static IEnumerable<(int Line, string Field)> In(YamlNode root) =>
        YamlLines
            .Below(root, withNames: true)
            .Where(at => at.Node is YamlScalarNode { Value: { } value } && value.Contains('\0'))
            .Select(at => (Line: (int)at.Node.Start.Line, Field: at.Path))
            .OrderBy(at => at.Line)
            .ThenBy(at => at.Field, StringComparer.Ordinal);

    /// <summary>The line of the first in a text that is not read yet; null where there is none.</summary>
    public static int? LineIn(string text) =>
        text.IndexOf('\0') is >= 0 and var place ? 1 + text.AsSpan(0, place).Count('\n') : null;
}
