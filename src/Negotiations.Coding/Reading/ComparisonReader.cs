namespace Negotiations.Coding;

/// <summary>Reads what became of the reports of the version before.</summary>
internal static class ComparisonReader
{
    /// <summary>The comparison; what is wrong is noted.</summary>
    /// <param name="fields">Its fields.</param>
    /// <param name="context">The file of the version that is compared.</param>
    /// <param name="reports">The reports of the file, or null where it may not have them yet.</param>
    public static VersionComparison Read(YamlFields fields, FileContext context, IReadOnlySet<string>? reports)
    {
        var comparison = new VersionComparison(
            fields.Text("with", required: true) ?? "",
            [.. fields.Mappings("carries").Select(carried => ReadCarried(carried, context))],
            [.. fields.Mappings("replaces").Select(replaced => ReadReplaced(replaced, reports))],
            fields.Texts("drops") ?? []
        );
        if (comparison.With == context.Version.Version)
            fields.Error("with", $"'{context.Version.Version}' is this version itself; name the one before it");
        fields.RefuseUnknown();
        return comparison;
    }

    private static CarriedReport ReadCarried(YamlFields fields, FileContext context)
    {
        var carried = new CarriedReport(
            fields.Text("report", required: true) ?? "",
            [.. EvidenceReader.Read(fields, context).OfType<TextSpan>()]
        );
        fields.RefuseUnknown();
        return carried;
    }

    private static ReplacedReport ReadReplaced(YamlFields fields, IReadOnlySet<string>? reports)
    {
        var replaced = new ReplacedReport(
            fields.Text("new", required: true) ?? "",
            fields.Text("old", required: true) ?? ""
        );
        if (reports?.Contains(replaced.New) == false)
            fields.Error("new", $"'{replaced.New}' is not a report of this file");
        fields.RefuseUnknown();
        return replaced;
    }
}
