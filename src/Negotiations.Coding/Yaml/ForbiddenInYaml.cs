using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Finds in coded files the characters that no text can have, as they are or escaped.</summary>
internal static class ForbiddenInYaml
{
    /// <summary>The texts that have one, in the order of their lines.</summary>
    public static IEnumerable<CodingError> In(string file, YamlNode root) =>
        YamlLines
            .Below(root, withNames: true)
            .Select(at => (at.Node, at.Path, Problem: FindProblem(at.Node)))
            .Where(at => at.Problem is not null)
            .Select(at => CodingError.At(file, at.Node, at.Path, at.Problem!))
            .OrderBy(error => error.Line)
            .ThenBy(error => error.Field, StringComparer.Ordinal);

    /// <summary>The first in a text that is not read yet; null where there is none.</summary>
    public static CodingError? InText(string file, string text) =>
        ForbiddenCharacters.FindPlace(text) is { } place
            ? new(
                file,
                1 + text.AsSpan(0, place).Count('\n'),
                "",
                ForbiddenCharacters.FindProblem(text.AsSpan(place, Math.Min(2, text.Length - place)))!
            )
            : null;

    private static string? FindProblem(YamlNode node) =>
        node is YamlScalarNode { Value: { } value } ? ForbiddenCharacters.FindProblem(value) : null;
}
