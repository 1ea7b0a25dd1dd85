namespace Negotiations.Coding;

/// <summary>Reads what became of the reports of the version before.</summary>
internal static class ComparisonReader
{
    public static VersionComparison Read(YamlFields fields, int textLength)
    {
        var comparison = new VersionComparison(
            fields.Text("with", required: true) ?? "",
            [.. fields.Mappings("carries").Select(carried => ReadCarried(carried, textLength))],
            [.. fields.Mappings("replaces").Select(ReadReplaced)],
            fields.Texts("drops") ?? []);
        fields.RefuseUnknown();
        return comparison;
    }

    private static CarriedReport ReadCarried(YamlFields fields, int textLength)
    {
        var carried = new CarriedReport(
            fields.Text("report", required: true) ?? "",
            [.. fields.Mappings("evidence", required: true, notEmpty: true).Select(span => ReadSpan(span, textLength)).OfType<TextSpan>()]);
        fields.RefuseUnknown();
        return carried;
    }

    private static ReplacedReport ReadReplaced(YamlFields fields)
    {
        var replaced = new ReplacedReport(fields.Text("new", required: true) ?? "", fields.Text("old", required: true) ?? "");
        fields.RefuseUnknown();
        return replaced;
    }

    private static TextSpan? ReadSpan(YamlFields fields, int textLength)
    {
        var span = SpanReader.Read(fields, textLength);
        fields.RefuseUnknown();
        return span;
    }
}
