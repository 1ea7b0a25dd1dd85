using NodaTime;
using Npgsql;

namespace Negotiations.Store.Tests;

/// <summary>What the record clock promises beside writers that know nothing of it.</summary>
public sealed class TheRecordClock : StoreTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_transaction_under_way_changes_no_answer_that_was_given(bool insertsFirst)
    {
        await using var other = await PlainWriter.BeginAsync(Database.DataSource);
        var number = await other.TakeNumberAsync();
        var id = insertsFirst ? await other.InsertAsync(Article("theirs"), number) : Guid.Empty;

        // Whatever the other one holds, nobody waits for it.
        await Store.AppendAsync(Article("ours"), 0, Sample.Proposals(2)).WaitAsync(Soon);
        var settled = await Store.ReadPositionAsync().WaitAsync(Soon);
        var byTime = await Store.ResolveTimeAsync(settled.At!.Value).WaitAsync(Soon);
        var answer = await Store.ReadNegotiationAsync(Sample.Talks, settled.Position);
        Assert.Equal(2, answer.Count);
        Assert.Equal(settled, byTime);

        if (!insertsFirst)
            id = await other.InsertAsync(Article("theirs"), number);
        await other.CommitAsync();

        var again = await Store.ReadNegotiationAsync(Sample.Talks, settled.Position);
        Assert.Equal(answer.Select(item => item.Id), again.Select(item => item.Id));
        Assert.Equal(settled, await Store.ResolveTimeAsync(settled.At.Value));
        Assert.True(
            number
                < await Database.QueryAsync<long>("select min(e.seq_id) from mt_events e where stream_id like '%/ours'")
        );
        Assert.Equal(settled.Position + 1, await PositionOfAsync(id));
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task Four_writers_at_once_record_every_event_once_in_the_order_of_commits()
    {
        const int rounds = 50;
        var second = await Database.OpenStoreAsync();
        var positions = new List<RecordPosition>();
        var done = new CancellationTokenSource();
        var watcher = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                positions.Add(await Store.ReadPositionAsync());
        });

        await Task.WhenAll(OursAsync(Store, "a", 2), OursAsync(second, "b", 3), TheirsAsync("c"), TheirsAsync("d"))
            .WaitAsync(Soon * 6);
        await done.CancelAsync();
        await watcher;

        var events = await ReadAsync();
        Assert.Equal(rounds * (2 + 3 + 2 + 2), events.Count);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(n => (long)n), events.Select(item => item.Position));
        Assert.Equal(events.Count, events.Select(item => item.Id).Distinct().Count());
        Assert.Equal(events.OrderBy(item => item.RecordedAt).ThenBy(item => item.Position), events);
        Assert.Equal(
            positions.Order(Comparer<RecordPosition>.Create((a, b) => a.Position.CompareTo(b.Position))),
            positions
        );
        Assert.All(events.GroupBy(item => item.Stream), stream =>
            Assert.Equal(stream.Select(item => item.Version).Order(), stream.Select(item => item.Version))
        );
        Assert.Empty(await FaultsAsync());

        async Task OursAsync(IEventStore store, string name, int count)
        {
            for (var round = 0; round < rounds; round++)
                await store.AppendAsync(Article(name), round * count, Sample.Proposals(count));
        }

        async Task TheirsAsync(string name)
        {
            for (var round = 0; round < rounds; round++)
            {
                await using var writer = await PlainWriter.BeginAsync(Database.DataSource);
                await writer.InsertAsync(Article(name), version: (2 * round) + 1);
                await writer.InsertAsync(Article(name), version: (2 * round) + 2);
                // Every third one thinks better of it, and tries again.
                if (round % 3 == 0)
                {
                    await writer.RollbackAsync();
                    await writer.ExecuteAsync("begin");
                    await writer.InsertAsync(Article(name), version: (2 * round) + 1);
                    await writer.InsertAsync(Article(name), version: (2 * round) + 2);
                }

                await writer.CommitAsync();
            }
        }
    }

    [Theory]
    [InlineData("begin")]
    [InlineData("begin; set local session_replication_role = replica")]
    [InlineData("begin isolation level repeatable read")]
    [InlineData("begin isolation level serializable")]
    [InlineData("begin; set local search_path = pg_temp, public; create temp table negotiations_record (position int)")]
    public async Task An_event_inserted_by_plain_SQL_gets_its_position(string begin)
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        await using var writer = await PlainWriter.BeginAsync(Database.DataSource, begin);
        var id = await writer.InsertAsync(Article("theirs"));
        await writer.CommitAsync();

        Assert.Equal(2, await PositionOfAsync(id));
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task A_writer_without_rights_on_the_record_clock_gets_its_position()
    {
        var role = $"writer_{Guid.NewGuid():N}";
        await Database.ExecuteAsync(
            $"""
            create role {role};
            grant select, insert, update on mt_streams, mt_events to {role};
            grant usage on sequence mt_events_sequence to {role};
            """
        );
        try
        {
            await using var writer = await PlainWriter.BeginAsync(Database.DataSource, $"begin; set local role {role}");
            var id = await writer.InsertAsync(Article("theirs"));
            await writer.CommitAsync();
            Assert.Equal(1, await PositionOfAsync(id));
        }
        finally
        {
            await Database.ExecuteAsync($"drop owned by {role}; drop role {role}");
        }
    }

    [Fact]
    public async Task A_writer_whose_snapshot_is_old_is_told_to_try_again()
    {
        await using var writer = await PlainWriter.BeginAsync(
            Database.DataSource,
            "begin isolation level repeatable read"
        );
        await writer.ScalarAsync("select count(*) from mt_events");
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        await writer.InsertAsync(Article("theirs"));

        var failure = await Assert.ThrowsAsync<PostgresException>(writer.CommitAsync);

        Assert.Equal(PostgresErrorCodes.SerializationFailure, failure.SqlState);
        Assert.Equal(1, (await Store.ReadPositionAsync()).Position);
    }

    [Fact]
    public async Task Constraints_made_immediate_give_the_position_early_and_hold_up_the_others()
    {
        await using var writer = await PlainWriter.BeginAsync(Database.DataSource);
        var first = await writer.InsertAsync(Article("theirs"));
        await writer.ExecuteAsync("set constraints all immediate");
        var second = await writer.InsertAsync(Article("theirs"), version: 2);

        var ours = Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        Assert.NotSame(ours, await Task.WhenAny(ours, Task.Delay(300)));
        Assert.Equal(new RecordPosition(0, null), await Store.ReadPositionAsync());

        await writer.CommitAsync();
        await ours.WaitAsync(Soon);

        Assert.Equal([first, second], (await ReadAsync()).Take(2).Select(item => item.Id));
        Assert.Equal(3, (await Store.ReadPositionAsync()).Position);
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task A_rollback_leaves_no_gap()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        await using (var writer = await PlainWriter.BeginAsync(Database.DataSource))
        {
            await writer.InsertAsync(Article("theirs"));
            await writer.ExecuteAsync("set constraints all immediate");
            await writer.ExecuteAsync("savepoint s");
            await writer.InsertAsync(Article("theirs"), version: 2);
            await writer.ExecuteAsync("rollback to s");
            await writer.RollbackAsync();
        }

        await Store.AppendAsync(Sample.Stream, 1, Sample.Proposals(1));

        Assert.Equal([1, 2], (await ReadAsync()).Select(item => item.Position));
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task What_counts_is_the_row_as_its_transaction_leaves_it()
    {
        await using var writer = await PlainWriter.BeginAsync(Database.DataSource);
        var changed = await writer.InsertAsync(Article("theirs"));
        var deleted = await writer.InsertAsync(Article("theirs"), version: 2);
        await writer.ExecuteAsync(
            $"update mt_events set data = data || '{{\"act\":\"changed\"}}' where id = '{changed}'"
        );
        await writer.ExecuteAsync($"delete from mt_events where id = '{deleted}'; update mt_streams set version = 1");
        await writer.CommitAsync();

        Assert.Equal([changed], (await ReadAsync()).Select(item => item.Id));
        Assert.Equal(1, (await Store.ReadPositionAsync()).Position);
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task Events_from_when_the_trigger_was_off_are_settled_in_the_order_of_their_numbers()
    {
        await Database.ExecuteAsync("alter table mt_events disable trigger negotiations_record");
        await using var writer = await PlainWriter.BeginAsync(Database.DataSource);
        var later = await writer.InsertAsync(Article("theirs"), 20);
        var earlier = await writer.InsertAsync(Article("theirs"), 10, version: 2);
        await writer.CommitAsync();
        Assert.Equal(2, (await FaultsAsync()).Count(fault => fault.Position is null));

        Assert.Equal(2, await Store.SettleAsync());
        Assert.Equal(0, await Store.SettleAsync());

        Assert.Equal([earlier, later], (await ReadAsync()).Select(item => item.Id));
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task Settling_within_a_transaction_gives_its_events_one_position_each()
    {
        await using var writer = await PlainWriter.BeginAsync(Database.DataSource);
        await writer.InsertAsync(Article("theirs"));
        Assert.Equal(1L, await writer.ScalarAsync("select negotiations_settle()"));
        await writer.CommitAsync();

        Assert.Equal(1, (await Store.ReadPositionAsync()).Position);
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task An_empty_store_stands_at_zero()
    {
        Assert.Equal(new RecordPosition(0, null), await Store.ReadPositionAsync());
        Assert.Equal(new RecordPosition(0, null), await Store.ResolvePositionAsync(0));
        Assert.Equal(new RecordPosition(0, null), await Store.ResolveTimeAsync(Instant.FromUtc(2025, 5, 14, 21, 0)));
    }

    [Fact]
    public async Task A_position_is_settled_when_it_is_there()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(3));
        var events = await ReadAsync();

        Assert.Equal(new RecordPosition(2, events[1].RecordedAt), await Store.ResolvePositionAsync(2));
        Assert.Equal(new RecordPosition(0, null), await Store.ResolvePositionAsync(0));
        var beyond = await Assert.ThrowsAsync<UnsettledException>(() => Store.ResolvePositionAsync(4));
        Assert.Contains("beyond the last one", beyond.Message);
        Assert.Contains("3", beyond.Message);
        await Assert.ThrowsAsync<UnsettledException>(() => Store.ResolvePositionAsync(-1));
    }

    [Fact]
    public async Task A_time_gives_the_last_position_recorded_by_then()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        await Task.Delay(5);
        await Store.AppendAsync(Sample.Stream, 1, Sample.Proposals(1));
        var events = await ReadAsync();
        var (first, second) = (events[0].RecordedAt, events[1].RecordedAt);
        var microsecond = Duration.FromNanoseconds(1000);

        Assert.Equal(0, (await Store.ResolveTimeAsync(first - microsecond)).Position);
        Assert.Equal(new RecordPosition(1, first), await Store.ResolveTimeAsync(first));
        Assert.Equal(new RecordPosition(1, first), await Store.ResolveTimeAsync(second - microsecond));
        Assert.Equal(new RecordPosition(1, first), await Store.ResolveTimeAsync(second - Duration.FromNanoseconds(1)));
        Assert.Equal(new RecordPosition(2, second), await Store.ResolveTimeAsync(second));
        Assert.Equal(0, (await Store.ResolveTimeAsync(Instant.MinValue)).Position);
    }

    [Fact]
    public async Task A_time_in_the_future_is_refused()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var failure = await Assert.ThrowsAsync<UnsettledException>(() =>
            Store.ResolveTimeAsync(now + Duration.FromHours(1))
        );
        Assert.Contains("lies in the future of the store's clock, which stands at", failure.Message);
        await Assert.ThrowsAsync<UnsettledException>(() => Store.ResolveTimeAsync(Instant.MaxValue));
    }

    [Fact]
    public async Task A_question_by_time_waits_for_a_commit_under_way()
    {
        await using var writer = await PlainWriter.BeginAsync(Database.DataSource);
        var id = await writer.InsertAsync(Article("theirs"));
        // As far as a commit goes while it has its position and is not visible yet.
        await writer.ExecuteAsync("set constraints all immediate");
        var recordedAt = Instant.FromDateTimeUtc(
            (DateTime)(await writer.ScalarAsync("select recorded_at from negotiations_record"))!
        );

        var question = Store.ResolveTimeAsync(recordedAt);
        Assert.NotSame(question, await Task.WhenAny(question, Task.Delay(300)));
        await writer.CommitAsync();

        Assert.Equal(new RecordPosition(1, recordedAt), await question.WaitAsync(Soon));
        Assert.Equal(1, await PositionOfAsync(id));
    }

    [Fact]
    public async Task Questions_by_time_stay_as_they_were_answered_while_many_write()
    {
        var done = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var version = 0; !done.IsCancellationRequested; version++)
                await Store.AppendAsync(Sample.Stream, version, Sample.Proposals(1));
        });

        var answers = new List<(Instant Time, RecordPosition Answer)>();
        for (var question = 0; question < 300; question++)
        {
            var time = SystemClock.Instance.GetCurrentInstant() - Duration.FromNanoseconds(1000 * (question % 5) * 200);
            if (
                await Record.ExceptionAsync(async () => answers.Add((time, await Store.ResolveTimeAsync(time)))) is
                { } failure
            )
                Assert.IsType<UnsettledException>(failure);
        }

        await done.CancelAsync();
        await writing;
        Assert.True(answers.Count > 200);
        foreach (var (time, answer) in answers)
            Assert.Equal(answer, await Store.ResolveTimeAsync(time));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_changes_no_answer()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        var last = (await Store.ReadPositionAsync()).At!.Value;
        await Task.Delay(5);
        var time = last + Duration.FromMilliseconds(3);
        var answer = await Store.ResolveTimeAsync(time);
        Assert.Equal(1, answer.Position);

        // To the next row, a clock set back looks just like a last row and a floor that lie ahead of it.
        await Database.ExecuteAsync("update negotiations_clock set floor = floor + interval '1 hour'");
        await Store.AppendAsync(Sample.Stream, 1, Sample.Proposals(2));

        var events = await ReadAsync();
        Assert.True(events[1].RecordedAt >= time + Duration.FromHours(1));
        Assert.Equal(events[1].RecordedAt, events[2].RecordedAt);
        Assert.Equal(answer, await Store.ResolveTimeAsync(time));
        // What lies between the server's clock and the last row is past: nothing can be recorded there any more.
        Assert.Equal(1, (await Store.ResolveTimeAsync(events[1].RecordedAt - Duration.FromMinutes(1))).Position);
        await Assert.ThrowsAsync<UnsettledException>(() =>
            Store.ResolveTimeAsync(events[1].RecordedAt + Duration.FromMinutes(1))
        );
    }

    [Fact]
    public async Task Savepoints_keep_the_order_of_a_stream()
    {
        await using var writer = await PlainWriter.BeginAsync(Database.DataSource);
        var first = await writer.InsertAsync(Article("theirs"));
        await writer.ExecuteAsync("savepoint here");
        var second = await writer.InsertAsync(Article("theirs"), version: 2);
        await writer.ExecuteAsync("release savepoint here");
        var third = await writer.InsertAsync(Article("theirs"), version: 3);
        await writer.CommitAsync();

        long[] positions = [await PositionOfAsync(first), await PositionOfAsync(second), await PositionOfAsync(third)];
        Assert.Equal([1, 2, 3], positions);
    }

    [Fact]
    public async Task Rows_in_descending_order_of_their_numbers_each_get_one_position()
    {
        await Database.ExecuteAsync(
            """
            insert into mt_streams (id, version) values ('article/lakes/theirs', 50);
            select setval('mt_events_sequence', 1000);
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
            select 1000 - n, gen_random_uuid(), 'article/lakes/theirs', 51 - n, '{}', 'tombstone', now(), 'x'
              from generate_series(1, 50) n;
            """
        );

        Assert.Equal(50, (await Store.ReadPositionAsync()).Position);
        Assert.Equal(50, await Database.QueryAsync<long>("select count(distinct seq_id) from negotiations_record"));
        Assert.Empty(await FaultsAsync());
    }
}
