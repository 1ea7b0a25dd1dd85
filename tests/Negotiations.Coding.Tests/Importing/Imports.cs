using System.Text.Json.Nodes;

namespace Negotiations.Coding.Tests;

/// <summary>Imports of the article about a ferry.</summary>
internal static class Imports
{
    public const string BratMapping = """
        events:
          - label: Offer
            type: TalksOffered
            actor: {from: Agent}
            target: {from: Addressee}
            modality: {from: Hypothetical, values: {"true": conditional}, default: asserted}
            chain: [{from: Source}]
            round: 2031-04
          - label: Refusal
            where: {Status: [firm, polite]}
            type: TalksRejected
            evidence: {from: [words, Reason]}
        defaults:
          round: 2031-04
          actor: {from: "^Nobody", default: Suderland}
        """;

    public const string ActMapping = """
        events:
          - label: Act
            type: {from: kind, values: {offer: TalksOffered, refusal: TalksRejected}}
            actor: {from: roles/Agent}
            chain: [{from: roles/Source}]
            round: 2031-04
        """;

    public const string TagMapping = """
        events:
          - label: offer
            type: TalksOffered
            actor: {from: actor}
            target: {from: to}
            modality: {from: modality, values: {firm: asserted, loose: possible}}
            round: 2031-04
        """;

    public static ImportedDraft Read(
        string file,
        string content,
        string? mapping,
        bool withText = true,
        bool skips = false
    ) =>
        ImportedDraft.Read(
            new(file, content),
            new()
            {
                Mapping = mapping is null ? null : ImportMapping.Read(new SubmittedFile("mapping.yaml", mapping)),
                Text = withText ? Quay.Text : null,
                SkipsUnplaced = skips,
            }
        );

    public static IReadOnlyList<CodingError> Refuse(
        string file,
        string content,
        string? mapping,
        bool withText = true
    ) => Assert.Throws<CodingException>(() => Read(file, content, mapping, withText)).Errors;

    public static string? Find(this JsonObject @event, string field) =>
        @event[field] is { } value ? value.ToString() : null;
}
