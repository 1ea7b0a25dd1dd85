namespace Negotiations.Coding.Tests;

/// <summary>A draft of the lake talks: two proposals, and a report that somebody coded by hand.</summary>
internal static class Drafts
{
    public static string Text { get; } =
        $$"""
            # a draft
            format: 2
            article: herald-1
            negotiation: lake
            outlet: The Herald
            text: {file: herald-1.txt, sha256: {{LakeTalks.A}}, length: 2000}
            published: 2031-04-02T18:30+03:00
            chain: {name: The Herald, implied: published by the outlet itself}
            round: 2031-04
            events:

              # the first one
              - id: offer
                type: TalksOffered
                actor: President Brill
                target: Ostrelia
                # the reader wrote this
                details:
                  form: direct talks
                  venues: [Pier house, Old mill]
                happened: 2031-04-02
                chain: {name: Ada Brill, at: 20-30 {{LakeTalks.A}}}
                evidence: 40-50 {{LakeTalks.A}}
                summary: Brill offered talks.
                proposed:
                  by: rule talks-offered/2
                  confidence: 0.71
                  sentence: 38-60
                  acts: [varland-offers-talks, other-act]

              - id: stays-away
                type: AttendanceDeclined
                actor: Keel
                details: {person: Tomas Keel, event: Lake talks, kind: announced}
                chain: {name: Keel, at: 60-70 {{LakeTalks.A}}}
                modality: reported
                evidence: 80-90 {{LakeTalks.A}}
                summary: Keel will not come.
                proposed:
                  by: model small
                  confidence: 0.6

              - id: pause
                type: CeasefireProposed
                actor: Merin
                details: {durationDays: 10, unconditional: true, scope: null}
                evidence: 100-110 {{LakeTalks.A}}
                summary: Merin proposed a pause of ten days.

            # the end

            """;

    public static DraftFile Read() => DraftFile.Read(new SubmittedFile("draft.yaml", Text));

    public static async Task<CodedArticle> ReplayedAsync(string text, bool takesUnreviewed = false) =>
        Assert.Single((await ReadAsync(text, takesUnreviewed)).Articles).Article;

    public static async Task<CodedBatch> ReadAsync(string text, bool takesUnreviewed = false)
    {
        using var folder = new TemporaryFolder();
        return await ReadAsync(folder, text, takesUnreviewed);
    }

    public static Task<CodedBatch> ReadAsync(TemporaryFolder folder, string text, bool takesUnreviewed = false) =>
        CodedFiles.ReadAsync(
            CodedFiles.Find([folder.Write("lake.yaml", LakeTalks.Negotiation), folder.Write("draft.yaml", text)]),
            _ => Task.FromResult<NegotiationDefined?>(null),
            takesUnreviewed: takesUnreviewed
        );

    public static async Task<NegotiationDefined> ReadDefinitionAsync() =>
        (await ReadAsync(Text)).Definitions.Single().Definition;
}
