using System.Text.Json.Nodes;
using Negotiations.Testing;

namespace Negotiations.Cli.Tests;

/// <summary>From a text to a replayed coding, as a newcomer goes: new, words, check, anchor, replay, acts.</summary>
public sealed class CodedByWords : IDisposable
{
    private const string Text =
        "Norland offers talks\n\nNorland offered Suderland talks about the fares on Wednesday, Ms Sund said. "
        + "Later Suderland turned the offer down, Mary Sund said.\n";

    private const string Talks = """
        negotiation: ferry
        title: Ferry talks
        zone: Europe/Helsinki
        rounds:
          - { id: 2031-04 }
        parties:
          - { name: Norland }
          - { name: Suderland }
        people:
          - { name: Mary Sund, side: norland, spellings: [Ms Sund] }
        outlets:
          - { name: The Quay, id: quay }

        """;

    private const string Article = """
        format: 2
        article: quay-1
        negotiation: ferry
        outlet: The Quay
        text: quay-1.txt
        published: 2031-04-02T18:30
        covers: 2031-04-02
        round: 2031-04
        events:
          - id: norland-offers-talks
            type: TalksOffered
            actor: Norland
            target: Suderland
            details: {form: talks about the fares}
            happened: 2031-04-02
            evidence: Norland offered Suderland talks   # a comment
            chain: {name: Mary Sund, words: "Ms Sund"}
            summary: Norland offers talks about the fares.

        """;

    private readonly TemporaryFolder folder = new();

    public CodedByWords()
    {
        Directory.CreateDirectory(Texts);
        Directory.CreateDirectory(Coded);
        folder.Write("texts/quay-1.txt", Text);
        folder.Write("coded/ferry.negotiation.yaml", Talks);
        folder.Write("coded/quay-1.yaml", Article);
    }

    private string Texts => folder.ResolvePath("texts");

    private string Coded => folder.ResolvePath("coded");

    private string File => folder.ResolvePath("coded/quay-1.yaml");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_replay_finds_the_words_in_passing_and_leaves_the_file_alone()
    {
        await using var store = await SampleStore.EmptyAsync();

        var without = await store.RunAsync("replay", Coded);
        var run = await store.RunAsync("replay", Coded, "--articles", Texts);
        var blame = await store.RunAsync("blame", "ferry", "--format", "json");
        var audit = await store.RunAsync("audit", "ferry", "--articles", Texts);

        Assert.Equal((2, 0, 0), (without.Code, run.Code, audit.Code));
        Assert.Contains("negotiations anchor FILE --articles FOLDER", without.Error);
        Assert.Contains("norland-offers-talks", blame.Output);
        Assert.Equal(Article, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public async Task Anchored_files_are_replayed_without_the_texts_into_the_same_events()
    {
        await using var store = await SampleStore.EmptyAsync();
        await store.RunAsync("replay", Coded, "--articles", Texts);

        var anchored = await CommandRun.ExecuteAsync("anchor", File, "--articles", Texts);
        var again = await store.RunAsync("replay", Coded);
        var nothing = await CommandRun.ExecuteAsync("anchor", File, "--articles", Texts);

        Assert.Equal((0, $"{File}: 3 places written\n"), (anchored.Code, anchored.Output));
        Assert.Equal(0, again.Code);
        Assert.Equal($"{File}: nothing to do\n", nothing.Output);
        Assert.Contains("   # a comment", System.IO.File.ReadAllText(File));
        Assert.DoesNotContain("offered Suderland", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public async Task Nothing_is_anchored_where_one_file_is_wrong()
    {
        folder.Write(
            "coded/quay-2.yaml",
            Article.Replace("quay-1\n", "quay-2\n").Replace("Norland offered", "Norland offers")
        );

        var run = await CommandRun.ExecuteAsync("anchor", Coded, "--articles", Texts);

        Assert.Equal(2, run.Code);
        Assert.Contains("the text has “offered” where you wrote “offers”", run.Error);
        Assert.Equal(Article, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public async Task A_check_needs_no_store_and_tells_line_and_column()
    {
        var sound = await CommandRun.ExecuteAsync("check", File, "--articles", Texts);
        folder.Write(
            "coded/quay-1.yaml",
            Article.Replace("Norland offered", "Norland offers").Replace("TalksOffered", "TalksOfferd")
        );
        var wrong = await CommandRun.ExecuteAsync("check", File, "--articles", Texts);
        var json = await CommandRun.ExecuteAsync("check", File, "--articles", Texts, "--format", "json");

        Assert.Equal((0, "1 file: 0 errors, 0 hints\n"), (sound.Code, sound.Output));
        Assert.Equal((2, 2), (wrong.Code, json.Code));
        Assert.Contains($"{File}:11:11: events[0].type: 'TalksOfferd' is not an event type", wrong.Output);
        Assert.EndsWith("1 file: 1 error, 0 hints\n", wrong.Output);
        Assert.Equal(11, JsonNode.Parse(json.Output)!["errors"]![0]!["column"]!.GetValue<int>());
        Assert.Empty(Errors("check", json.Output));
    }

    [Fact]
    public async Task A_scaffold_can_be_filled_in_and_is_never_written_over()
    {
        var target = folder.ResolvePath("coded/new.yaml");
        string[] arguments =
        [
            "new",
            folder.ResolvePath("texts/quay-1.txt"),
            "--talks",
            folder.ResolvePath("coded/ferry.negotiation.yaml"),
            "--out",
            target,
        ];

        var first = await CommandRun.ExecuteAsync(arguments);
        var written = System.IO.File.ReadAllText(target);
        var second = await CommandRun.ExecuteAsync(arguments);

        Assert.Equal((0, 2), (first.Code, second.Code));
        Assert.Contains("is there already", second.Error);
        Assert.Equal(written, System.IO.File.ReadAllText(target));
        Assert.Contains("round: 2031-04", written.Replace("'", ""));
        Assert.Contains("#   Mary Sund (person, norland): Mary Sund, Ms Sund", written);
        Assert.Contains(new NormalisedText(Text).Identity().Sha256, written);

        folder.Write(
            "coded/new.yaml",
            written
                .Replace("outlet:  #", "outlet: The Quay  #")
                .Replace("published:  #", "published: 2031-04-02  #")
                .Replace("article: quay-1", "article: quay-9")
                .TrimEnd() + Article[Article.IndexOf("\n  - id: ")..]
        );
        Assert.Equal(0, (await CommandRun.ExecuteAsync("check", target, "--articles", Texts)).Code);
    }

    [Fact]
    public async Task The_scaffold_of_a_negotiation_is_sound()
    {
        var target = folder.ResolvePath("new.negotiation.yaml");

        var run = await CommandRun.ExecuteAsync("new", "harvest", "--out", target);
        var check = await CommandRun.ExecuteAsync("check", target);
        var wrong = await CommandRun.ExecuteAsync("new", "The Harvest", "--out", folder.ResolvePath("x.yaml"));

        Assert.Equal((0, 0, 2), (run.Code, check.Code, wrong.Code));
        Assert.Contains("write it like 'the-harvest'", wrong.Error);
    }

    [Fact]
    public async Task The_likeliest_acts_come_first()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var all = await store.RunAsync("acts", "harbour");
        var found = await store.RunAsync("acts", "harbour", "pauses", "--format", "json");
        var none = await store.RunAsync("acts", "harbour", "zebra");

        Assert.Equal((0, 0, 0), (all.Code, found.Code, none.Code));
        Assert.Empty(Errors("acts", found.Output));
        var acts = JsonNode.Parse(found.Output)!["acts"]!.AsArray();
        Assert.NotEmpty(acts);
        Assert.All(acts, act => Assert.Contains("pause", act!.ToJsonString(), StringComparison.OrdinalIgnoreCase));
        Assert.Contains(acts[0]!["act"]!.GetValue<string>(), all.Output);
        Assert.Equal("No act has any of these words: zebra.\n", none.Output);
    }

    private static IReadOnlyList<string> Errors(string schema, string json) =>
        JsonSchema
            .Parse(System.IO.File.ReadAllText(Repository.ResolvePath("docs", "schema", $"{schema}.schema.json")))
            .Errors(JsonNode.Parse(json));
}
