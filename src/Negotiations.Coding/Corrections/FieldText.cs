using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Reads the value of one field as somebody writes it in a command.</summary>
internal static class FieldText
{
    /// <summary>
    /// A list, a mapping or a quoted text in YAML or JSON, which begins with <c>[</c>, <c>{</c>, a quotation mark or
    /// <c>- </c>; everything else is a plain value, whatever is in it.
    /// </summary>
    /// <exception cref="FormatException">It is not well-formed.</exception>
    public static YamlNode Read(string text)
    {
        var trimmed = text.Trim();
        if (ForbiddenCharacters.FindProblem(text) is { } forbidden)
            throw new FormatException(forbidden);
        if (
            trimmed.Length == 0
            || (trimmed[0] is not ('[' or '{' or '"' or '\'') && !trimmed.StartsWith("- ", StringComparison.Ordinal))
        )
            return new YamlScalarNode(trimmed) { Style = ScalarStyle.Plain };
        try
        {
            if (YamlShape.FindProblem(trimmed) is { } problem)
                throw new FormatException(problem.Message);
            var yaml = new YamlStream();
            yaml.Load(new StringReader(trimmed));
            var root = yaml.Documents[0].RootNode;
            return ForbiddenInYaml.In("", root).FirstOrDefault() is { } escaped
                ? throw new FormatException(escaped.Message)
                : root;
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException)
        {
            throw new FormatException($"'{text}' is neither JSON nor YAML: {exception.Message}", exception);
        }
    }
}
