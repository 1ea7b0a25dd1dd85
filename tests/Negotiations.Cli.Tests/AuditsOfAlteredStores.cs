using System.Text.Json.Nodes;

namespace Negotiations.Cli.Tests;

/// <summary>What an audit finds where somebody has altered the store.</summary>
public class AuditsOfAlteredStores
{
    [Theory]
    [InlineData("set session_replication_role = replica; delete from mt_events where type = 'negotiation_defined'")]
    [InlineData("set session_replication_role = replica; delete from mt_events")]
    [InlineData("set session_replication_role = replica; delete from mt_streams where id = 'negotiation/harbour'")]
    public async Task A_definition_that_is_gone_is_a_finding_also_without_the_chain(string tampering)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.ExecuteAsync(tampering);

        foreach (var talks in new[] { Array.Empty<string>(), ["harbour"] })
        {
            var run = await store.RunAsync(["audit", .. talks]);
            var json = await store.RunAsync(["audit", .. talks, "--format", "json"]);

            Assert.Equal((1, 1), (run.Code, json.Code));
            Assert.Contains("the definition of 'harbour' is gone", run.Output);
            Assert.Empty(AuditSchema.Errors(json));
        }
    }

    [Theory]
    [InlineData("drop table negotiations_schema", "public.negotiations_schema, the mark of the store, is gone")]
    [InlineData("delete from negotiations_schema", "public.negotiations_schema, the mark of the store, is empty")]
    [InlineData("drop table negotiations_exports", "public.negotiations_exports is gone")]
    [InlineData("drop table negotiations_clock", "public.negotiations_clock is gone")]
    [InlineData("drop table negotiations_record cascade", "public.negotiations_record is gone")]
    [InlineData("drop table mt_streams cascade", "public.mt_streams is gone")]
    public async Task A_table_of_the_store_that_is_gone_is_a_finding_beside_what_else_was_done(
        string tampering,
        string words
    )
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.ExecuteAsync("update mt_events set data = jsonb_set(data, '{summary}', '\"x\"') where seq_id = 10");
        await store.ExecuteAsync(tampering);

        var run = await store.RunAsync("audit", "--chain");

        Assert.Equal(1, run.Code);
        Assert.Contains(words, run.Output.ReplaceLineEndings(" "));
        if (!tampering.Contains("cascade"))
            Assert.Contains("position 10,", run.Output);
        Assert.DoesNotContain("older program", run.Output);
        Assert.Empty(AuditSchema.Errors(await store.RunAsync("audit", "--chain", "--format", "json")));
    }

    [Fact]
    public async Task Nothing_is_said_to_be_enforced_beside_what_was_altered_all_the_same()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.ExecuteAsync(
            "update mt_events set data = jsonb_set(data, '{summary}', '\"Another summary.\"') where "
                + "data->>'id' = 'no-condition'"
        );

        var run = await store.RunAsync("audit", "--chain");
        var record = JsonNode.Parse((await store.RunAsync("audit", "--chain", "--format", "json")).Output)![
            "record"
        ]!.AsArray();

        Assert.DoesNotContain("append-only is enforced", run.Output);
        Assert.Contains("the record was altered all the same", run.Output.ReplaceLineEndings(" "));
        Assert.Equal(
            "noted",
            record.Single(check => check!["check"]!.GetValue<string>() == "protection")!["status"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task An_event_that_was_changed_in_the_database_is_named()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.ExecuteAsync(
            "update mt_events set data = jsonb_set(data, '{summary}', '\"Another summary.\"') where "
                + "data->>'id' = 'no-condition'"
        );

        var blind = await store.RunAsync("audit");
        var run = await store.RunAsync("audit", "--chain");

        Assert.Equal(0, blind.Code);
        Assert.Equal(
            (1, "negotiations: the audit found something that is not what was recorded\n"),
            (run.Code, run.Error)
        );
        Assert.Matches(@"position \d+, courier-2031-04-02#no-condition, event [0-9a-f-]{36}", run.Output);
    }

    [Fact]
    public async Task An_event_that_can_no_longer_be_read_is_a_finding_and_no_failure()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.ExecuteAsync("update mt_events set data = data - 'chain' where data->>'id' = 'no-condition'");

        var run = await store.RunAsync("audit", "--chain", "--format", "json");

        Assert.Equal(1, run.Code);
        var record = JsonNode.Parse(run.Output)!["record"]!
            .AsArray()
            .ToDictionary(check => check!["check"]!.GetValue<string>(), check => check!);
        Assert.Equal(("failed", "notChecked", "failed"), (Status("chain"), Status("checkpoint"), Status("events")));
        Assert.Contains("the record cannot be read", record["events"]["words"]!.GetValue<string>());
        Assert.Empty(AuditSchema.Errors(run));

        string Status(string check) => record[check]["status"]!.GetValue<string>();
    }

    [Theory]
    [InlineData("set session_replication_role = replica; delete from mt_events where type = 'negotiation_defined'")]
    [InlineData("set session_replication_role = replica; delete from mt_events")]
    [InlineData("set session_replication_role = replica; delete from mt_streams where id = 'negotiation/harbour'")]
    [InlineData("update negotiations_record set recorded_at = 'infinity' where position = 7")]
    [InlineData("update negotiations_record set recorded_at = '20000-01-01' where position = 7")]
    [InlineData(
        "update mt_events e set data = o.data from mt_events o where (e.seq_id, o.seq_id) in ((1, 10), (10, 1))"
    )]
    [InlineData("alter table mt_events alter data drop not null; update mt_events set data = null where seq_id = 10")]
    [InlineData(
        "alter table mt_events alter version drop not null; update mt_events set version = null where seq_id = 10"
    )]
    [InlineData(
        "alter table negotiations_record alter recorded_at drop not null; update negotiations_record "
            + "set recorded_at = null where position = 7"
    )]
    [InlineData("update mt_events set data = jsonb_set(data, '{evidence}', 'null') where seq_id = 10")]
    [InlineData("update mt_events set data = jsonb_set(data, '{evidence,0}', 'null') where seq_id = 10")]
    [InlineData("update mt_events set data = jsonb_set(data, '{chain}', 'null') where seq_id = 10")]
    [InlineData(
        "update mt_events set data = jsonb_set(data, '{published}', 'null') where type = 'article_version_published'"
    )]
    public async Task What_keeps_a_tampered_store_from_being_read_is_a_finding_beside_those_of_the_chain(
        string tampering
    )
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.ExecuteAsync(tampering);

        var run = await store.RunAsync("audit", "--chain");
        var page = await store.RunAsync("audit", "--chain", "--format", "html");

        Assert.Equal((1, 1), (run.Code, page.Code));
        Assert.Matches("position [0-9]+|stream 'negotiation/harbour'", run.Output);
        Assert.Contains("the record cannot be read: ", run.Output);
        Assert.Equal("", page.Output);
        Assert.Contains("the record cannot be read: ", page.Error);
        Assert.Contains("no page was written", page.Error);
    }

    [Theory]
    [InlineData(
        "update negotiations_record set recorded_at = '-infinity' where position = 7",
        "at position 7 .*: the time 'recorded_at' is infinite or out of range"
    )]
    [InlineData(
        "alter table mt_events alter data drop not null; update mt_events set data = null where seq_id = 10",
        "at position 10 .*column data"
    )]
    [InlineData(
        "update mt_events set data = jsonb_set(data, '{evidence}', 'null') where seq_id = 10",
        "at position 10 .*evidence"
    )]
    [InlineData(
        "update mt_events set data = jsonb_set(data, '{evidence,0}', 'null') where seq_id = 10",
        "at position 10 .*an item of 'evidence' is null"
    )]
    public async Task An_event_that_cannot_be_read_is_named_also_without_the_chain(string tampering, string words)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.ExecuteAsync(tampering);

        var run = await store.RunAsync("audit", "--format", "json");

        Assert.Equal(1, run.Code);
        Assert.Matches(words, run.Output);
    }
}
