using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Reads the coded file of an article version.</summary>
internal static class ArticleReader
{
    /// <summary>The field that says that a version has no reports, because all that it had were erased.</summary>
    public const string WithoutReports = "withoutReports";

    /// <summary>Why the outlet stands in the chain of an article of which a file gives none.</summary>
    public const string OwnChain = "published by the outlet itself";

    /// <summary>
    /// The coded article that the file gives; what is wrong with it is noted, and then it is not to be used.
    /// </summary>
    /// <param name="file">The fields of the file.</param>
    /// <param name="definition">The negotiation.</param>
    /// <param name="isDraft">Whether the file may be without reports.</param>
    /// <param name="texts">The texts of the articles; null where they are not at hand.</param>
    /// <param name="takesUnreviewed">Whether proposals that nobody has decided are reports as well.</param>
    public static ReadArticle Read(
        YamlFields file,
        NegotiationDefined definition,
        bool isDraft = false,
        ArticleTexts? texts = null,
        bool takesUnreviewed = false
    )
    {
        var names = new NameResolver(definition);
        var format = FileContextReader.ReadFormat(file);
        var held = TextReader.Read(file, isShort: format > FileContext.FirstFormat, texts);
        var spans = new SpanSource(
            held.Text is null ? null : new(held.Text),
            format > FileContext.FirstFormat
                ? SpanSource.FindHashes(file.Node)
                : new Dictionary<(int Start, int End), string>()
        );
        // A new version may say nothing but what became of the reports of the one before.
        var needsReports = !isDraft && !file.Has("compared") && !file.Has(WithoutReports);
        var context = ReadVersion(
            file,
            new FileContext(names, TextReader.CreateVersion(held.Identity)) { Format = format, Spans = spans }
        );
        var version = context.Version;
        var reports = file.Mappings("events", required: needsReports, notEmpty: needsReports);
        if (file.Flag(WithoutReports) is { } isWithout && isWithout != (reports.Count == 0))
            file.Error(WithoutReports, isWithout ? "the file has reports" : "is true, or left out");
        if (reports.Count > Limits.Reports)
            file.Error(
                "events",
                $"has {Limits.Format(reports.Count)} reports; a coded file has at most {Limits.Format(Limits.Reports)}"
            );
        var (taken, unreviewed) = ChooseReports(file, reports, isDraft || takesUnreviewed);
        var ids = taken.Select(one => one.Fields.Peek("id")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (file.Mapping("compared") is { } compared)
            version = version with { Compared = ComparisonReader.Read(compared, context, isDraft ? null : ids) };
        context = context with { Version = version };
        var covers = ReportFields.ReadCovers(file);
        var read = new List<(YamlFields Fields, Report Report, int Place)>();
        foreach (var (fields, place, proposal) in taken)
        {
            if (ReportReader.Read(fields, context, covers) is { } report)
                read.Add((fields, report with { Proposed = proposal }, place));
        }

        var coded = new CodedArticle(version, [.. read.Select(found => found.Report)]);
        var named = new Dictionary<Guid, (string Field, string Text)>();
        coded = coded with { Corrections = CorrectionReader.ReadAll(file, coded, context, named), Named = named };
        file.RefuseUnknown();
        ReportChecks.CheckArticle(file, version, [.. read.Select(found => (found.Fields, found.Report))], ids);
        TextReader.RefuseUnresolved(file, held, spans);
        return new(coded, held, spans.Anchors, file.Node)
        {
            Places = [.. read.Select(found => found.Place)],
            Unreviewed = unreviewed,
        };
    }

    // What somebody rejected is in no coding, and what nobody decided only where that is asked for.
    private static (
        IReadOnlyList<(YamlFields Fields, int Place, ReportProposal? Proposal)> Taken,
        int Unreviewed
    ) ChooseReports(YamlFields file, IReadOnlyList<YamlFields> events, bool takesUnreviewed)
    {
        var taken = new List<(YamlFields, int, ReportProposal?)>();
        var unreviewed = 0;
        for (var place = 0; place < events.Count; place++)
        {
            var proposal = ProposalReader.Read(events[place]);
            if (proposal?.Decision == ReadProposal.Rejected)
                continue;
            if (proposal is { Decision: null } && !takesUnreviewed)
                unreviewed++;
            else
                taken.Add((events[place], place, proposal?.Proposal));
        }

        if (taken.Count == 0 && events.Count > 0 && !takesUnreviewed)
            file.Error(
                "events",
                unreviewed > 0
                    ? $"none of the proposals is reviewed, and {unreviewed} are open: decide them with 'negotiations "
                        + $"review {Path.GetFileName(file.File)}', or take them as they are with 'replay --unreviewed'"
                    : "every proposal was rejected: there is nothing to take in"
            );
        return (taken, unreviewed);
    }

    private static FileContext ReadVersion(YamlFields file, FileContext context)
    {
        var (names, text) = (context.Names, context.Version.Text);
        var article = file.Text("article", required: true) ?? "";
        if (article.Length > 0)
            ReportFields.CheckIdentifier(file, "article", article);
        var negotiation = file.Text("negotiation", required: true) ?? "";
        var label = file.Text("version");
        ReportFields.CheckIdentifier(file, "version", label);
        var outlet = names.Read(file, "outlet", required: true, EntityKind.Outlet, EntityKind.Agency) ?? new("", "");
        context = FileContextReader.ReadShared(file, context);
        var chain =
            context.IsShort && !file.Has("chain") ? [CreateOwn(outlet, names)] : ChainReader.Read(file, context, null);
        return context with
        {
            Version = new ArticleVersionPublished
            {
                Article = article,
                Negotiation = negotiation,
                Version = label ?? text.Sha256[..Math.Min(12, text.Sha256.Length)],
                Outlet = outlet,
                Title = file.Text("title"),
                Language = file.Text("language"),
                Url = ReadAddress(file),
                Text = text,
                Published = PublicationReader.Read(file, "published", context.IsShort, names.Definition, required: true)
                    ?? PublicationReader.Unreadable,
                Chain = chain,
                Coder = file.Text("coder"),
            },
        };
    }

    /// <summary>The chain of an article of which a file gives none: it comes from its outlet itself.</summary>
    public static ChainLink CreateOwn(Name outlet, NameResolver names) =>
        new()
        {
            Kind = names.WithId(outlet.Id) is { Kind: EntityKind.Agency } ? LinkKind.Agency : LinkKind.Outlet,
            Name = outlet,
            Implied = OwnChain,
        };

    private static string? ReadAddress(YamlFields file)
    {
        var url = file.Text("url");
        if (url is not null && WebAddress.Parse(url) is null)
            file.Error("url", $"'{url}' is no address on the web; it begins with http:// or https://");
        return url;
    }
}

/// <summary>A coded article, as it was read.</summary>
/// <param name="Coded">What the file says.</param>
/// <param name="Text">The text to which it belongs.</param>
/// <param name="Anchors">What stands in it only as words, and where that was found.</param>
/// <param name="Root">The file as YAML.</param>
internal sealed record ReadArticle(
    CodedArticle Coded,
    ReadText Text,
    IReadOnlyList<SpanAnchor> Anchors,
    YamlMappingNode Root
)
{
    /// <summary>Where in the file each report stands, counted from 0.</summary>
    public IReadOnlyList<int> Places { get; init; } = [];

    /// <summary>How many proposals are left out because nobody has decided them.</summary>
    public int Unreviewed { get; init; }
}
