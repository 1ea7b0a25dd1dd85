using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Reads a file as one YAML mapping.</summary>
internal static class YamlDocument
{
    /// <summary>Largest coded file in bytes: hundreds of times a long article's coding, yet soon refused when it is noise.</summary>
    public const long LargestFile = 16 << 20;

    public static YamlFields Read(string path, List<CodingError> errors)
    {
        var empty = new YamlFields(path, "", new YamlMappingNode(), errors);
        try
        {
            var length = new FileInfo(path).Length;
            if (length > LargestFile)
                return Refuse($"the file has {length:N0} bytes; a coded file has at most {LargestFile:N0}");
            var text = File.ReadAllText(path, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
            if (YamlShape.FindProblem(text) is { } problem)
            {
                errors.Add(new(path, problem.Line, "", problem.Message));
                return empty;
            }

            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents.Count == 0) return Refuse("the file is empty");
            if (yaml.Documents[0].RootNode is not YamlMappingNode root) return Refuse("the file is not a YAML mapping with fields such as 'article:' and 'events:'");
            if (root.Children.Count == 0) return Refuse("the file is empty");
            return new YamlFields(path, "", root, errors);
        }
        catch (YamlException exception)
        {
            errors.Add(new(path, (int)exception.Start.Line, "", $"this is not well-formed YAML: {exception.InnerException?.Message ?? exception.Message}"));
            return empty;
        }
        catch (InvalidOperationException)
        {
            // So the parser reports some brackets that are never closed.
            return Refuse("this is not well-formed YAML: a bracket or a quotation mark is not closed");
        }
        catch (System.Text.DecoderFallbackException)
        {
            return Refuse("the file is not UTF-8 text");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refuse($"the file cannot be read: {exception.Message}");
        }

        YamlFields Refuse(string message)
        {
            errors.Add(new(path, 0, "", message));
            return empty;
        }
    }
}
