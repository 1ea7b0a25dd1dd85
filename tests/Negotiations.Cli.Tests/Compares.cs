using System.Text.Json.Nodes;
using Negotiations.Testing;

namespace Negotiations.Cli.Tests;

public sealed class Compares : IDisposable
{
    private const string Old = "courier-2031-04-02.yaml";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_printed_block_pasted_into_the_coded_file_replays()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var draft = Draft(text => "Corrected at 20:15 🚢\n\n" + Without(text, "Senda, whose ferries"));

        var run = await store.RunAsync("compare", draft, "--articles", folder.ResolvePath());
        var pasted = folder.Write("pasted.yaml", await File.ReadAllTextAsync(draft) + run.Output);
        var replay = await store.RunAsync("replay", pasted, "--articles", folder.ResolvePath());
        var reports = await store.RunAsync("state", "harbour", "--format", "json");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith(
            "# Proposed from the texts of courier-2031-04-02@cd50a32245c8 and "
                + "courier-2031-04-02@evening; review it before you replay it.\ncompared:\n  with: "
                + "cd50a32245c8\n  carries:\n",
            run.Output
        );
        Assert.Contains("    # offer: its passage stands unchanged\n    - report: offer\n", run.Output);
        Assert.Matches(@"  drops:\n    # [a-z-]+: its passage is gone, and nothing stands in its place\n", run.Output);
        Assert.Contains("# What is not listed was not compared.\n", run.Output);
        Assert.Equal((0, ""), (replay.Code, replay.Error));
        Assert.Contains("noLongerCarried", reports.Output);
    }

    [Fact]
    public async Task Nothing_is_taken_in_by_comparing()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();

        await store.RunAsync("compare", Draft(text => text + "\nMore."), "--articles", folder.ResolvePath());

        Assert.Equal(events, await store.CountAsync());
    }

    [Fact]
    public async Task It_prints_no_word_of_the_texts()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(
            "compare",
            Draft(text => text.Replace("ten days", "twelve days")),
            "--articles",
            folder.ResolvePath()
        );

        Assert.Contains("# not compared: pause-proposed: its passage was changed", run.Output);
        Assert.DoesNotContain("days", run.Output);
        Assert.DoesNotContain("Morvane", run.Output);
    }

    [Fact]
    public async Task As_json_it_fits_its_schema()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(
            "compare",
            Draft(text => Without(text, "Senda, whose ferries").Replace("ten days", "twelve days")),
            "--articles",
            folder.ResolvePath(),
            "--format",
            "json"
        );

        var json = JsonNode.Parse(run.Output)!;
        Assert.Empty(
            JsonSchema
                .Parse(await File.ReadAllTextAsync(Repository.ResolvePath("docs", "schema", "compare.schema.json")))
                .Errors(json)
        );
        Assert.Equal(
            "notCompared",
            json["reasons"]!.AsArray().Single(reason => reason!["report"]!.GetValue<string>() == "pause-proposed")![
                "fate"
            ]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task With_the_files_of_the_version_before_and_the_negotiation_no_store_is_needed()
    {
        var draft = Draft(text => text + "\nMore.");
        File.Copy(Path.Combine(Repository.Harbour, Old), folder.ResolvePath(Old));

        var run = await CommandRun.ExecuteAsync(
            "compare",
            draft,
            folder.ResolvePath(Old),
            Path.Combine(Repository.Harbour, "harbour.negotiation.yaml"),
            "--articles",
            folder.ResolvePath(),
            "--connection",
            "Host=localhost;Port=1"
        );

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("- report: offer\n", run.Output);
    }

    [Fact]
    public async Task A_replay_of_a_new_version_that_was_not_compared_says_how_to()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var draft = Draft(text => text + "\nMore.");
        var coding = await File.ReadAllTextAsync(Path.Combine(Repository.Harbour, Old));
        var coded = folder.Write(
            "coded.yaml",
            await File.ReadAllTextAsync(draft) + coding[coding.IndexOf("events:", StringComparison.Ordinal)..]
        );

        var run = await store.RunAsync("replay", coded, "--articles", folder.ResolvePath());

        Assert.Equal(0, run.Code);
        Assert.Contains(
            "without 'compared:', so what became of the reports of the version before is not known: "
                + $"{coded}; 'negotiations compare FILE --articles FOLDER' can propose it\n",
            run.Error
        );
    }

    [Theory]
    [InlineData("--articles")]
    [InlineData("--articles: there is no folder 'nowhere'", "--articles", "nowhere")]
    public async Task Without_texts_there_is_nothing_to_compare(string problem, params string[] options)
    {
        var run = await CommandRun.ExecuteAsync(["compare", Path.Combine(Repository.Harbour, Old), .. options]);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(problem, run.Error);
    }

    // The head of a coded file for an edited text, which lies beside the text before in the folder.
    private string Draft(Func<string, string> edit)
    {
        var before = File.ReadAllText(Path.Combine(Repository.Harbour, "texts", "courier-2031-04-02.txt"));
        folder.Write("courier-2031-04-02.txt", before);
        folder.Write("courier-evening.txt", edit(before));
        var identity = new NormalisedText(edit(before)).Identity();
        return folder.Write(
            "draft.yaml",
            $$"""
            article: courier-2031-04-02
            negotiation: harbour
            version: evening
            outlet: The Halden Courier
            text: {file: courier-evening.txt, sha256: {{identity.Sha256}}, length: {{identity.Length}}}
            published: {time: 2031-04-02T20:30, basis: stated}
            chain:
              - {name: The Halden Courier, kind: outlet, implied: its own article}

            """
        );
    }

    private static string Without(string text, string beginning)
    {
        var start = text.IndexOf(beginning, StringComparison.Ordinal);
        return text.Remove(start, text.IndexOf("\n\n", start, StringComparison.Ordinal) + 2 - start);
    }
}
