namespace Negotiations.Coding;

/// <summary>Reads the coded file of an article version.</summary>
internal static class ArticleReader
{
    /// <summary>The field that says that a version has no reports, because all that it had were erased.</summary>
    public const string WithoutReports = "withoutReports";

    /// <summary>
    /// The coded article that the file gives; what is wrong with it is noted, and then it is not to be used.
    /// </summary>
    /// <param name="file">The fields of the file.</param>
    /// <param name="definition">The negotiation.</param>
    /// <param name="isDraft">Whether the file may be without reports.</param>
    public static CodedArticle Read(YamlFields file, NegotiationDefined definition, bool isDraft = false)
    {
        var names = new NameResolver(definition);
        // A new version may say nothing but what became of the reports of the one before.
        var needsReports = !isDraft && !file.Has("compared") && !file.Has(WithoutReports);
        var version = ReadVersion(file, names);
        var reports = file.Mappings("events", required: needsReports, notEmpty: needsReports);
        if (file.Flag(WithoutReports) is { } isWithout && isWithout != (reports.Count == 0))
            file.Error(WithoutReports, isWithout ? "the file has reports" : "is true, or left out");
        if (reports.Count > Limits.Reports)
            file.Error(
                "events",
                $"has {Limits.Format(reports.Count)} reports; a coded file has at most {Limits.Format(Limits.Reports)}"
            );
        var ids = reports.Select(fields => fields.Peek("id")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (file.Mapping("compared") is { } compared)
            version = version with { Compared = ComparisonReader.Read(compared, version, isDraft ? null : ids) };
        var covers = ReportFields.ReadCovers(file);
        var read = new List<(YamlFields Fields, Report Report)>();
        foreach (var fields in reports)
        {
            if (ReportReader.Read(fields, version, names, covers) is { } report)
                read.Add((fields, report));
        }

        var coded = new CodedArticle(version, [.. read.Select(pair => pair.Report)]);
        var named = new Dictionary<Guid, (string Field, string Text)>();
        coded = coded with { Corrections = CorrectionReader.ReadAll(file, coded, names, named), Named = named };
        file.RefuseUnknown();
        ReportChecks.CheckArticle(file, version, read, ids);
        return coded;
    }

    private static ArticleVersionPublished ReadVersion(YamlFields file, NameResolver names)
    {
        var article = file.Text("article", required: true) ?? "";
        if (article.Length > 0)
            ReportFields.CheckIdentifier(file, "article", article);
        var negotiation = file.Text("negotiation", required: true) ?? "";
        var text = ReadText(file);
        var label = file.Text("version");
        ReportFields.CheckIdentifier(file, "version", label);
        var outlet = names.Read(file, "outlet", required: true, EntityKind.Outlet, EntityKind.Agency) ?? new("", "");
        var chain = file.Mappings("chain", required: true, notEmpty: true);
        return new ArticleVersionPublished
        {
            Article = article,
            Negotiation = negotiation,
            Version = label ?? text.Sha256[..Math.Min(12, text.Sha256.Length)],
            Outlet = outlet,
            Title = file.Text("title"),
            Language = file.Text("language"),
            Url = ReadAddress(file),
            Text = text,
            Published = file.Mapping("published", required: true) is { } published
                ? PublicationReader.Read(published, names.Definition)
                : PublicationReader.Unreadable,
            Chain = ChainReader.Read(chain, names, text.Length),
            Coder = file.Text("coder"),
        };
    }

    private static string? ReadAddress(YamlFields file)
    {
        var url = file.Text("url");
        if (url is not null && WebAddress.Parse(url) is null)
            file.Error("url", $"'{url}' is no address on the web; it begins with http:// or https://");
        return url;
    }

    private static TextIdentity ReadText(YamlFields article)
    {
        if (article.Mapping("text", required: true) is not { } text)
            return new("", int.MaxValue);
        var hash = SpanReader.Hash(text, "sha256") ?? "";
        var length = text.Number("length", required: true);
        if (length < 1)
            text.Error("length", "is the length of the normalised text in code points, at least 1");
        var file = text.Text("file");
        var rules = text.Number("pageRules");
        if (rules is { } version && !PageRules.IsKnown(version))
            text.Error(
                "pageRules",
                $"there is no version {version} of the rules for pages, only {PageRules.First} to {PageRules.Newest}"
            );
        text.RefuseUnknown();
        // The first rules are those of a file that names none, so both are the same coding.
        return new(hash, length >= 1 ? length.Value : int.MaxValue, file, rules == PageRules.First ? null : rules);
    }
}
