namespace Negotiations.Store.Tests;

/// <summary>What the embedded store sees to when it is opened, and what positions cost.</summary>
public sealed class RecordClockTests : StoreTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("alter table mt_events disable trigger negotiations_record")]
    [InlineData("alter table mt_events enable trigger negotiations_record")]
    [InlineData("drop trigger negotiations_record on mt_events")]
    public async Task Opening_restores_the_trigger_and_settles_what_it_missed(string damage)
    {
        await Database.ExecuteAsync(damage);
        await using var writer = await PlainWriter.BeginAsync(
            Database.DataSource,
            "begin; set local session_replication_role = replica"
        );
        var id = await writer.InsertAsync(Article("theirs"));

        // A writer under way, whose event the trigger misses, is waited for.
        var opening = MartenEventStore.OpenAsync(Database.DataSource);
        Assert.NotSame(opening, await Task.WhenAny(opening, Task.Delay(300)));
        await writer.CommitAsync();
        await opening.WaitAsync(Soon);

        Assert.Equal(1, await PositionOfAsync(id));
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        Assert.Equal(2, (await Store.ReadPositionAsync()).Position);
    }

    [Fact]
    public async Task A_hundred_thousand_events_in_one_transaction_take_no_more_than_their_share()
    {
        var small = await BulkAsync("small", 10_000);
        var large = await BulkAsync("large", 100_000);

        Assert.Equal(110_000, (await Store.ReadPositionAsync()).Position);
        // Ten times as many; forty leaves room for a busy machine, and a quadratic commit would take a hundred times as
        // long.
        Assert.True(large < 40 * small, $"{large} against {small}");

        async Task<TimeSpan> BulkAsync(string name, int count)
        {
            await using var writer = await PlainWriter.BeginAsync(Database.DataSource);
            await writer.ExecuteAsync(
                $"""
                insert into mt_streams (id, version) values ('{name}', {count});
                insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
                select nextval('mt_events_sequence'), gen_random_uuid(), '{name}', n, jsonb_build_object('n', n),
                       'bulk', now()
                  from generate_series(1, {count}) n
                """
            );
            var watch = System.Diagnostics.Stopwatch.StartNew();
            await writer.CommitAsync();
            return watch.Elapsed;
        }
    }
}
