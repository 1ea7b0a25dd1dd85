using NodaTime;

namespace Negotiations.Store.Tests;

public sealed class HashChainTests : StoreTest
{
    [Fact]
    public async Task The_chain_is_the_same_when_another_program_computes_it()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(3));
        await Database.ExecuteAsync(
            """
            insert into mt_streams (id, version) values ('ströme/🕊', 2);
            insert into mt_events
              (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            values (nextval('mt_events_sequence'), gen_random_uuid(), 'ströme/🕊', 1,
                    '{"b": 1.50, "aa": "é\u0001"}', 'x', '1969-12-31 23:59:58.123457+00', null, null, null),
                   (nextval('mt_events_sequence'), gen_random_uuid(), 'ströme/🕊', 2, '{}', 'x',
                    '2031-04-02 12:00:00.000001+03', '', 'A', true)
            """
        );

        Assert.Equal(5, (await Store.ReadPositionAsync()).Position);
        // The row of the stream is not covered by the chain, and does not fit these events.
        Assert.All(await FaultsAsync(), fault => Assert.Equal(ChainFaultKind.StreamAltered, fault.Kind));
    }

    [Fact]
    public async Task Tombstones_with_an_infinite_time_have_positions_and_disturb_no_question()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        await Database.ExecuteAsync(
            """
            insert into mt_streams (id, version) values ('mt_tombstone', 0);
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('mt_events_sequence'), gen_random_uuid(), 'mt_tombstone', 1, '{}', 'tombstone', 'infinity'),
                   (nextval('mt_events_sequence'), gen_random_uuid(), 'mt_tombstone', 2, '{}', 'tombstone', '-infinity')
            """
        );
        await Store.AppendAsync(Sample.Stream, 1, [Sample.Proposal(2)]);

        Assert.Equal(4, (await Store.ReadPositionAsync()).Position);
        Assert.Empty(await FaultsAsync());
        Assert.Empty((await Store.ReadStreamAsync("mt_tombstone")).Events);
        Assert.Equal(2, (await Store.ReadStreamAsync(Sample.Stream)).Events.Count);
        Assert.Equal(2, (await Store.ReadNegotiationAsync(Sample.Talks, 4)).Count);

        await Database.ExecuteAsync("update mt_events set timestamp = '-infinity' where timestamp = 'infinity'");
        Assert.Equal(
            (2L, ChainFaultKind.Changed),
            (await FaultsAsync()).Select(fault => (fault.Position!.Value, fault.Kind)).First()
        );
    }

    [Theory]
    [InlineData("infinity", "7fffffffffffffff")]
    [InlineData("-infinity", "8000000000000000")]
    [InlineData("1969-12-31 23:59:59.999999+00", "ffffffffffffffff")]
    public async Task A_time_is_encoded_as_documented(string time, string bytes) =>
        Assert.Equal(
            bytes,
            await Database.QueryAsync<string>($"select encode(negotiations_microseconds('{time}'), 'hex')")
        );

    [Fact]
    public void The_encoding_is_the_documented_one()
    {
        var row = new RecordRow(
            1,
            Instant.FromUnixTimeTicks(20),
            7,
            Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"),
            "s",
            1,
            "t",
            null,
            "",
            Instant.FromUnixTimeTicks(-10),
            false,
            [1, 2]
        );
        var bytes = Convert.FromHexString(
            "00000020"
                + new string('0', 64)
                + "00000008"
                + "0000000000000001"
                + "00000008"
                + "0000000000000002"
                + "00000008"
                + "0000000000000007"
                + "00000010"
                + "00112233445566778899aabbccddeeff"
                + "00000001"
                + "73"
                + "00000008"
                + "0000000000000001"
                + "00000001"
                + "74"
                + "ffffffff"
                + "00000000"
                + "00000008"
                + "ffffffffffffffff"
                + "00000001"
                + "00"
                + "00000002"
                + "0102"
        );

        Assert.Equal(System.Security.Cryptography.SHA256.HashData(bytes), HashChain.Link(HashChain.Start, row));
    }

    [Fact]
    public async Task Every_event_has_a_salt_of_its_own()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(20));
        Assert.Equal(
            20,
            await Database.QueryAsync<long>(
                "select count(distinct salt) from negotiations_record where length(salt) = 32"
            )
        );
    }
}
