using System.Text.RegularExpressions;

namespace Negotiations.Coding;

/// <summary>Reads spans of text.</summary>
internal static partial class SpanReader
{
    /// <summary>Whether there is any field of a span.</summary>
    public static bool IsIn(YamlFields fields, bool isShort) =>
        fields.Has("start")
        || fields.Has("end")
        || fields.Has("sha256")
        || (isShort && (fields.Has("at") || fields.Has("words")));

    /// <summary>
    /// The span that fields give: a position <c>at</c>, or <c>words</c>, or both; or <c>start</c>, <c>end</c> and
    /// <c>sha256</c>. Null where it cannot be read.
    /// </summary>
    /// <param name="fields">The fields.</param>
    /// <param name="context">The file.</param>
    /// <param name="near">Where words are looked for first.</param>
    /// <param name="name">The name that probably stands there.</param>
    public static TextSpan? Read(
        YamlFields fields,
        FileContext context,
        IReadOnlyList<TextSpan> near,
        string? name = null
    )
    {
        var words = context.IsShort ? fields.Item("words") : null;
        var at = context.IsShort ? fields.Item("at") : null;
        if (words is not null && at is null && !IsIn(fields, isShort: false))
            return context.Spans.Find(words, AnchorKind.WordsField, near);
        var span = at is null
            ? Read(fields, context.Version.Text.Length)
            : context.Spans.ReadPosition(at, context.Version.Text.Length, words?.Text, name);
        if (words is not null && span is not null)
            context.Spans.CheckWords(words, span);
        return span;
    }

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
    public static string? Hash(YamlFields fields, string name, bool required = true)
    {
        if (fields.Text(name, required) is not { } hash)
            return null;
        if (!Hexadecimal().IsMatch(hash))
            fields.Error(name, "is not a SHA-256 of 64 hexadecimal digits in lower case");
        return hash;
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hexadecimal();
}
