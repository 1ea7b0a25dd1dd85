namespace Negotiations.Store.Tests;

/// <summary>What somebody with every right on the database does to it behind the program's back.</summary>
public sealed class TamperedRecords : StoreTest
{
    private const string Third = "where position = 3";

    [Theory]
    [InlineData(
        "update mt_events set data = jsonb_set(data, '{summary}', to_jsonb(replace(data ->> "
            + "'summary', 'ceasefire', 'ceasefirf'))) where version = 3",
        ChainFaultKind.Changed,
        "data"
    )]
    [InlineData(
        "update mt_events set data = data || '{\"unknown\": null}' where version = 3",
        ChainFaultKind.Changed,
        "data"
    )]
    [InlineData(
        "insert into mt_streams (id) values ('other'); update mt_events set stream_id = 'other' where version = 3",
        ChainFaultKind.Changed,
        "stream"
    )]
    [InlineData("update mt_events set version = 9 where version = 3", ChainFaultKind.Changed, "version")]
    [InlineData(
        "update mt_events set timestamp = timestamp + interval '1 microsecond' where version = 3",
        ChainFaultKind.Changed,
        "times"
    )]
    [InlineData("update mt_events set timestamp = 'infinity' where version = 3", ChainFaultKind.Changed, "times")]
    [InlineData("update mt_events set is_archived = true where version = 3", ChainFaultKind.Changed, "archived")]
    [InlineData("update mt_events set is_archived = null where version = 3", ChainFaultKind.Changed, "archived")]
    [InlineData("update mt_events set type = 'ceasefire_rejected' where version = 3", ChainFaultKind.Changed, "type")]
    [InlineData("update mt_events set mt_dotnet_type = null where version = 3", ChainFaultKind.Changed, "type")]
    [InlineData("update mt_events set tenant_id = '' where version = 3", ChainFaultKind.Changed, "tenant")]
    [InlineData("update mt_events set bdata = '' where version = 3", ChainFaultKind.Changed, "binary")]
    [InlineData(
        "update mt_events set id = gen_random_uuid() where version = 3",
        ChainFaultKind.Changed,
        "in the place of"
    )]
    [InlineData("update mt_events set seq_id = 1000 where version = 3", ChainFaultKind.Changed, "seq_id")]
    [InlineData(
        $"update negotiations_record set recorded_at = recorded_at + interval '1 microsecond' {Third}",
        ChainFaultKind.Changed,
        "times"
    )]
    [InlineData($"update negotiations_record set link = sha256(link) {Third}", ChainFaultKind.RecordAltered, "link")]
    [InlineData(
        $"update negotiations_record set event_id = gen_random_uuid() {Third}",
        ChainFaultKind.RecordAltered,
        "another event"
    )]
    [InlineData(
        $"update negotiations_record set commitment = sha256(commitment) {Third}",
        ChainFaultKind.Changed,
        "data"
    )]
    [InlineData($"update negotiations_record set salt = sha256(salt) {Third}", ChainFaultKind.Changed, "data")]
    [InlineData($"update negotiations_record set salt = null {Third}", ChainFaultKind.Changed, "no salt")]
    [InlineData(
        $"update negotiations_record set salt = null {Third}; update mt_events set data = "
            + "'{\"erased\": true}' where version = 3",
        ChainFaultKind.ErasureUnrecorded,
        "no erasure"
    )]
    [InlineData("delete from mt_events where version = 3", ChainFaultKind.Removed, "gone")]
    [InlineData($"delete from negotiations_record {Third}", ChainFaultKind.RecordMissing, "missing")]
    public async Task What_is_done_to_an_event_is_found_at_its_position_first(
        string change,
        ChainFaultKind kind,
        string problem
    )
    {
        var events = await FillAsync();

        await Database.ExecuteAsync(change);

        var fault = (await FaultsAsync())[0];
        Assert.Equal((3L, kind), (fault.Position, fault.Kind));
        if (!change.Contains("set id"))
            Assert.Equal(events[2].Id, fault.Event);
        Assert.Contains(problem, fault.Problem);
        Assert.Contains("position 3", fault.ToString());
        if (kind is ChainFaultKind.Changed && !change.Contains("type =") && !change.Contains("bdata"))
            Assert.Equal("herald-2031-04-02#proposal-3", fault.ShortForm);
    }

    [Theory]
    [InlineData("mt_events", "data", "version", ChainFaultKind.Changed)]
    [InlineData("mt_events", "type", "version", ChainFaultKind.Changed)]
    [InlineData("mt_events", "stream_id", "version", ChainFaultKind.Changed)]
    [InlineData("mt_events", "version", "version", ChainFaultKind.Changed)]
    [InlineData("mt_events", "timestamp", "version", ChainFaultKind.Changed)]
    [InlineData("mt_events", "id", "version", ChainFaultKind.Changed)]
    [InlineData("mt_events", "seq_id", "version", ChainFaultKind.Changed)]
    [InlineData("negotiations_record", "recorded_at", "position", ChainFaultKind.RecordAltered)]
    [InlineData("negotiations_record", "link", "position", ChainFaultKind.RecordAltered)]
    [InlineData("negotiations_record", "commitment", "position", ChainFaultKind.RecordAltered)]
    [InlineData("negotiations_record", "event_id", "position", ChainFaultKind.RecordAltered)]
    [InlineData("negotiations_record", "seq_id", "position", ChainFaultKind.RecordAltered)]
    public async Task A_column_that_was_emptied_is_named_at_its_position_and_the_check_goes_on(
        string table,
        string column,
        string key,
        ChainFaultKind kind
    )
    {
        await FillAsync();
        if (column == "seq_id" && table == "mt_events")
            await Database.ExecuteAsync("alter table mt_events drop constraint pkey_mt_events_seq_id");
        await Database.ExecuteAsync(
            $"alter table {table} alter {column} drop not null; update {table} set {column} = null where {key} = 3"
        );
        await Database.ExecuteAsync("update mt_events set data = data || '{\"x\": 1}' where version = 5");

        var faults = await FaultsAsync();

        Assert.Equal((3L, kind), (faults[0].Position, faults[0].Kind));
        Assert.Contains(column, faults[0].Problem);
        Assert.Equal([5L], faults.Select(fault => fault.Position).Where(position => position > 3));
    }

    [Theory]
    [InlineData("alter table mt_events alter data type text")]
    [InlineData("alter table mt_events drop column tenant_id")]
    [InlineData("alter table negotiations_record drop column link")]
    [InlineData("drop table negotiations_record cascade")]
    public async Task Tables_that_are_not_those_of_the_record_any_more_are_a_fault(string change)
    {
        await FillAsync();
        await Database.ExecuteAsync(change);

        Assert.Contains(await FaultsAsync(), fault =>
            fault.Problem.Contains("the tables are not those that were made", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("data")]
    [InlineData("id")]
    [InlineData("timestamp")]
    [InlineData("data, timestamp, type")]
    [InlineData("version")]
    [InlineData("seq_id")]
    [InlineData("id, stream_id, version, data, type, timestamp, mt_dotnet_type")]
    public async Task Events_that_have_changed_places_are_named_as_such(string columns)
    {
        await FillAsync();

        await SwapAsync("mt_events", "version", 2, 4, columns);

        AssertReordered(await FaultsAsync());
    }

    [Theory]
    [InlineData("position", 2, 4)]
    [InlineData("position", 3, 4)]
    [InlineData("seq_id", 2, 4)]
    [InlineData("seq_id, event_id", 2, 4)]
    public async Task Rows_of_the_record_that_have_changed_places_are_named_as_such(
        string columns,
        int first,
        int second
    )
    {
        await FillAsync();

        await SwapAsync("negotiations_record", "position", first, second, columns);

        AssertReordered(await FaultsAsync(), first, second);
    }

    [Fact]
    public async Task The_last_event_deleted_is_a_row_of_the_record_without_its_event()
    {
        var events = await FillAsync();

        await Database.ExecuteAsync("delete from mt_events where version = 5");

        var fault = Assert.Single(await FaultsAsync());
        Assert.Equal((5, events[4].Id, ChainFaultKind.Removed), (fault.Position, fault.Event, fault.Kind));
    }

    [Theory]
    [InlineData("delete from mt_events where version = 1 and position('herald' in stream_id) > 0", 1)]
    [InlineData("delete from mt_events where version in (3, 4)", 3, 4)]
    [InlineData("delete from mt_events where version = 5", 5)]
    [InlineData("delete from mt_events where version = 2; delete from negotiations_record where position = 2", 2)]
    public async Task An_event_that_was_deleted_is_named_by_the_gap_in_its_stream(string change, params int[] versions)
    {
        await FillAsync();
        await Store.AppendAsync(Article("later"), 0, Sample.Proposals(1));

        await Database.ExecuteAsync(change);

        var faults = await FaultsAsync();
        Assert.Equal(
            versions.Select(version => (Sample.Stream, (long?)version, ChainFaultKind.Removed)),
            faults.Select(fault => (fault.Stream!, fault.Version, fault.Kind))
        );
        Assert.Contains($"version {versions[0]} of stream '{Sample.Stream}'", faults[0].ToString());
    }

    [Fact]
    public async Task The_only_event_of_a_stream_that_was_deleted_is_not_given_to_another_stream()
    {
        await FillAsync();
        await Store.AppendAsync(Article("later"), 0, Sample.Proposals(1));
        await Database.ExecuteAsync($"delete from mt_events where stream_id = '{Article("later")}'");

        Assert.Null((await FaultsAsync())[0].Stream);
    }

    [Fact]
    public async Task The_last_event_deleted_with_its_row_of_the_record_leaves_a_stream_that_says_more()
    {
        await FillAsync();

        await Database.ExecuteAsync(
            "delete from mt_events where version = 5; delete from negotiations_record where position = 5"
        );

        var fault = Assert.Single(await FaultsAsync());
        Assert.Equal((Sample.Stream, 5, ChainFaultKind.Removed), (fault.Stream, fault.Version, fault.Kind));
        Assert.Contains("version 5, but its last event is 4", fault.Problem);
    }

    [Fact]
    public async Task The_last_event_deleted_with_everything_that_names_it_is_found_by_a_checkpoint_only()
    {
        await FillAsync();
        var checkpoint = await Store.ReadCheckpointAsync();

        await Database.ExecuteAsync(
            "delete from mt_events where version = 5; delete from negotiations_record where position "
                + "= 5; update mt_streams set version = 4 where version = 5"
        );

        Assert.Empty(await FaultsAsync());
        var fault = await Store.CheckCheckpointAsync(checkpoint);
        Assert.Equal((5L, ChainFaultKind.Removed), (fault!.Position, fault.Kind));
        Assert.Contains("the record ends at 4", fault.Problem);
    }

    [Fact]
    public async Task A_whole_stream_deleted_with_its_rows_of_the_record_leaves_a_gap()
    {
        await FillAsync();
        await Store.AppendAsync(Article("later"), 0, Sample.Proposals(1));

        await Database.ExecuteAsync(
            "delete from negotiations_record where position between 2 and 4; delete from mt_events "
                + $"where version between 2 and 4 and stream_id = '{Sample.Stream}'"
        );

        var faults = await FaultsAsync();
        Assert.Equal((2L, ChainFaultKind.Removed), (faults[0].Position, faults[0].Kind));
        Assert.Contains("up to position 4", faults[0].Problem);
    }

    [Fact]
    public async Task An_event_put_in_while_the_trigger_was_off_is_found()
    {
        await FillAsync();

        await Database.ExecuteAsync("alter table mt_events disable trigger negotiations_record");
        await using var writer = await PlainWriter.BeginAsync(Database.DataSource);
        var id = await writer.InsertAsync(Article("theirs"));
        await writer.CommitAsync();
        await Database.ExecuteAsync("alter table mt_events enable always trigger negotiations_record");

        var fault = Assert.Single(await FaultsAsync());
        Assert.Equal((null, id, ChainFaultKind.Inserted), (fault.Position, fault.Event, fault.Kind));
    }

    [Fact]
    public async Task A_chain_rewritten_from_the_middle_on_is_found_by_a_checkpoint_only()
    {
        var events = await FillAsync();
        var early = await Store.ReadCheckpointAsync() with { Position = 2, Head = await LinkAsync(2) };
        var late = await Store.ReadCheckpointAsync();

        await Database.ExecuteAsync(
            "update mt_events set data = jsonb_set(data, '{durationDays}', '31') where version = 3"
        );
        await Database.ExecuteAsync(RecordRewriter.From(3));

        Assert.Empty(await FaultsAsync());
        Assert.Null(await Store.CheckCheckpointAsync(early));
        var fault = await Store.CheckCheckpointAsync(late);
        Assert.Equal((5, events[4].Id), (fault!.Position, fault.Event));
        Assert.Contains("rewritten at this position or before it", fault.Problem);
    }

    [Fact]
    public async Task A_row_of_a_stream_that_does_not_fit_its_events_is_found()
    {
        await FillAsync();
        await Database.ExecuteAsync("update mt_streams set version = 3 where version = 5");

        var fault = Assert.Single(await FaultsAsync());

        Assert.Equal((Sample.Stream, ChainFaultKind.StreamAltered), (fault.Stream, fault.Kind));
    }

    [Theory]
    [InlineData("update mt_streams set is_archived = true", "article/lakes/herald-2031-04-02", "archived")]
    [InlineData("update mt_streams set tenant_id = 'another'", "article/lakes/herald-2031-04-02", "tenant")]
    [InlineData("update mt_streams set tenant_id = null", "article/lakes/herald-2031-04-02", "tenant")]
    [InlineData(
        "insert into mt_streams (id, version) values ('article/lakes/ghost', 0)",
        "article/lakes/ghost",
        "no events"
    )]
    [InlineData("insert into mt_streams (id) values ('article/lakes/ghost')", "article/lakes/ghost", "no events")]
    public async Task What_else_was_done_to_the_row_of_a_stream_is_found(string change, string stream, string words)
    {
        await FillAsync();
        await Database.ExecuteAsync(change);

        var fault = Assert.Single(await FaultsAsync());

        Assert.Equal((stream, ChainFaultKind.StreamAltered), (fault.Stream, fault.Kind));
        Assert.Contains(words, fault.Problem);
    }

    [Fact]
    public async Task An_export_shows_that_the_end_was_cut_off_with_all_that_names_it()
    {
        await FillAsync();
        await Store.RecordExportAsync(new("csv-facts", Sample.Talks, 5, "", "facts.csv", new byte[32]));
        Assert.Empty(await FaultsAsync());
        await Database.ExecuteAsync(
            "delete from mt_events where version = 5; delete from negotiations_record where position "
                + "= 5; update mt_streams set version = 4"
        );

        var fault = Assert.Single(await FaultsAsync());

        Assert.Equal((5L, ChainFaultKind.Removed), (fault.Position, fault.Kind));
        Assert.Contains("export 1", fault.Problem);
    }

    [Fact]
    public async Task A_row_of_a_stream_that_is_gone_is_found()
    {
        await FillAsync();
        await Database.ExecuteAsync(
            "set session_replication_role = replica; delete from mt_streams; set session_replication_role = origin"
        );

        var fault = Assert.Single(await FaultsAsync());

        Assert.Equal((Sample.Stream, ChainFaultKind.StreamAltered), (fault.Stream, fault.Kind));
    }

    [Fact]
    public async Task Every_one_of_many_faults_is_named_in_the_order_of_positions()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1300));
        await Database.ExecuteAsync("update mt_events set data = data || '{\"x\": 1}' where version % 3 = 0");

        var faults = await FaultsAsync();

        Assert.Equal(
            Enumerable.Range(1, 1300).Where(place => place % 3 == 0),
            faults.Select(fault => (int)fault.Position!)
        );
        Assert.All(faults, fault => Assert.Equal(ChainFaultKind.Changed, fault.Kind));
    }

    private async Task<IReadOnlyList<NewEvent>> FillAsync()
    {
        var events = Sample.Proposals(5);
        // One commit each, so that no two have the same time.
        for (var i = 0; i < events.Count; i++)
            await Store.AppendAsync(Sample.Stream, i, [events[i]]);
        Assert.Empty(await FaultsAsync());
        return events;
    }

    private Task SwapAsync(string table, string key, int first, int second, string columns)
    {
        var names = columns.Split(", ");
        // What is unique is moved out of the way first.
        var unique = names
            .Where(name => name is "position" or "seq_id" or "version" or "event_id")
            .Select(name =>
                $"update {table} t set {name} = "
                + $"{(name == "event_id" ? "gen_random_uuid()" : $"-t.{name}")} from swapped s where "
                + $"{Same(table)};"
            );
        return Database.ExecuteAsync(
            $"""
            create temporary table swapped as select {key} as key, * from {table} where {key} in ({first}, {second});
            {string.Concat(unique)}
            update {table} t set {string.Join(
                ", ",
                names.Select(name => $"{name} = o.{name}")
            )} from swapped s, swapped o where {Same(table)} and o.key <> s.key;
            drop table swapped
            """
        );
    }

    private static string Same(string table) => table == "mt_events" ? "t.data = s.data" : "t.link = s.link";

    private static void AssertReordered(IReadOnlyList<ChainFault> faults, int first = 2, int second = 4)
    {
        Assert.Equal(
            [(first, ChainFaultKind.Reordered), (second, ChainFaultKind.Reordered)],
            faults.Select(fault => ((int)fault.Position!, fault.Kind))
        );
        Assert.Contains($"position {second}", faults[0].Problem);
    }

    private Task<byte[]> LinkAsync(long position) =>
        Database.QueryAsync<byte[]>($"select link from negotiations_record where position = {position}");
}
