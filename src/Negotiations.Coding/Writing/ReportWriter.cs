using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Writes a report as it stands in a coded file.</summary>
/// <param name="writer">Writes its fields.</param>
/// <param name="shared">What the top of the file says.</param>
/// <param name="covers">What the article covers, as the top of the file says it.</param>
internal sealed class ReportWriter(ReportFieldWriter writer, SharedFields shared, Edtf? covers)
{
    /// <summary>The fields that begin a line: what was done, when, who says so, where it stands, in a word.</summary>
    public static IReadOnlySet<string> BeginsLine { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "details",
            "happened",
            "chain",
            "evidence",
            "summary",
            ProposalReader.Field,
        };

    /// <summary>The fields of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="json">Its JSON.</param>
    public YamlMappingNode Write(Report report, JsonObject json)
    {
        var chain = writer.WithoutTail(json["chain"]!.AsArray());
        var (day, chainName) = (shared.FindDay(json), shared.FindChain(chain));
        return YamlText.Mapping([
            ("id", YamlText.Text(report.Id)),
            ("type", YamlText.Text(report.GetType().Name)),
            .. ReportFields.All.SelectMany(field =>
                field == "happened" ? new[] { ("details", WriteDetails(report, json)), Field(field) } : [Field(field)]
            ),
            (ProposalReader.Field, WriteProposal(report.Proposed)),
        ]);

        (string, YamlNode?) Field(string field) =>
            (
                field,
                field switch
                {
                    "happened" when day is not null => YamlText.Text(day),
                    "happenedFrom" when day is not null => null,
                    "chain" when chain.Count == 0 => null,
                    "chain" when chainName is not null => YamlText.Text(chainName),
                    _ => IsThere(field, report, json) ? writer.Write(field, json) : null,
                }
            );
    }

    // What is in a store was let stand, whether or not somebody looked at it.
    private static YamlMappingNode? WriteProposal(ReportProposal? proposal) =>
        proposal is null
            ? null
            : YamlText.Line(
                ("by", YamlText.Text(proposal.By)),
                (
                    "decision",
                    YamlText.Text(proposal.Reviewer is null ? ReadProposal.Unreviewed : ReadProposal.Accepted)
                ),
                ("reviewer", EventYaml.Text(proposal.Reviewer)),
                ("edited", proposal.Edited ? YamlText.Plain("true") : null)
            );

    private bool IsThere(string field, Report report, JsonObject json) =>
        field switch
        {
            // A side that nobody wrote follows from the actor.
            "side" => report.SideIsWritten,
            // Nor is a standing that follows from the rest.
            "standing" => !report.StandingIsDerived,
            "ended" => report.Ended,
            "lookingBack" => report.LookingBack,
            "covers" => report.Covers != covers,
            "act" => report.Act != report.Id,
            "round" => report.FurtherRounds is not null || report.Round != shared.Round,
            "issue" => json[field] is not null && shared.Issue is null,
            "certainty" => report.Certainty != shared.Certainty,
            "modality" => EnumText.Format(report.Modality) != shared.Modality,
            _ => json[field] is not null,
        };

    // A detail that is left out is unknown.
    private static YamlMappingNode? WriteDetails(Report report, JsonObject json)
    {
        var details = DetailProperties
            .List(report.GetType())
            .Select(DetailProperties.FormatName)
            .Where(name => json[name] is not null)
            .Select(name => (name, (YamlNode?)EventYaml.ToYaml(json[name])))
            .ToList();
        return details.Count > 0 ? YamlText.Mapping(details) : null;
    }
}
