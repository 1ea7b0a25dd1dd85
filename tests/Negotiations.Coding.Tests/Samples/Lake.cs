namespace Negotiations.Coding.Tests;

/// <summary>A folder of coded files of the lake talks beside a store into which it is replayed.</summary>
public sealed class Lake : IDisposable
{
    public Lake()
    {
        Folder.Write("lake.yaml", LakeTalks.Negotiation);
        Folder.Write("herald.yaml", LakeTalks.Article);
    }

    public TemporaryFolder Folder { get; } = new();

    public InMemoryEventStore Store { get; } = new();

    /// <summary>Replays the folder.</summary>
    public Task<ReplayResult> ReplayAsync(
        IProgress<ReplayStep>? progress = null,
        CancellationToken cancellationToken = default
    ) => Replay.RunAsync(Store, [Folder.Path], progress: progress, cancellationToken: cancellationToken);

    /// <summary>Edits a file of the folder.</summary>
    public void Change(string file, string find, string replacement) =>
        Folder.Write(file, File.ReadAllText(Folder.ResolvePath(file)).With(find, replacement));

    /// <summary>Adds another article of one report, with its own time of publication.</summary>
    public void AddArticle(
        string id,
        string time,
        string report = "ledger-offer",
        string act = "varland-offers-talks"
    ) =>
        Folder.Write(
            $"{id}.yaml",
            $$"""
            article: {{id}}
            negotiation: lake
            outlet: Daily Ledger
            text: {sha256: {{LakeTalks.C}}, length: 100}
            published: {time: {{time}}, basis: stated}
            chain:
              - {name: Daily Ledger, kind: outlet, implied: it appeared there}
            events:
              - id: {{report}}
                type: PositionStated
                actor: Ada Brill
                round: 2031-04
                details: {topic: talks, position: ready}
                standing: observed
                modality: asserted
                evidence:
                  - {start: 1, end: 9, sha256: {{LakeTalks.C}}}
                certainty: 4
                act: {{act}}
                summary: Brill is ready.

            """
        );

    public void Dispose() => Folder.Dispose();
}
