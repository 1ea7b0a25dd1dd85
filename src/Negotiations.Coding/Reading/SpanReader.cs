using System.Text.RegularExpressions;

namespace Negotiations.Coding;

/// <summary>Reads spans of text.</summary>
internal static partial class SpanReader
{
    /// <summary>Whether there is any field of a span.</summary>
    public static bool IsIn(YamlFields fields) => fields.Has("start") || fields.Has("end") || fields.Has("sha256");

    /// <summary>
    /// The span that the fields <c>start</c>, <c>end</c> and <c>sha256</c> give; null where one of them cannot be read.
    /// </summary>
    public static TextSpan? Read(YamlFields fields, int textLength)
    {
        var start = fields.Number("start", required: true);
        var end = fields.Number("end", required: true);
        var hash = Hash(fields, "sha256");
        if (start is null || end is null || hash is null)
            return null;
        var span = new TextSpan(start.Value, end.Value, hash);
        if (span.ProblemIn(textLength) is { } problem)
            fields.Error("end", problem);
        return span;
    }

    /// <summary>A SHA-256 in lower-case hexadecimal.</summary>
    public static string? Hash(YamlFields fields, string name)
    {
        if (fields.Text(name, required: true) is not { } hash)
            return null;
        if (!Hexadecimal().IsMatch(hash))
            fields.Error(name, "is not a SHA-256 of 64 hexadecimal digits in lower case");
        return hash;
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hexadecimal();
}
