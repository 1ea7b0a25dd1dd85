using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Reads a file as one YAML mapping.</summary>
internal static class YamlDocument
{
    public static YamlFields Read(string path, List<CodingError> errors) =>
        ReadText(path, errors) is { } text ? Read(text, errors) : Empty(path, errors);

    /// <summary>What stands in a file; null where it cannot be read, which is noted.</summary>
    public static SubmittedFile? ReadText(string path, List<CodingError> errors)
    {
        try
        {
            return new(path, LimitedFile.ReadText(path, Limits.CodedFile, "a coded file"));
        }
        catch (UnfitFileException exception)
        {
            // The message says "it" of the file.
            Refuse(path, $"the file{exception.Message["it".Length..]}", errors);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Refuse(path, $"the file cannot be read: {exception.Message}", errors);
        }

        return null;
    }

    public static YamlFields Read(SubmittedFile coded, List<CodingError> errors)
    {
        var (path, text) = coded;
        if (text.Length > Limits.CodedFile)
            return Refuse(
                path,
                $"the file has {Limits.Format(text.Length)} characters; a coded file has at most "
                    + Limits.Format(Limits.CodedFile),
                errors
            );
        var parser = new Parser(new StringReader(text));
        try
        {
            if (ForbiddenInYaml.InText(path, text) is { } raw)
            {
                errors.Add(raw);
                return Empty(path, errors);
            }

            if (YamlShape.FindProblem(text) is { } problem)
            {
                errors.Add(new(path, problem.Line, "", problem.Message));
                return Empty(path, errors);
            }

            var yaml = new YamlStream();
            yaml.Load(parser);
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
            errors.AddRange(ForbiddenInYaml.In(path, root));
            return errors.Count > before ? Empty(path, errors) : new YamlFields(path, "", root, errors);
        }
        catch (YamlException exception)
        {
            errors.Add(
                new(
                    path,
                    (int)exception.Start.Line,
                    "",
                    $"this is not well-formed YAML: {exception.InnerException?.Message ?? exception.Message}; "
                        + "a value that has quotation marks, ': ' or ' #' in it stands whole in quotation marks"
                )
                {
                    Column = (int)exception.Start.Column,
                }
            );
            return Empty(path, errors);
        }
        catch (ArgumentException exception) when (exception.ParamName == "parser")
        {
            // So the library reports a colon with nothing before it in a list.
            var line = (int?)parser.Current?.Start.Line ?? 1;
            errors.Add(new(path, line, "", "this is not well-formed YAML: a field has no name, or no value"));
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

    public static YamlFields Empty(string path, List<CodingError> errors) =>
        new(path, "", new YamlMappingNode(), errors);
}
