namespace Negotiations.Coding;

/// <summary>Reads the evidence of reports.</summary>
internal static class EvidenceReader
{
    /// <summary>The spans; what is wrong is noted, and null stands for it.</summary>
    public static IReadOnlyList<TextSpan?> Read(YamlFields fields, FileContext context)
    {
        if (!context.IsShort)
            return
            [
                .. fields
                    .Mappings("evidence", required: true, notEmpty: true, context.SuggestFormat)
                    .Select(span => ReadSpan(span, context)),
            ];
        return [.. fields.Items("evidence", required: true, notEmpty: true).Select(item => ReadItem(item, context))];
    }

    private static TextSpan? ReadItem(YamlItem item, FileContext context)
    {
        if (SpanSource.IsPosition(item))
            return context.Spans.ReadPosition(item, context.Version.Text.Length);
        if (item.ReadFields() is { } fields)
            return ReadSpan(fields, context);
        if (item.Text is not null)
            return context.Spans.Find(item, AnchorKind.Words, []);
        item.Error(
            "is neither words of the article in quotation marks, nor a position such as 17-242 with its SHA-256"
        );
        return null;
    }

    private static TextSpan? ReadSpan(YamlFields fields, FileContext context)
    {
        var span = SpanReader.Read(fields, context, []);
        fields.RefuseUnknown();
        return span;
    }
}
