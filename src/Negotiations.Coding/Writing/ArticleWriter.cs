using NodaTime;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Writes the coded file of an article version.</summary>
internal static class ArticleWriter
{
    /// <summary>The file.</summary>
    /// <param name="coded">What it says.</param>
    /// <param name="log">The events that its corrections name.</param>
    /// <param name="zone">The zone of the negotiation's file.</param>
    public static string Write(CodedArticle coded, IReadOnlyDictionary<Guid, DomainEvent> log, DateTimeZone zone)
    {
        var version = coded.Version;
        // What all reports share is said once.
        var covers = coded.Reports.Select(report => report.Covers).Distinct().ToList() is [{ } shared] ? shared : null;
        var fields = new ReportFieldWriter(version, zone);
        var corrections = new CorrectionWriter(log, fields, zone);
        return YamlText.Write(
            YamlText.Mapping(
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
                ("url", EventYaml.Text(version.Url)),
                (
                    "text",
                    YamlText.Mapping(
                        ("file", EventYaml.Text(version.Text.File)),
                        ("sha256", YamlText.Text(version.Text.Sha256)),
                        ("length", YamlText.Plain($"{version.Text.Length}")),
                        ("pageRules", version.Text.PageRules is { } rules ? YamlText.Plain($"{rules}") : null)
                    )
                ),
                ("published", PublicationWriter.Write(version.Published, zone)),
                ("covers", EventYaml.Text(covers?.Text)),
                ("coder", EventYaml.Text(version.Coder)),
                ("chain", ReportFieldWriter.WriteChain(version.Chain)),
                ("compared", version.Compared is { } compared ? WriteComparison(compared) : null),
                (
                    ArticleReader.WithoutReports,
                    coded.Reports.Count == 0 && version.Compared is null ? YamlText.Plain("true") : null
                ),
                (
                    "events",
                    YamlText.List([.. coded.Reports.Select(report => ReportWriter.Write(report, fields, covers))])
                ),
                (
                    "corrections",
                    coded.Corrections.Count > 0 ? YamlText.List([.. coded.Corrections.Select(corrections.Write)]) : null
                )
            )
        );
    }

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
