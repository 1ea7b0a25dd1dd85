using System.Text.Json.Nodes;

namespace Negotiations.Cli.Tests;

/// <summary>What an audit finds in the texts of the articles, and in the folder that holds them.</summary>
public class AuditsOfTexts
{
    private static readonly string Texts = Path.Combine(Repository.Harbour, "texts");

    [Fact]
    public async Task A_text_in_which_one_sentence_was_edited_is_found()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Path.Combine(Texts, "courier-2031-04-02.txt"));
        folder.Write(
            "courier-2031-04-02.txt",
            text.Replace("a pause of ten days", "a pause of two days", StringComparison.Ordinal)
        );

        var run = await store.RunAsync("audit", "--articles", folder.ResolvePath());

        Assert.Equal(
            (1, "negotiations: the audit found something that is not what was recorded\n"),
            (run.Code, run.Error)
        );
        Assert.Contains(": text differs, courier-2031-04-02.txt: its hash is", run.Output);
        Assert.Contains("courier-2031-04-02#pause-proposed: orphaned", run.Output);
        Assert.Contains("evidence[0] at 433–543: other words stand there", run.Output);
        Assert.Matches(@"2 texts not held: \d+ reports not checked", run.Output);
    }

    [Fact]
    public async Task A_file_with_the_name_of_a_version_and_another_text_is_a_finding_also_beside_a_good_copy()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Path.Combine(Texts, "courier-2031-04-02.txt"));
        folder.Write("copy.txt", text);
        var edited = folder.Write(
            "courier-2031-04-02.txt",
            text.Replace("a pause of ten days", "a pause of two days", StringComparison.Ordinal)
        );

        var run = await store.RunAsync("audit", "--articles", folder.ResolvePath());
        var json = await store.RunAsync("audit", "--articles", folder.ResolvePath(), "--format", "json");
        var page = await store.RunAsync("audit", "--articles", folder.ResolvePath(), "--format", "html");

        Assert.Equal((1, 1, 1), (run.Code, json.Code, page.Code));
        Assert.Contains("text differs in a further file of its name", run.Output);
        Assert.Contains(JsonNode.Parse(json.Output)!["negotiations"]![0]!["texts"]!.AsArray(), version =>
            version!["strays"]!.AsArray().Any(stray => stray!["file"]!.GetValue<string>() == edited)
        );
        Assert.Empty(AuditSchema.Errors(json));
        Assert.Contains("</strong>: a further file of its name, courier-2031-04-02.txt, differs", page.Output);
    }

    [Fact]
    public async Task An_odd_file_does_not_end_the_audit()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        folder.Write("stray.txt", "a\uFFFE");
        File.Copy(Path.Combine(Texts, "courier-2031-04-02.txt"), folder.ResolvePath("courier-2031-04-02.txt"));

        var run = await store.RunAsync("audit", "--articles", folder.ResolvePath());
        folder.Write("courier-2031-04-02.txt", "a\uFFFE");
        var odd = await store.RunAsync("audit", "--articles", folder.ResolvePath());
        var replayed = await store.RunAsync("replay", Repository.Harbour, "--articles", folder.ResolvePath());

        Assert.Equal((0, 1, 2), (run.Code, odd.Code, replayed.Code));
        Assert.Contains("1 text held", run.Output);
        Assert.Contains(
            "courier-2031-04-02.txt: it cannot be read: it has characters that no text has",
            odd.Output.ReplaceLineEndings(" ")
        );
        Assert.Matches(@"1 text that cannot be read: \d+ reports not checked", odd.Output);
        Assert.Contains("; none of its reports was checked", odd.Output.ReplaceLineEndings(" "));
        Assert.DoesNotContain("orphaned", odd.Output);
        Assert.DoesNotContain("where they stood", odd.Output);
        Assert.Equal("unreadable", (await TextsAsync(store, folder))["courier-2031-04-02"]);
        Assert.Contains("cannot be read: it has characters that no text has", replayed.Error);
    }

    [Fact]
    public async Task What_cannot_be_opened_in_a_folder_is_named_and_hides_nothing()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        folder.Write("readable.txt", "Something else.");
        File.CreateSymbolicLink(folder.ResolvePath("courier-2031-04-02.txt"), folder.ResolvePath("nowhere.txt"));
        File.CreateSymbolicLink(folder.ResolvePath("stray.txt"), folder.ResolvePath("nowhere.txt"));
        File.CreateSymbolicLink(folder.ResolvePath("circle"), folder.ResolvePath("circle"));
        using (
            var pipe = System.Diagnostics.Process.Start("mkfifo", folder.ResolvePath("quayside-record-2031-04-07.txt"))
        )
            await pipe.WaitForExitAsync();
        await store.ExecuteAsync("update mt_events set data = jsonb_set(data, '{summary}', '\"x\"') where seq_id = 10");

        var run = await store.RunAsync("audit", "--articles", folder.ResolvePath(), "--chain");

        var output = run.Output.ReplaceLineEndings(" ");
        Assert.Equal(1, run.Code);
        Assert.Contains("position 10,", output);
        Assert.Contains("courier-2031-04-02.txt: it cannot be read: ", output);
        Assert.Contains("quayside-record-2031-04-07.txt: it cannot be read: it is empty, or no regular file", output);
        Assert.Matches(@"stray\.txt \(cannot +be +read: ", output);
    }

    [Fact]
    public async Task Files_that_belong_to_no_version_are_listed_and_are_no_finding()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Texts, "courier-2031-04-02.txt"), folder.ResolvePath("renamed.txt"));
        foreach (var number in Enumerable.Range(10, 11))
            folder.Write($"other-{number}.txt", $"Something else {number}.");

        var run = await store.RunAsync("audit", "--articles", folder.ResolvePath());
        var json = await store.RunAsync("audit", "--articles", folder.ResolvePath(), "--format", "json");

        Assert.Equal((0, 0), (run.Code, json.Code));
        var output = run.Output.ReplaceLineEndings("");
        Assert.Contains("11 files that belong to no version", run.Output);
        Assert.Contains("other-19.txt", output);
        Assert.DoesNotContain("other-20.txt", output);
        Assert.Contains("and 1 more", run.Output.ReplaceLineEndings(" "));
        var unmatched = JsonNode.Parse(json.Output)!["unmatchedFiles"]!
            .AsArray()
            .Select(file => Path.GetFileName(file!.GetValue<string>()))
            .ToList();
        Assert.Equal(11, unmatched.Count);
        Assert.DoesNotContain("renamed.txt", unmatched);
        Assert.Empty(AuditSchema.Errors(json));
    }

    [Fact]
    public async Task A_page_that_is_called_like_the_text_of_a_version_is_held_to_be_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        folder.Write("courier-2031-04-02.html", "<article><p>Another text than was coded.</p></article>");

        var alone = await TextsAsync(store, folder);
        var words = await store.RunAsync("audit", "--articles", folder.ResolvePath());
        File.Copy(Path.Combine(Texts, "courier-2031-04-02.txt"), folder.ResolvePath("courier-2031-04-02.txt"));
        var beside = await store.RunAsync("audit", "--articles", folder.ResolvePath());

        Assert.Equal("differs", alone["courier-2031-04-02"]);
        Assert.Contains("or was coded as courier-2031-04-02.txt", words.Output.ReplaceLineEndings(" "));
        Assert.Equal(0, beside.Code);
        Assert.Contains("1 file that belongs to no version", beside.Output);
    }

    [Fact]
    public async Task A_shifted_span_is_found_and_the_words_that_stand_elsewhere_are_only_suggested()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        File.Copy(
            Path.Combine(Repository.Harbour, "harbour.negotiation.yaml"),
            folder.ResolvePath("harbour.negotiation.yaml")
        );
        folder.Edit("courier-2031-04-02.yaml", "start: 141, end: 312,", "start: 142, end: 313,");
        Assert.Equal(0, (await store.RunAsync("replay", folder.ResolvePath())).Code);

        var run = await store.RunAsync("audit", "--articles", Texts, "--format", "json");

        Assert.Equal(1, run.Code);
        var checkedReport = Reports(run).Single(report => report["status"]!.GetValue<string>() == "orphaned");
        Assert.Equal("courier-2031-04-02#offer", checkedReport["name"]!.GetValue<string>());
        var fault = Assert.Single(checkedReport["faults"]!.AsArray())!;
        Assert.Equal(
            ("evidence[0]", 141, 312),
            (
                fault["where"]!.GetValue<string>(),
                fault["suggestion"]!["start"]!.GetValue<int>(),
                fault["suggestion"]!["end"]!.GetValue<int>()
            )
        );
    }

    [Fact]
    public async Task A_page_is_checked_like_a_text_and_its_time_is_compared()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        const string Structured =
            """{"@type": "NewsArticle", "headline": "Ships wait", "datePublished": "2031-04-02T07:00:00+12:00"}""";
        var page = folder.Write(
            "page.html",
            $"""
            <script type="application/ld+json">{Structured}</script>
            <nav>Home</nav><article><p>Velmara waits, said Ilka Morvane.</p></article>
            """
        );
        const string Text = "Ships wait\n\nVelmara waits, said Ilka Morvane.";
        folder.Write(
            "page.yaml",
            $$"""
            article: page
            negotiation: harbour
            outlet: Quayside Record
            text: {file: page.html, sha256: {{HashOf(Text)}}, length: {{Text.Length}} }
            published: {time: "2031-04-02T18:30", basis: stated}
            chain:
              - {name: Quayside Record, kind: outlet, implied: it appeared there}
            events:
              - id: waits
                type: AssessmentMade
                actor: Ilka Morvane
                round: 2031-04
                details: {subject: ships, assessment: they wait}
                chain:
                  - {name: Ilka Morvane, kind: person, start: 32, end: 44, sha256: {{HashOf("Ilka Morvane")}}}
                standing: own
                modality: asserted
                evidence:
                  - {start: 12, end: 25, sha256: {{HashOf("Velmara waits")}}}
                certainty: 4
                act: morvane-waits
                summary: She says that the ships wait.
            """
        );
        var replay = await store.RunAsync(
            "replay",
            Path.Combine(Repository.Harbour, "harbour.negotiation.yaml"),
            folder.ResolvePath("page.yaml"),
            "--articles",
            folder.ResolvePath()
        );
        Assert.Equal((0, ""), (replay.Code, replay.Error));

        var run = await store.RunAsync("audit", "--articles", page);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("1 text held: 1 of 1 report anchored (100 %), 2 spans checked", run.Output);
        Assert.Contains("the page gives 2031-04-02T07:00:00+12:00 (datePublished), coded", run.Output);
    }

    private static async Task<Dictionary<string, string>> TextsAsync(SampleStore store, TemporaryFolder folder)
    {
        var run = await store.RunAsync("audit", "--articles", folder.ResolvePath(), "--format", "json");
        Assert.Empty(AuditSchema.Errors(run));
        return JsonNode.Parse(run.Output)!["negotiations"]![0]!["texts"]!
            .AsArray()
            .ToDictionary(text => text!["article"]!.GetValue<string>(), text => text!["status"]!.GetValue<string>());
    }

    private static IEnumerable<JsonNode> Reports(CommandRun run) =>
        JsonNode.Parse(run.Output)!["negotiations"]!
            .AsArray()
            .SelectMany(talks => talks!["texts"]!.AsArray())
            .SelectMany(text => text!["reports"]!.AsArray())
            .OfType<JsonNode>();

    private static string HashOf(string text) => new NormalisedText(text).Identity().Sha256;
}
