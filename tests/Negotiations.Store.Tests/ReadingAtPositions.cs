using Npgsql;

namespace Negotiations.Store.Tests;

public sealed class ReadingAtPositions : StoreTest
{
    [Fact]
    public async Task Events_are_read_in_the_order_of_positions_each_once()
    {
        var events = Sample.Proposals(4);
        await Store.AppendAsync(Sample.Stream, 0, events);
        await Store.AppendAsync(StreamName.ForNegotiation(Sample.Talks), 0, [Sample.Definition(Sample.Talks)]);

        var read = await Store.ReadEventsAsync(Sample.Talks, [5, 3, 1, 3]);

        Assert.Equal([1, 3, 5], read.Select(item => item.Position));
        var whole = await ReadAsync();
        Assert.Equal(
            new[] { whole[0], whole[2], whole[4] }.Select(Describe),
            read.Select(Describe)
        );
    }

    [Fact]
    public async Task Positions_that_are_not_there_or_of_other_talks_give_nothing()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        await Store.AppendAsync("article/lakes-2/one", 0, Sample.Proposals(1));
        await Store.AppendAsync("negotiation/lakes-2", 0, [Sample.Definition("lakes-2")]);

        Assert.Equal([1], (await Store.ReadEventsAsync(Sample.Talks, [-1, 0, 1, 2, 3, 4])).Select(e => e.Position));
        Assert.Empty(await Store.ReadEventsAsync(Sample.Talks, []));
    }

    [Fact]
    public async Task An_erased_event_tells_of_its_erasure()
    {
        var events = Sample.Proposals(3);
        await Store.AppendAsync(Sample.Stream, 0, events);
        await Store.EraseAsync(Sample.Stream, 3, [Sample.Erasure(events[1])]);

        var read = await Store.ReadEventsAsync(Sample.Talks, [1, 2]);

        Assert.Null(read[0].Erasure);
        Assert.True(read[1].Event.Erased);
        Assert.Equal("the officer", read[1].Erasure!.Erased.Who);
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_is_named_and_the_others_are_read()
    {
        var events = Sample.Proposals(2);
        await Store.AppendAsync(Sample.Stream, 0, events);
        await Database.ExecuteAsync($"update mt_events set type = 'moon_landed' where id = '{events[1].Id}'");

        Assert.Single(await Store.ReadEventsAsync(Sample.Talks, [1]));
        var failure = await Assert.ThrowsAsync<UnreadableEventException>(() =>
            Store.ReadEventsAsync(Sample.Talks, [1, 2])
        );
        Assert.Contains(events[1].Id.ToString(), failure.Message);
    }

    // A scan would make the cost follow the size of the store. What the planner believes of the tables plays no part:
    // a store that is being filled was never analysed.
    [Theory]
    [InlineData(false, 3)]
    [InlineData(false, 2_000)]
    [InlineData(true, 3)]
    [InlineData(true, 2_000)]
    public async Task They_are_looked_up_by_key(bool isAnalysed, int positions)
    {
        await using (var writer = await PlainWriter.BeginAsync(Database.DataSource))
        {
            await writer.ExecuteAsync(
                """
                alter table mt_events set (autovacuum_enabled = false);
                alter table negotiations_record set (autovacuum_enabled = false);
                insert into mt_streams (id, version) select 'article/lakes/' || n, 20 from generate_series(1, 100) n;
                insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
                select nextval('mt_events_sequence'), gen_random_uuid(), 'article/lakes/' || n, v,
                       jsonb_build_object('text', repeat('x', 500)), 'ceasefire_proposed', now()
                  from generate_series(1, 100) n, generate_series(1, 20) v;
                """
            );
            await writer.CommitAsync();
        }

        if (isAnalysed)
            await Database.ExecuteAsync("analyze");

        var plan = await ExplainAsync([.. Enumerable.Range(1, positions).Select(position => (long)position)]);

        Assert.DoesNotContain("Seq Scan", plan);
        Assert.Contains("Index Cond: (\"position\" = p.p)", plan);
        Assert.Contains("Index Cond: (seq_id = r.seq_id)", plan);
        Assert.DoesNotContain("Hash Join", plan);
    }

    private async Task<string> ExplainAsync(long[] positions)
    {
        await using var connection = await Database.DataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"explain {EventReader.PositionsSql}", connection)
        {
            Parameters =
            {
                new("own", StreamName.ForNegotiation(Sample.Talks)),
                new("articles", StreamName.PrefixForArticles(Sample.Talks)),
                new("positions", positions),
            },
        };
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    private static string Describe(RecordedEvent read) =>
        $"{read.Position} {read.RecordedAt} {read.Id} {read.Stream} {read.Version} {EventJson.Write(read.Event)}";
}
