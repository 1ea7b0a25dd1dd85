using System.Text.Json.Nodes;
using Npgsql;

namespace Negotiations.Cli.Tests;

public class Erasures
{
    private const string Offer = "courier-2031-04-02#offer";

    private static readonly string[] Erase = ["erase", Offer, "--who", "the officer", "--reason", "a request"];

    [Fact]
    public async Task An_event_is_erased_with_its_corrections_and_every_answer_counts_them()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();
        Assert.Equal(
            0,
            (
                await store.RunAsync(
                    "correct",
                    Offer,
                    "--amend",
                    "purpose=wages alone",
                    "--reason",
                    "misread",
                    "--id",
                    "purpose"
                )
            ).Code
        );

        var rehearsed = await store.RunAsync([.. Erase, "--dry-run"]);
        Assert.Equal(events + 1, await store.CountAsync());
        var done = await store.RunAsync(Erase);

        Assert.Equal((0, 0, ""), (rehearsed.Code, done.Code, done.Error));
        Assert.All(new[] { rehearsed.Output, done.Output }, text =>
            Assert.Contains("courier-2031-04-02!purpose", text)
        );
        Assert.Contains("Nothing was erased (--dry-run).", rehearsed.Output);
        Assert.Equal(events + 3, await store.CountAsync());
        Assert.DoesNotContain("wages alone", string.Join('\n', await store.EventsAsync()));
        foreach (var recordedBy in new[] { events.ToString(), (events + 3).ToString() })
        {
            var answered = Parse(
                await store.RunAsync("state", "harbour", "--recorded-by", recordedBy, "--format", "json")
            )["answered"]!;
            Assert.Equal(recordedBy == events.ToString() ? 1 : 2, answered["erased"]!.GetValue<int>());
            Assert.Contains("erased", answered["assumptions"]!.AsArray()[^1]!.GetValue<string>());
        }

        Assert.Contains("2 events of this record were erased", (await store.RunAsync("state", "harbour")).Output);
        Assert.Equal(0, (await store.RunAsync("replay", "--verify")).Code);
    }

    [Theory]
    [InlineData("state", "text", "markdown")]
    [InlineData("reports", "text", "markdown")]
    [InlineData("history", "text", "markdown")]
    [InlineData("blame", "text", "markdown")]
    [InlineData("diff --from 2031-04-02 --to 2031-04-05", "text", "markdown")]
    [InlineData("diff --from 2031-04-05 --to 2031-04-05", "text", "markdown")]
    [InlineData("audit", "text", "html")]
    public async Task Wherever_an_answer_is_shown_it_says_that_something_was_erased(
        string verb,
        params string[] formats
    )
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync(Erase);

        foreach (var format in formats)
            Assert.Contains(
                "1 event of this record was erased",
                (await store.RunAsync([.. verb.Split(' '), "--format", format])).Output
            );
        Assert.Contains("\"erased\": 1", (await store.RunAsync([.. verb.Split(' '), "--format", "json"])).Output);
    }

    [Fact]
    public async Task Events_that_stay_and_name_what_is_erased_are_listed()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        Assert.Equal(0, (await store.RunAsync("replay", Repository.ResolvePath("tests", "exports", "data"))).Code);

        var rehearsed = await store.RunAsync([.. Erase, "--dry-run"]);
        var json = Parse(await store.RunAsync([.. Erase, "--format", "json"]));

        Assert.Contains("Still named, by its identifier", rehearsed.Output);
        var named = json["stillNamedIn"]!.AsArray().Select(still => still!["name"]!.GetValue<string>()).ToList();
        Assert.Equal(2, named.Count);
        Assert.Contains(named, name =>
            name.StartsWith("courier-2031-04-02@", StringComparison.Ordinal) && !name.Contains('#')
        );
        Assert.Contains(named, name => name.StartsWith("courier-2031-04-02@cd50a32245c8#", StringComparison.Ordinal));
        Assert.All(named, name => Assert.Contains(name, rehearsed.Output));
    }

    [Theory]
    [InlineData]
    [InlineData("--as-corrections", "--reason", "second reading")]
    public async Task A_file_that_still_has_what_was_erased_is_refused(params string[] options)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync(Erase);
        var before = await store.EventsAsync();

        var run = await store.RunAsync(["replay", Repository.Harbour, .. options]);

        Assert.Equal(1, run.Code);
        Assert.Matches(
            @"courier-2031-04-02#offer: was erased on \d{4}-\d\d-\d\d by the officer: a request; "
                + @"take it out of the\s+file",
            run.Output
        );
        Assert.Equal(before, await store.EventsAsync());
    }

    [Theory]
    [InlineData(Offer)]
    [InlineData("courier-2031-04-02@cd50a32245c8#offer")]
    public async Task Erasing_twice_is_refused_also_by_the_name_that_the_event_had(string name)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync(Erase);

        var again = await store.RunAsync(["erase", name, "--who", "another", "--reason", "another"]);
        var corrected = await store.RunAsync("correct", name, "--retract", "--reason", "misread");

        Assert.Equal((2, 2), (again.Code, corrected.Code));
        Assert.Contains("by the officer: a request; nothing was erased", again.Error);
        Assert.Contains("there is nothing left to correct", corrected.Error);
    }

    [Fact]
    public async Task What_was_handed_out_with_the_event_in_it_is_listed()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await using var source = NpgsqlDataSource.Create(store.Connection);
        var opened = await MartenEventStore.OpenExistingAsync(source);
        await opened.RecordExportAsync(new("csv-facts", "harbour", 1, "", "too-early.csv", new byte[32]));
        await opened.RecordExportAsync(
            new("csv-facts", "harbour", await store.CountAsync(), "known by 2 April", "facts.csv", new byte[32])
        );

        var run = await store.RunAsync([.. Erase, "--dry-run"]);
        var json = Parse(await store.RunAsync([.. Erase, "--format", "json"]));

        Assert.Contains("known by 2 April, to facts.csv", run.Output);
        Assert.DoesNotContain("too-early.csv", run.Output);
        Assert.True(json["done"]!.GetValue<bool>());
        Assert.Equal(
            ["facts.csv"],
            json["exports"]!.AsArray().Select(export => export!["destination"]!.GetValue<string>())
        );
        Assert.Equal(
            ["courier-2031-04-02@cd50a32245c8#offer"],
            json["events"]!.AsArray().Select(erased => erased!["name"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task What_an_older_transaction_keeps_in_the_files_is_no_erasure_for_ever_until_it_is_finished()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await using var source = NpgsqlDataSource.Create(store.Connection);
        await using var reader = await source.OpenConnectionAsync();
        await using var transaction = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await using (var look = new NpgsqlCommand("select count(*) from mt_events", reader))
            await look.ExecuteScalarAsync();

        var kept = await store.RunAsync(Erase);
        await transaction.RollbackAsync();
        var finished = await store.RunAsync("erase", "--finish");

        Assert.Equal((3, 0), (kept.Code, finished.Code));
        Assert.DoesNotContain("for ever", kept.Output);
        Assert.Contains("NOT YET GONE", kept.Output);
        Assert.Contains("negotiations erase --finish", kept.Output);
        Assert.Contains("nothing of it any more", finished.Output);
    }

    [Theory]
    [InlineData("name the event", "erase", "--who", "x", "--reason", "y")]
    [InlineData("--who is required", "erase", Offer, "--reason", "y")]
    [InlineData("--reason is required", "erase", Offer, "--who", "x")]
    [InlineData("--finish goes without", "erase", "--finish", Offer)]
    [InlineData("--finish goes without", "erase", "--finish", "--dry-run")]
    public async Task What_an_erasure_needs_is_said(string problem, params string[] arguments)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(arguments);

        Assert.Equal(2, run.Code);
        Assert.Contains(problem, run.Error);
    }

    [Fact]
    public async Task The_definition_as_it_stands_and_a_version_with_reports_are_kept()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("erase", "courier-2031-04-02", "--who", "the officer", "--reason", "a request");

        Assert.Equal(2, run.Code);
        Assert.Contains("erase them first", run.Error);
    }

    private static JsonNode Parse(CommandRun run)
    {
        Assert.Equal((0, ""), (run.Code, run.Error));
        return JsonNode.Parse(run.Output)!;
    }
}
