using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Writes the coded file of an article version.</summary>
internal static class ArticleWriter
{
    /// <summary>The file.</summary>
    /// <param name="coded">What it says.</param>
    /// <param name="log">The events that its corrections name.</param>
    /// <param name="definition">The negotiation, as it was when the file was read.</param>
    /// <param name="zone">The zone of the negotiation's file.</param>
    public static string Write(
        CodedArticle coded,
        IReadOnlyDictionary<Guid, DomainEvent> log,
        NegotiationDefined definition,
        DateTimeZone zone
    )
    {
        var version = coded.Version;
        var covers = coded.Reports.GroupBy(report => report.Covers).MaxBy(same => same.Count())?.Key;
        List<(Report Report, JsonObject Json)> reports =
        [
            .. coded.Reports.Select(report => (report, EventYaml.Serialize(report))),
        ];
        var contended = SpanWriter.FindContended([
            EventYaml.Serialize(version),
            .. reports.Select(report => report.Json),
            .. coded.Corrections.Select(EventYaml.Serialize),
        ]);
        var fields = new ReportFieldWriter(version, zone, definition, contended);
        var said = new SharedFields([
            .. reports.Select(report =>
            {
                var json = report.Json.DeepClone().AsObject();
                json["chain"] = fields.WithoutTail(json["chain"]!.AsArray());
                return json;
            }),
        ]);
        var text = new StringBuilder();
        text.Append(YamlText.Write(WriteVersion(version)));
        AppendField("text", WriteText(version.Text));
        AppendField("published", PublicationWriter.Write(version.Published, zone));
        AppendField("coder", EventYaml.Text(version.Coder));
        AppendField("covers", EventYaml.Text(covers?.Text));
        if (reports.Count > 0)
        {
            AppendField("round", EventYaml.Text(said.Round));
            AppendField("issue", said.Issue is null ? null : EventYaml.ToYaml(said.Issue));
            if (said.Certainty != FileDefaults.Certainty)
                AppendField("certainty", YamlText.Plain($"{said.Certainty}"));
            if (said.Modality != EnumText.Format(Modality.Asserted))
                AppendField("modality", EventYaml.Text(said.Modality));
        }

        if (!IsOwn(version, definition))
            AppendField("chain", fields.WriteChain(version.Chain));
        AppendMapping(said.WriteDays(), "days");
        AppendMapping(
            said.Chains.Count == 0
                ? null
                : YamlText.Mapping(
                    said.Chains.Select(chain => (chain.Name, (YamlNode?)fields.WriteChain(chain.Chain)))
                ),
            "chains"
        );
        if (version.Compared is { } compared)
            text.Append(YamlText.Write(YamlText.Mapping(("compared", WriteComparison(compared)))));
        if (reports.Count == 0)
            text.Append(
                version.Compared is null ? $"{ArticleReader.WithoutReports}: true\nevents: []\n" : "events: []\n"
            );
        else
        {
            text.Append("events:\n");
            var writer = new ReportWriter(fields, said, covers);
            foreach (var (report, json) in reports)
                text.Append(FlowLayout.WriteItem(writer.Write(report, json), "  ", ReportWriter.BeginsLine));
        }

        if (coded.Corrections.Count > 0)
        {
            var corrections = new CorrectionWriter(log, new(version, zone), zone);
            text.Append(
                YamlText.Write(
                    YamlText.Mapping(("corrections", YamlText.List([.. coded.Corrections.Select(corrections.Write)])))
                )
            );
        }

        return text.ToString();

        void AppendField(string name, YamlNode? value)
        {
            if (value is not null)
                text.Append(FlowLayout.WriteField(name, value));
        }

        void AppendMapping(YamlMappingNode? mapping, string name)
        {
            if (mapping is null)
                return;
            text.Append(name).Append(":\n");
            foreach (var (key, value) in mapping.Children)
                text.Append(FlowLayout.WriteField(YamlText.WriteInLine(key), value, "  "));
        }
    }

    /// <summary>The fields that say of which article, version and text a file is.</summary>
    public static YamlMappingNode WriteHead(
        ArticleVersionPublished version,
        NegotiationDefined definition,
        DateTimeZone zone
    )
    {
        var head = WriteVersion(version);
        head.Add("text", WriteText(version.Text));
        head.Add("published", PublicationWriter.Write(version.Published, zone));
        if (EventYaml.Text(version.Coder) is { } coder)
            head.Add("coder", coder);
        if (!IsOwn(version, definition))
            head.Add(
                "chain",
                new ReportFieldWriter(version, zone, definition, SpanWriter.FindContended([])).WriteChain(version.Chain)
            );
        return head;
    }

    private static YamlMappingNode WriteVersion(ArticleVersionPublished version) =>
        YamlText.Mapping(
            ("format", YamlText.Plain($"{FileContext.NewestFormat}")),
            ("article", YamlText.Text(version.Article)),
            ("negotiation", YamlText.Text(version.Negotiation)),
            (
                "version",
                version.Text.Sha256.StartsWith(version.Version, StringComparison.Ordinal)
                && version.Version.Length == 12
                    ? null
                    : YamlText.Text(version.Version)
            ),
            ("outlet", YamlText.Text(version.Outlet.Written)),
            ("title", EventYaml.Text(version.Title)),
            ("language", EventYaml.Text(version.Language)),
            ("url", EventYaml.Text(version.Url))
        );

    private static YamlMappingNode WriteText(TextIdentity text) =>
        YamlText.Line(
            ("file", EventYaml.Text(text.File)),
            ("sha256", YamlText.Text(text.Sha256)),
            ("length", YamlText.Plain($"{text.Length}")),
            (
                "pageRules",
                (TextReader.ChooseRules(text.File, null) ?? PageRules.First) == text.RulesForPages
                    ? null
                    : YamlText.Plain($"{text.RulesForPages}")
            )
        );

    // The chain that a file has which gives none.
    private static bool IsOwn(ArticleVersionPublished version, NegotiationDefined definition) =>
        version.Chain is [var link] && link == ArticleReader.CreateOwn(version.Outlet, new(definition));

    private static YamlMappingNode WriteComparison(VersionComparison compared) =>
        YamlText.Mapping(
            ("with", YamlText.Text(compared.With)),
            ("carries", WriteList(compared.Carries)),
            ("replaces", WriteList(compared.Replaces)),
            ("drops", compared.Drops.Count > 0 ? YamlText.List([.. compared.Drops.Select(YamlText.Text)]) : null)
        );

    private static YamlSequenceNode? WriteList<T>(IReadOnlyList<T> items)
        where T : class =>
        items.Count > 0 ? YamlText.List([.. items.Select(item => EventYaml.ToYaml(EventYaml.Serialize(item)))]) : null;
}
