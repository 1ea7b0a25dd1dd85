using System.Text.Json.Nodes;
using Negotiations.Testing;

namespace Negotiations.Cli.Tests;

/// <summary>The verb <c>store</c>: what a store is, and how it is kept.</summary>
public class Stores
{
    private const string Report = "quayside-record-2031-04-07#offer-recalled";

    [Fact]
    public async Task It_says_what_the_store_holds()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var text = await store.RunAsync("store");
        var json = await store.RunAsync("store", "--format", "json");

        Assert.Equal((0, 0), (text.Code, json.Code));
        var whole = JsonNode.Parse(json.Output)!;
        Assert.Equal(await store.CountAsync(), (long)whole["position"]!);
        Assert.Contains($"harbour  3 articles, {await store.CountAsync()} events", text.Output);
        Assert.Contains((string)whole["head"]!, text.Output);
        Assert.Empty(
            JsonSchema
                .Parse(File.ReadAllText(Repository.ResolvePath("docs", "schema", "store.schema.json")))
                .Errors(whole)
        );
    }

    [Fact]
    public async Task Where_nothing_is_recorded_it_says_that_the_record_is_empty()
    {
        await using var store = await SampleStore.InstalledAsync();

        var run = await store.RunAsync("store");

        Assert.Equal(0, run.Code);
        Assert.Contains("Record        empty", run.Output);
    }

    [Fact]
    public async Task A_backup_is_restored_with_the_same_answers_and_the_same_chain_and_is_continued()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await using var other = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        var file = folder.ResolvePath("talks.backup");
        await store.RunAsync("store", "backup", file);

        var backup = await store.RunAsync("store", "backup", file);
        var restored = await other.RunAsync("store", "restore", file);

        Assert.Equal((0, 0), (backup.Code, restored.Code));
        Assert.Equal(await store.ReadChainAsync(), await other.ReadChainAsync());
        Assert.Equal(
            (await store.RunAsync("state", "harbour", "--format", "json")).Output,
            (await other.RunAsync("state", "harbour", "--format", "json")).Output
        );
        Assert.Equal(0, (await other.RunAsync("correct", Report, "--retract", "--reason", "misread")).Code);
        var audit = await other.RunAsync("audit", "--chain");
        Assert.Equal(0, audit.Code);
        Assert.Contains("append-only is enforced", audit.Output.ReplaceLineEndings(" "));
        Assert.Equal([file], Directory.EnumerateFiles(folder.ResolvePath()));
    }

    [Fact]
    public async Task Its_facts_are_made_anew()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var all = await store.RunAsync("store", "rebuild");
        var one = await store.RunAsync("store", "rebuild", "harb");
        var none = await store.RunAsync("store", "rebuild", "airport");

        Assert.Equal((0, "harbour: its facts are made anew\n", ""), (all.Code, all.Output, all.Error));
        Assert.Equal((all.Code, all.Output), (one.Code, one.Output));
        Assert.Equal((2, ""), (none.Code, none.Output));
    }

    [Fact]
    public async Task A_rebuild_that_is_interrupted_says_that_it_can_go_on()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        Assert.Equal(0, (await store.RunAsync("store", "rebuild")).Code);
        using var stopping = new CancellationTokenSource();
        var (output, error) = (new StringWriter(), new StringWriter());
        // It waits for a lock that somebody holds.
        await using var source = Npgsql.NpgsqlDataSource.Create(store.Connection);
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new Npgsql.NpgsqlCommand(
            "begin; lock table negotiations_fact_builds in exclusive mode",
            connection
        );
        await command.ExecuteNonQueryAsync();

        var running = CommandLine.RunAsync(
            ["store", "rebuild", "--connection", store.Connection],
            output,
            error,
            stopping.Token
        );
        await Task.Delay(TimeSpan.FromSeconds(1));
        await stopping.CancelAsync();

        Assert.Equal((130, ""), (await running, output.ToString()));
        Assert.Contains("the same command goes on from here", error.ToString());
    }

    [Fact]
    public async Task A_backup_is_not_restored_over_what_is_there()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var file = folder.ResolvePath("talks.backup");
        await store.RunAsync("store", "backup", file);

        var run = await store.RunAsync("store", "restore", file);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("is not empty", run.Error);
    }

    [Fact]
    public async Task A_file_that_is_no_backup_leaves_the_database_empty()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        folder.Write("talks.backup", "nothing of the kind");

        var run = await store.RunAsync("store", "restore", folder.ResolvePath("talks.backup"));

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("is no backup of a store", run.Error);
        Assert.Equal(2, (await store.RunAsync("state", "harbour")).Code);
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_the_older_one_as_it_was()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var run = await store.RunAsync("store", "backup", folder.ResolvePath("no-such-folder/talks.backup"));

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("there is no folder", run.Error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.ResolvePath()));
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_not_replaced_by_one()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        folder.Write("harbour.yaml", "coded by hand");

        var run = await store.RunAsync("store", "backup", folder.ResolvePath("harbour.yaml"));

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Equal("coded by hand", File.ReadAllText(folder.ResolvePath("harbour.yaml")));
    }

    [Fact]
    public async Task After_a_restore_nobody_else_may_erase()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await using var other = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        var file = folder.ResolvePath("talks.backup");
        await store.RunAsync("store", "backup", file);
        await other.RunAsync("store", "restore", file);

        Assert.False(await other.MayEverybodyEraseAsync());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }
}
