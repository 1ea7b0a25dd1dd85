using Npgsql;

namespace Negotiations.Store.Tests;

public sealed class Erasures : StoreTest
{
    [Fact]
    public async Task Data_and_salt_go_and_the_chain_stays_whole()
    {
        var events = await FillAsync();
        var checkpoint = await Store.ReadCheckpointAsync();

        await EraseAsync(3, Sample.Erasure(events[1]));

        Assert.Equal(
            """{"erased": true}""",
            await Database.QueryAsync<string>("select data::text from mt_events where version = 2")
        );
        Assert.Equal(1, await Database.QueryAsync<long>("select count(*) from negotiations_record where salt is null"));
        Assert.Empty(await FaultsAsync());
        Assert.Null(await Store.CheckCheckpointAsync(checkpoint));
        Assert.Equal(4, (await Store.ReadPositionAsync()).Position);
    }

    [Fact]
    public async Task The_check_counts_erased_events_and_says_how_far_it_is()
    {
        var events = await FillAsync();
        await EraseAsync(3, Sample.Erasure(events[1]));
        var progress = new Steps();

        await foreach (var fault in Store.CheckChainAsync(progress))
            Assert.Fail(fault.ToString());

        Assert.Equal(new ChainProgress(4, 4, 1), progress.Last);
    }

    [Fact]
    public async Task Who_erased_it_and_why_is_read_with_the_event_also_for_positions_before()
    {
        var events = await FillAsync();
        await EraseAsync(3, Sample.Erasure(events[1]));

        var before = await Store.ReadNegotiationAsync(Sample.Talks, 2);
        var stream = await Store.ReadStreamAsync(Sample.Stream);

        Assert.Equal(2, before.Count);
        Assert.True(before[1].Event.Erased);
        Assert.Equal(("the officer", "a request"), (before[1].Erasure!.Erased.Who, before[1].Erasure!.Erased.Reason));
        Assert.Equal((await Store.ReadPositionAsync()).At, before[1].Erasure!.At);
        Assert.Null(before[0].Erasure);
        Assert.Equal(4, stream.Version);
        Assert.Equal(events[1].Id, Assert.IsType<PayloadErased>(stream.Events[3].Event).Event);
    }

    [Fact]
    public async Task Erasing_twice_is_refused()
    {
        var events = await FillAsync();
        await EraseAsync(3, Sample.Erasure(events[1]));

        var failure = await Assert.ThrowsAsync<PostgresException>(() => EraseAsync(4, Sample.Erasure(events[1])));

        Assert.Contains("was erased already", failure.Message);
    }

    [Fact]
    public async Task Of_several_erasures_all_are_made_or_none()
    {
        var events = await FillAsync();

        await Assert.ThrowsAsync<PostgresException>(() =>
            EraseAsync(3, Sample.Erasure(events[1]), Sample.Erasure(Sample.Proposal()))
        );

        Assert.Equal(0, await Database.QueryAsync<long>("select count(*) from negotiations_record where salt is null"));
        Assert.Equal(3, (await Store.ReadStreamAsync(Sample.Stream)).Version);
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task That_something_was_erased_is_never_erased()
    {
        var events = await FillAsync();
        var erasure = Sample.Erasure(events[1]);
        await EraseAsync(3, erasure);

        var failure = await Assert.ThrowsAsync<PostgresException>(() => EraseAsync(4, Sample.Erasure(erasure)));

        Assert.Contains("that stays", failure.Message);
    }

    [Fact]
    public async Task A_stream_that_went_on_in_between_is_looked_at_again()
    {
        var events = await FillAsync();

        await Assert.ThrowsAsync<ConcurrencyException>(() => EraseAsync(2, Sample.Erasure(events[1])));

        Assert.Equal(0, await Database.QueryAsync<long>("select count(*) from negotiations_record where salt is null"));
    }

    [Fact]
    public async Task Erasing_while_others_append_to_the_same_stream_loses_nothing()
    {
        var events = await FillAsync();
        var appending = Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => RetryAsync(10, version => Store.AppendAsync(Sample.Stream, version, Sample.Proposals(1))))
        );
        foreach (var recorded in events)
            await RetryAsync(1, version => EraseAsync(version, Sample.Erasure(recorded)));
        await appending;

        var stream = await Store.ReadStreamAsync(Sample.Stream);
        Assert.Equal(
            (46, 3, 3),
            (
                stream.Version,
                stream.Events.Count(recorded => recorded.Event.Erased),
                stream.Events.Count(recorded => recorded.Event is PayloadErased)
            )
        );
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task What_was_erased_and_is_put_back_is_found()
    {
        var events = await FillAsync();
        await Database.ExecuteAsync(
            "create table kept as select e.data, r.salt from mt_events e join negotiations_record r "
                + "using (seq_id) where version = 2"
        );
        await EraseAsync(3, Sample.Erasure(events[1]));
        await Database.ExecuteAsync(
            "update mt_events set data = (select data from kept) where version = 2; update "
                + "negotiations_record set salt = (select salt from kept) where position = 2"
        );

        var fault = Assert.Single(await FaultsAsync());

        Assert.Equal((2L, events[1].Id, ChainFaultKind.ErasureContradicted), (fault.Position, fault.Event, fault.Kind));
    }

    [Theory]
    [InlineData(
        "update mt_events e set data = k.data from kept k where k.seq_id = e.seq_id; update "
            + "negotiations_record r set salt = k.salt from kept k where k.seq_id = r.seq_id"
    )]
    [InlineData("update mt_events e set data = k.data from kept k where k.seq_id = e.seq_id")]
    [InlineData("update negotiations_record r set salt = k.salt from kept k where k.seq_id = r.seq_id")]
    public async Task What_came_back_can_be_erased_again(string undoing)
    {
        var events = await FillAsync();
        await Database.ExecuteAsync(
            "create table kept as select e.seq_id, e.data, r.salt from mt_events e join "
                + "negotiations_record r on r.seq_id = e.seq_id where e.version = 2"
        );
        await EraseAsync(3, Sample.Erasure(events[1]));
        await Database.ExecuteAsync(undoing);
        Assert.Single(await FaultsAsync());

        await EraseAsync(4, Sample.Erasure(events[1]));

        Assert.Empty(await FaultsAsync());
        Assert.Equal(
            2,
            (await Store.ReadStreamAsync(Sample.Stream)).Events.Count(recorded => recorded.Event is PayloadErased)
        );
        Assert.Equal(
            """{"erased": true}""",
            await Database.QueryAsync<string>("select data::text from mt_events where version = 2")
        );
    }

    [Fact]
    public async Task An_erasure_that_is_forged_is_found_and_nobody_is_told_to_erase()
    {
        var events = Sample.Proposals(1);
        await Store.AppendAsync(Sample.Stream, 0, events);
        await Database.ExecuteAsync(
            $"alter table mt_events disable trigger negotiations_erasures; {EventForger.Erasure(events[0].Id)}"
        );

        var fault = Assert.Single(await FaultsAsync());

        Assert.Equal((events[0].Id, ChainFaultKind.ErasureContradicted), (fault.Event, fault.Kind));
        Assert.Contains("it is intact", fault.Problem);
        Assert.DoesNotContain("erase it", fault.Problem);
    }

    [Fact]
    public async Task An_event_that_was_put_in_as_if_erased_is_a_fault()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        await Database.ExecuteAsync(EventForger.Event(ErasedEvent.Json));

        Assert.Equal(
            [(2L, ChainFaultKind.ErasureUnrecorded)],
            (await FaultsAsync()).Select(fault => (fault.Position!.Value, fault.Kind))
        );
    }

    [Fact]
    public async Task The_servers_statistics_keep_neither_data_nor_salt()
    {
        var events = await FillAsync();
        await Database.ExecuteAsync("analyze mt_events; analyze negotiations_record");
        Assert.NotEqual(0, await CountOfStatisticsWithAsync("proposal-2"));

        await EraseAsync(3, Sample.Erasure(events[1]));

        Assert.Equal(0, await CountOfStatisticsWithAsync("proposal-2"));
        Assert.Equal(
            0,
            await Database.QueryAsync<long>(
                "select count(*) from pg_stats where tablename = 'negotiations_record' and attname in "
                    + "('salt', 'commitment')"
            )
        );
    }

    [Fact]
    public async Task What_an_older_snapshot_keeps_in_the_files_is_said_and_cleared_away_later()
    {
        var events = await FillAsync();
        await using var reader = await PlainWriter.BeginAsync(
            Database.DataSource,
            "begin isolation level repeatable read; select from mt_events"
        );

        var kept = await EraseAsync(3, Sample.Erasure(events[1]));
        var still = await Store.FinishErasureAsync();
        await reader.RollbackAsync();
        var done = await Store.FinishErasureAsync();

        Assert.Equal((false, false, true), (kept.AreGone, still.AreGone, done.AreGone));
        // On Marten also the documents that it keeps.
        Assert.Superset(
            new HashSet<string> { "public.mt_events", "public.negotiations_record" },
            kept.Tables.ToHashSet()
        );
        Assert.Contains("the process", Assert.Single(kept.HeldBy));
    }

    private Task<long> CountOfStatisticsWithAsync(string text) =>
        Database.QueryAsync<long>(
            "select count(*) from pg_stats where tablename = 'mt_events' and attname = 'data' and "
                + $"concat(histogram_bounds, most_common_vals) like '%{text}%'"
        );

    [Theory]
    [InlineData(
        "update mt_events set data = '{\"erased\": true, \"more\": 1}' where version = 2",
        ChainFaultKind.Changed
    )]
    [InlineData(
        "update mt_events set timestamp = timestamp - interval '1 second' where version = 2",
        ChainFaultKind.Changed
    )]
    [InlineData("update mt_events set type = 'talks_offered' where version = 2", ChainFaultKind.Changed)]
    public async Task The_place_of_an_erased_event_is_still_checked(string change, ChainFaultKind kind)
    {
        await EraseAsync(3, Sample.Erasure((await FillAsync())[1]));
        await Database.ExecuteAsync(change);

        var fault = Assert.Single(await FaultsAsync());

        Assert.Equal((2L, kind), (fault.Position, fault.Kind));
    }

    [Fact]
    public async Task An_erasure_recorded_before_the_event_or_for_another_one_is_none()
    {
        var events = await FillAsync();
        await EraseAsync(3, Sample.Erasure(events[1]));
        await Database.ExecuteAsync(
            "update negotiations_record set salt = null where position = 3; update mt_events set data "
                + "= '{\"erased\": true}' where version = 3"
        );

        Assert.Equal(
            [(3L, ChainFaultKind.ErasureUnrecorded)],
            (await FaultsAsync()).Select(fault => (fault.Position!.Value, fault.Kind))
        );
    }

    private async Task<IReadOnlyList<NewEvent>> FillAsync()
    {
        var events = Sample.Proposals(3);
        await Store.AppendAsync(Sample.Stream, 0, events);
        return events;
    }

    private Task<ErasureRemains> EraseAsync(long expectedVersion, params IReadOnlyList<NewEvent> erasures) =>
        Store.EraseAsync(Sample.Stream, expectedVersion, erasures);

    private async Task RetryAsync(int times, Func<long, Task> act)
    {
        while (times > 0)
        {
            try
            {
                await act((await Store.ReadStreamAsync(Sample.Stream)).Version);
                times--;
            }
            catch (ConcurrencyException)
            {
                await Task.Delay(Random.Shared.Next(5));
            }
        }
    }

    private sealed class Steps : IProgress<ChainProgress>
    {
        public ChainProgress? Last { get; private set; }

        public void Report(ChainProgress value) => Last = value;
    }
}
