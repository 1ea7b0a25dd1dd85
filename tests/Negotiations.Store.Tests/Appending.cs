namespace Negotiations.Store.Tests;

public sealed class Appending : StoreTest
{
    [Fact]
    public async Task What_was_appended_is_read_back()
    {
        var events = Sample.Proposals(3);
        await Store.AppendAsync(Sample.Stream, 0, events);

        var stream = await Store.ReadStreamAsync(Sample.Stream);
        var read = stream.Events;

        Assert.Equal(events.Select(item => item.Id), read.Select(item => item.Id));
        Assert.Equal(3, stream.Version);
        Assert.Equal([1, 2, 3], read.Select(item => item.Version));
        Assert.Equal([1, 2, 3], read.Select(item => item.Position));
        Assert.All(read, item => Assert.Equal(Sample.Stream, item.Stream));
        Assert.Equal(
            events.Select(item => EventJson.Write(item.Event)),
            read.Select(item => EventJson.Write(item.Event))
        );
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_is_empty()
    {
        var stream = await Store.ReadStreamAsync("article/lakes/none");

        Assert.Equal(0, stream.Version);
        Assert.Empty(stream.Events);
    }

    [Fact]
    public async Task Appending_nothing_makes_no_stream()
    {
        await Store.AppendAsync(Sample.Stream, 0, []);
        Assert.Equal(0, await Database.QueryAsync<long>("select count(*) from mt_streams"));
    }

    [Fact]
    public async Task A_stream_must_have_the_expected_version()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(2));

        await Assert.ThrowsAsync<ConcurrencyException>(() => Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1)));
        await Assert.ThrowsAsync<ConcurrencyException>(() => Store.AppendAsync(Sample.Stream, 1, Sample.Proposals(1)));
        await Assert.ThrowsAsync<ConcurrencyException>(() => Store.AppendAsync(Sample.Stream, 3, Sample.Proposals(1)));
        await Assert.ThrowsAsync<ConcurrencyException>(() => Store.AppendAsync("other", 1, Sample.Proposals(1)));

        await Store.AppendAsync(Sample.Stream, 2, Sample.Proposals(1));
        Assert.Equal(3, (await Store.ReadStreamAsync(Sample.Stream)).Events.Count);
        Assert.Equal(3, (await Store.ReadPositionAsync()).Position);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Of_several_who_append_at_one_version_one_succeeds(long expected)
    {
        if (expected > 0)
            await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals((int)expected));

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async _ =>
                {
                    var failure = await Record.ExceptionAsync(() =>
                        Store.AppendAsync(Sample.Stream, expected, Sample.Proposals(2))
                    );
                    if (failure is not null)
                        Assert.IsType<ConcurrencyException>(failure);
                    return failure is null;
                })
        );

        Assert.Single(outcomes, succeeded => succeeded);
        Assert.Equal(expected + 2, (await Store.ReadStreamAsync(Sample.Stream)).Events.Count);
    }

    [Fact]
    public async Task A_writer_who_left_the_version_of_the_stream_behind_is_noticed()
    {
        await using var other = await PlainWriter.BeginAsync(Database.DataSource);
        await other.InsertAsync(Sample.Stream);
        await other.InsertAsync(Sample.Stream, version: 2);
        await other.ExecuteAsync("update mt_streams set version = 1; commit");

        await Assert.ThrowsAsync<ConcurrencyException>(() => Store.AppendAsync(Sample.Stream, 1, Sample.Proposals(1)));
    }

    [Fact]
    public async Task An_event_is_appended_once()
    {
        var events = Sample.Proposals(2);
        await Store.AppendAsync(Sample.Stream, 0, events);

        var failure = await Assert.ThrowsAsync<DuplicateEventException>(() =>
            Store.AppendAsync(Article("other"), 0, [Sample.Proposal(), events[1]])
        );

        Assert.Equal([events[1].Id], failure.Events);
        Assert.Contains(events[1].Id.ToString(), failure.Message);
        var twice = Sample.Proposal();
        failure = await Assert.ThrowsAsync<DuplicateEventException>(() =>
            Store.AppendAsync(Article("other"), 0, [twice, twice])
        );
        Assert.Contains("given twice", failure.Message);
        Assert.Empty((await Store.ReadStreamAsync(Article("other"))).Events);
        // Marten leaves tombstones where a commit failed, at some moment after it; they have positions too.
        Assert.Equal(2, await Database.QueryAsync<long>("select count(*) from mt_events where type <> 'tombstone'"));
    }

    [Fact]
    public async Task A_cancelled_append_appends_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1), cancelled.Token)
        );
        Assert.Empty((await Store.ReadStreamAsync(Sample.Stream)).Events);
    }

    [Fact]
    public async Task The_row_of_an_event_is_as_Marten_writes_it()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(12));

        var rows = await Database.QueryAsync<string>(
            """
            select string_agg(distinct concat_ws('|', type, mt_dotnet_type, tenant_id, is_archived, bdata is null), ',')
              from mt_events
            """
        );
        Assert.Equal("ceasefire_proposed|Negotiations.CeasefireProposed, Negotiations.Core|*DEFAULT*|f|t", rows);
        Assert.Equal(12, await Database.QueryAsync<long>("select version from mt_streams"));
    }

    [Fact]
    public async Task An_append_larger_than_one_command_keeps_its_order()
    {
        var events = Sample.Proposals(12_000);
        await Store.AppendAsync(Sample.Stream, 0, events);

        var read = await ReadAsync();

        Assert.Equal(events.Select(item => item.Id), read.Select(item => item.Id));
        Assert.Equal(Enumerable.Range(1, 12_000).Select(n => (long)n), read.Select(item => item.Version));
        Assert.Empty(await FaultsAsync());
    }
}
