using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Reads a file as one YAML mapping.</summary>
internal static class YamlDocument
{
    /// <summary>
    /// Largest coded file in bytes: hundreds of times a long article's coding, yet soon refused when it is noise.
    /// </summary>
    public const long LargestFile = 16 << 20;

    public static YamlFields Read(string path, List<CodingError> errors)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length > LargestFile
                ? Refuse(path, $"the file has {length:N0} bytes; a coded file has at most {LargestFile:N0}", errors)
                : Read(
                    new SubmittedFile(
                        path,
                        File.ReadAllText(path, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true))
                    ),
                    errors
                );
        }
        catch (System.Text.DecoderFallbackException)
        {
            return Refuse(path, "the file is not UTF-8 text", errors);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refuse(path, $"the file cannot be read: {exception.Message}", errors);
        }
    }

    public static YamlFields Read(SubmittedFile coded, List<CodingError> errors)
    {
        var (path, text) = coded;
        if (text.Length > LargestFile)
            return Refuse(
                path,
                $"the file has {text.Length:N0} characters; a coded file has at most {LargestFile:N0}",
                errors
            );
        try
        {
            if (NullCharacters.LineIn(text) is { } raw)
            {
                errors.Add(new(path, raw, "", NullCharacters.Message));
                return Empty(path, errors);
            }

            if (YamlShape.FindProblem(text) is { } problem)
            {
                errors.Add(new(path, problem.Line, "", problem.Message));
                return Empty(path, errors);
            }

            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents.Count == 0)
                return Refuse(path, "the file is empty", errors);
            if (yaml.Documents[0].RootNode is not YamlMappingNode root)
                return Refuse(
                    path,
                    "the file is not a YAML mapping with fields such as 'article:' and 'events:'",
                    errors
                );
            if (root.Children.Count == 0)
                return Refuse(path, "the file is empty", errors);
            var before = errors.Count;
            errors.AddRange(
                NullCharacters.In(root).Select(at => new CodingError(path, at.Line, at.Field, NullCharacters.Message))
            );
            return errors.Count > before ? Empty(path, errors) : new YamlFields(path, "", root, errors);
        }
        catch (YamlException exception)
        {
            errors.Add(
                new(
                    path,
                    (int)exception.Start.Line,
                    "",
                    $"this is not well-formed YAML: {exception.InnerException?.Message ?? exception.Message}"
                )
            );
            return Empty(path, errors);
        }
        catch (InvalidOperationException)
        {
            // So the parser reports some brackets that are never closed.
            return Refuse(path, "this is not well-formed YAML: a bracket or a quotation mark is not closed", errors);
        }
    }

    private static YamlFields Refuse(string path, string message, List<CodingError> errors)
    {
        errors.Add(new(path, 0, "", message));
        return Empty(path, errors);
    }

    private static YamlFields Empty(string path, List<CodingError> errors) =>
        new(path, "", new YamlMappingNode(), errors);
}
