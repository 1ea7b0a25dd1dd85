namespace Negotiations.Coding.Tests;

/// <summary>Versions of one article on an invented strike, with their texts, beside a store.</summary>
public sealed class Strike : IDisposable
{
    private const string Article = "quayside-strike";

    public TemporaryFolder Codings { get; } = new();

    public TemporaryFolder Texts { get; } = new();

    public InMemoryEventStore Store { get; } = new();

    public static string Definition { get; } = Harbour.ResolvePath("harbour.negotiation.yaml");

    /// <summary>Writes the text and the coded file of a version; the path of the file.</summary>
    public string Write(string version, int hour, string text, params IReadOnlyList<Passage> passages) =>
        Write(version, hour, text, compared: "", passages);

    /// <summary>The same, with a block that says what became of the reports before.</summary>
    public string Write(string version, int hour, string text, string compared, params IReadOnlyList<Passage> passages)
    {
        Texts.Write($"{version}.txt", text);
        var normalised = new NormalisedText(text);
        var identity = normalised.Identity();
        var events = string.Concat(
            passages.Select(passage =>
                $$"""
                      - id: {{passage.Id}}
                        type: PositionStated
                        actor: {{passage.Actor}}
                        round: 2031-04
                        details: {topic: strike, position: stated}
                        chain:
                          - {name: {{passage.Actor}}, kind: person, implied: the text names the speaker}
                        standing: own
                        modality: asserted
                        evidence:
                    {{string.Concat(
                        passage.SpansIn(normalised).Select(span =>
                            $"      - {{start: {span.Start}, end: {span.End}, sha256: {span.Sha256}}}\n"
                        )
                    )}}    certainty: 4
                        act: {{passage.Act ?? passage.Id}}
                        summary: An invented position.

                    """
            )
        );
        return Codings.Write(
            $"{version}.yaml",
            $$"""
            article: {{Article}}
            negotiation: harbour
            version: {{version}}
            outlet: Quayside Record
            text: {file: {{version}}.txt, sha256: {{identity.Sha256}}, length: {{identity.Length}}}
            published: {time: 2031-04-07T{{hour:D2}}:00, basis: stated}
            chain:
              - {name: Quayside Record, kind: outlet, implied: its own article}
            {{compared}}
            {{(passages.Count == 0 ? "" : "events:\n")}}{{events}}
            """
        );
    }

    /// <summary>Replays files, the negotiation first.</summary>
    public Task<ReplayResult> ReplayAsync(params IReadOnlyList<string> paths) =>
        Replay.RunAsync(Store, [Definition, .. paths], new ArticleTextFolder(Texts.Path));

    /// <summary>Compares a file with what the store has.</summary>
    public Task<ProposedComparison> CompareAsync(string path, string? with = null) =>
        VersionComparer.CompareAsync(
            () => Task.FromResult<IEventStore>(Store),
            path,
            [],
            new ArticleTextFolder(Texts.Path),
            with
        );

    /// <summary>What is proposed for the reports of a version whose text is edited.</summary>
    public async Task<ProposedComparison> EditAsync(
        string before,
        string after,
        IReadOnlyList<Passage> old,
        params IReadOnlyList<Passage> @new
    )
    {
        await ReplayAsync(Write("first", 8, before, old));
        return await CompareAsync(Write("second", 9, after, @new));
    }

    public void Dispose()
    {
        Codings.Dispose();
        Texts.Dispose();
    }
}
