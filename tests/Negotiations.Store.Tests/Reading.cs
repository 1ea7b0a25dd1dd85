namespace Negotiations.Store.Tests;

public sealed class Reading : StoreTest
{
    [Fact]
    public async Task A_negotiation_has_its_own_file_and_its_articles_and_nothing_else()
    {
        await Store.AppendAsync("article/lakes/one", 0, Sample.Proposals(1));
        await Store.AppendAsync("article/lakes-2/two", 0, Sample.Proposals(1));
        await Store.AppendAsync("negotiation/lakes", 0, [Sample.Definition("lakes")]);
        await Store.AppendAsync("negotiation/lakes-2", 0, [Sample.Definition("lakes-2")]);
        await Store.AppendAsync("article/lakes/two", 0, Sample.Proposals(2));

        var events = await ReadAsync();

        Assert.Equal([1, 3, 5, 6], events.Select(item => item.Position));
        Assert.Equal(
            ["article/lakes/one", "negotiation/lakes", "article/lakes/two", "article/lakes/two"],
            events.Select(item => item.Stream)
        );
    }

    [Fact]
    public async Task Signs_that_mean_something_to_a_pattern_mean_themselves()
    {
        await Store.AppendAsync("article/a_b/one", 0, Sample.Proposals(1));
        await Store.AppendAsync("article/axb/one", 0, Sample.Proposals(1));
        await Store.AppendAsync("article/%/one", 0, Sample.Proposals(1));

        Assert.Equal([1], (await Store.ReadNegotiationAsync("a_b", 10)).Select(item => item.Position));
        Assert.Equal([3], (await Store.ReadNegotiationAsync("%", 10)).Select(item => item.Position));
    }

    [Fact]
    public async Task Nothing_after_the_position_is_read()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(5));
        Assert.Equal([1, 2, 3], (await Store.ReadNegotiationAsync(Sample.Talks, 3)).Select(item => item.Position));
        Assert.Empty(await Store.ReadNegotiationAsync(Sample.Talks, 0));
    }

    [Fact]
    public async Task Negotiations_are_listed_in_order()
    {
        foreach (var name in new[] { "lakes", "Coast", "_isles", "a-river" })
            await Store.AppendAsync(StreamName.ForNegotiation(name), 0, [Sample.Definition(name)]);
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));

        Assert.Equal(["Coast", "_isles", "a-river", "lakes"], await Store.ReadNegotiationsAsync());
    }

    [Fact]
    public async Task Martens_tombstones_and_archive_marks_are_skipped()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        await Database.ExecuteAsync(
            $$"""
            insert into mt_streams (id, version) values ('mt_tombstone', 0);
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp) values
              (nextval('mt_events_sequence'), gen_random_uuid(), 'mt_tombstone', 2, '{}', 'tombstone', now()),
              (nextval('mt_events_sequence'), gen_random_uuid(), '{{Sample.Stream}}', 2, '{}', 'tombstone', now()),
              (nextval('mt_events_sequence'), gen_random_uuid(), '{{Sample.Stream}}', 3, '{}', 'archived', now());
            """
        );

        Assert.Single(await ReadAsync());
        Assert.Single((await Store.ReadStreamAsync(Sample.Stream)).Events);
        Assert.Empty((await Store.ReadStreamAsync("mt_tombstone")).Events);
        Assert.Equal(4, (await Store.ReadPositionAsync()).Position);
    }

    [Fact]
    public async Task What_is_skipped_counts_in_the_version_of_its_stream()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        await Database.ExecuteAsync(
            $$"""
            alter table mt_events disable trigger negotiations_record;
            update mt_streams set version = 3 where id = '{{Sample.Stream}}';
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp) values
              (nextval('mt_events_sequence'), gen_random_uuid(), '{{Sample.Stream}}', 2, '{}', 'archived', now()),
              (nextval('mt_events_sequence'), gen_random_uuid(), '{{Sample.Stream}}', 3, '{}', 'ceasefire_proposed',
               now());
            alter table mt_events enable always trigger negotiations_record;
            """
        );

        var stream = await Store.ReadStreamAsync(Sample.Stream);
        Assert.Equal((3, 1), (stream.Version, Assert.Single(stream.Events).Version));

        await Store.AppendAsync(Sample.Stream, stream.Version, Sample.Proposals(1));

        stream = await Store.ReadStreamAsync(Sample.Stream);
        Assert.Equal((4, 2), (stream.Version, stream.Events.Count));
    }

    [Fact]
    public async Task A_binary_payload_is_refused()
    {
        var proposal = Sample.Proposal();
        await Store.AppendAsync(Sample.Stream, 0, [proposal]);
        await Database.ExecuteAsync("update mt_events set bdata = '\\x00'");

        var failure = await Assert.ThrowsAsync<UnreadableEventException>(() => Store.ReadStreamAsync(Sample.Stream));
        Assert.Contains(proposal.Id.ToString(), failure.Message);
        Assert.Contains("bdata", failure.Message);
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_is_named()
    {
        var proposal = Sample.Proposal();
        await Store.AppendAsync(Sample.Stream, 0, [proposal]);
        await Database.ExecuteAsync("update mt_events set type = 'moon_landed'");

        var failure = await Assert.ThrowsAsync<UnreadableEventException>(ReadAsync);
        Assert.Contains(proposal.Id.ToString(), failure.Message);
        Assert.Contains("moon_landed", failure.Message);
    }
}
