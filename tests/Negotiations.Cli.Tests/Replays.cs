using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Cli.Tests;

public class Replays
{
    [Fact]
    public async Task A_publication_in_the_future_is_warned_of_and_taken_in()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        var definition = folder.Edit("harbour.negotiation.yaml", "when: 2030-05", "when: 2001-05").Path;
        var article = folder.Edit("courier-2031-04-02.yaml", "durationDays: 10", "durationDays: 12").Path;

        var run = await store.RunAsync("replay", definition, article);

        Assert.Equal(
            (
                0,
                "negotiations: warning: courier-2031-04-02@cd50a32245c8: the time of publication, 2 "
                    + "April 2031, 18:30, lies in the future\n"
            ),
            (run.Code, run.Error)
        );
    }

    [Fact]
    public async Task A_folder_is_taken_in_by_the_order_of_publication()
    {
        await using var store = await SampleStore.EmptyAsync();

        var run = await store.RunAsync(
            "replay",
            Repository.Harbour,
            "--articles",
            Path.Combine(Repository.Harbour, "texts"),
            "--format",
            "json"
        );

        Assert.Equal((0, ""), (run.Code, run.Error));
        using var result = JsonDocument.Parse(run.Output);
        Assert.Equal(
            ["harbour", "courier-2031-04-02", "lantern-mail-2031-04-05", "quayside-record-2031-04-07"],
            result
                .RootElement.GetProperty("files")
                .EnumerateArray()
                .Select(file => file.GetProperty("name").GetString())
        );
        Assert.Equal(await store.CountAsync(), result.RootElement.GetProperty("appended").GetInt64());
    }

    [Fact]
    public async Task The_same_again_adds_nothing()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();

        var run = await store.RunAsync("replay", Repository.Harbour);

        Assert.Equal((0, events), (run.Code, await store.CountAsync()));
        Assert.Contains("4 files; everything was in the store already.", run.Output);
    }

    [Fact]
    public async Task A_file_that_says_otherwise_is_refused_with_the_differences()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var events = await store.CountAsync();
        var (path, _) = folder.Edit("courier-2031-04-02.yaml", "certainty: 5", "certainty: 1");

        var run = await store.RunAsync("replay", path);

        Assert.Equal(
            (1, "courier-2031-04-02#headline-offer: certainty: stored 5, coded 1\n", events),
            (run.Code, run.Output, await store.CountAsync())
        );
        Assert.Contains("nothing was taken in", run.Error);
    }

    [Fact]
    public async Task A_new_report_of_an_archived_article_is_refused_and_what_to_do_is_said()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.Harbour, "*.yaml"))
            File.Copy(file, folder.ResolvePath(Path.GetFileName(file)));
        var article = File.ReadAllText(folder.ResolvePath("courier-2031-04-02.yaml"));
        folder.Write(
            "courier-2031-04-02.yaml",
            article[..article.LastIndexOf("\n  - id: ", StringComparison.Ordinal)] + "\n"
        );
        Assert.Equal(0, (await store.RunAsync("replay", folder.ResolvePath())).Code);
        await store.ExecuteAsync(
            """
            update mt_streams set version = version + 1, is_archived = true
             where id = 'article/harbour/courier-2031-04-02';
            update mt_events set is_archived = true where stream_id = 'article/harbour/courier-2031-04-02';
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, is_archived)
            select nextval('mt_events_sequence'), gen_random_uuid(), id, version, '{}', 'archived', now(), true
              from mt_streams where is_archived;
            """
        );
        folder.Write("courier-2031-04-02.yaml", article);
        var events = await store.CountAsync();

        var run = await store.RunAsync("replay", folder.ResolvePath());

        Assert.Equal((2, "", events), (run.Code, run.Output, await store.CountAsync()));
        Assert.Contains("it was archived, and Marten appends to no archived stream", run.Error);
    }

    [Fact]
    public async Task A_stream_whose_version_is_not_that_of_its_last_event_is_named()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var (path, _) = folder.Edit("harbour.negotiation.yaml", "title: ", "title: New ");
        await store.ExecuteAsync(
            "insert into mt_events select nextval('mt_events_sequence'), gen_random_uuid(), stream_id, 2, data, bdata, "
                + "'archived', now() from mt_events where stream_id = 'negotiation/harbour'"
        );

        var run = await store.RunAsync("replay", path);

        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.StartsWith(
            "negotiations: nothing was appended to stream 'negotiation/harbour': in 100 attempts",
            run.Error
        );
    }

    [Fact]
    public async Task A_cancelled_replay_takes_nothing_in()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var (output, error) = (new StringWriter(), new StringWriter());

        var code = await CommandLine.RunAsync(
            ["replay", Repository.Harbour, "--connection", store.Connection],
            output,
            error,
            cancelled.Token
        );

        Assert.Equal((130, "", "negotiations: interrupted"), (code, output.ToString(), error.ToString().TrimEnd()));
    }

    [Fact]
    public async Task A_folder_of_texts_that_is_not_there_is_refused()
    {
        await using var store = await SampleStore.EmptyAsync();

        var run = await store.RunAsync("replay", Repository.Harbour, "--articles", "nowhere");

        Assert.Equal(new CommandRun(2, "", "negotiations: --articles: there is no folder 'nowhere'\n"), run);
    }

    [Fact]
    public async Task A_folder_that_holds_none_of_the_texts_is_refused()
    {
        await using var store = await SampleStore.EmptyAsync();
        var folder = Directory.CreateTempSubdirectory("no-texts").FullName;

        var run = await store.RunAsync("replay", Repository.Harbour, "--articles", folder);

        Assert.Equal((2, "", 0), (run.Code, run.Output, await store.CountAsync()));
        Assert.Contains($"{folder}: the folder holds none of the texts that the coded files name", run.Error);
        Directory.Delete(folder);
    }

    [Fact]
    public async Task A_text_that_is_not_held_is_named()
    {
        await using var store = await SampleStore.EmptyAsync();
        var folder = Directory.CreateTempSubdirectory("some-texts").FullName;
        var texts = Directory.GetFiles(Path.Combine(Repository.Harbour, "texts")).Order().ToList();
        foreach (var text in texts.Skip(1))
            File.Copy(text, Path.Combine(folder, Path.GetFileName(text)));

        var run = await store.RunAsync("replay", Repository.Harbour, "--articles", folder);

        Assert.Equal(0, run.Code);
        Assert.Contains(
            $"text not held, so spans not checked: {Path.GetFileNameWithoutExtension(texts[0])}",
            run.Error
        );
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_is_mostly_a_mistake_is_warned_of_with_file_and_line_ten_of_a_kind()
    {
        await using var store = await SampleStore.InstalledAsync();

        var text = await store.RunAsync("replay", Repository.Harbour, "--dry-run");
        var json = await store.RunAsync("replay", Repository.Harbour, "--format", "json");

        Assert.Equal(0, text.Code);
        Assert.Contains(text.Warnings, line =>
            line.Contains("courier-2031-04-02.yaml:23: warning: events[0].happened: the report has no date")
        );
        Assert.Equal(10, text.Warnings.Count(line => line.Contains("the report has no date")));
        Assert.Contains("negotiations: 27 hints: reports without a date", text.Warnings);
        Assert.Equal("… and 17 more warnings of this kind", text.Warnings[^1]);
        var warnings = JsonNode.Parse(json.Output)!["warnings"]!.AsArray();
        Assert.Equal(28, warnings.Count);
        Assert.Equal("reportWithoutDate", warnings[^1]!["kind"]!.GetValue<string>());
    }
}
