using NodaTime;

namespace Negotiations.Postgres.Tests;

public sealed class HashChainTests : StoreTest
{
    [Fact]
    public async Task The_chain_is_the_same_when_another_program_computes_it()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(3));
        await Database.ExecuteAsync(
            """
            insert into mt_streams (id, version) values ('ströme/🕊', 1);
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            values (nextval('mt_events_sequence'), gen_random_uuid(), 'ströme/🕊', 1, '{"b": 1.50, "aa": "é\u0001"}', 'x',
                    '1969-12-31 23:59:58.123457+00', null, null, null),
                   (nextval('mt_events_sequence'), gen_random_uuid(), 'ströme/🕊', 2, '{}', 'x',
                    '2031-04-02 12:00:00.000001+03', '', 'A', true)
            """);

        Assert.Equal(5, (await Store.ReadSettledAsync()).Position);
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public void The_encoding_is_the_documented_one()
    {
        var row = new RecordRow(
            1, Instant.FromUnixTimeTicks(20), 7, Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), "s", 1, "t", null,
            "", Instant.FromUnixTimeTicks(-10), false, [1, 2]);
        var bytes = Convert.FromHexString(
            "00000020" + new string('0', 64)
            + "00000008" + "0000000000000001"
            + "00000008" + "0000000000000002"
            + "00000008" + "0000000000000007"
            + "00000010" + "00112233445566778899aabbccddeeff"
            + "00000001" + "73"
            + "00000008" + "0000000000000001"
            + "00000001" + "74"
            + "ffffffff"
            + "00000000"
            + "00000008" + "ffffffffffffffff"
            + "00000001" + "00"
            + "00000002" + "0102");

        Assert.Equal(System.Security.Cryptography.SHA256.HashData(bytes), HashChain.Link(HashChain.Start, row));
    }

    [Theory]
    [InlineData("update mt_events set data = data || '{\"act\": \"other\"}' where version = 2", "data")]
    [InlineData("update mt_events set stream_id = 'x' where version = 2", "stream")]
    [InlineData("update mt_events set timestamp = timestamp + interval '1 microsecond' where version = 2", "times")]
    [InlineData("update mt_events set is_archived = true where version = 2", "archived")]
    [InlineData("update mt_events set mt_dotnet_type = null where version = 2", "type")]
    [InlineData("update negotiations_record set recorded_at = recorded_at + interval '1 microsecond' where position = 2", "times")]
    [InlineData("delete from mt_events where version = 2", "gone")]
    public async Task A_change_shows_at_its_position(string change, string problem)
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(3));
        await Database.ExecuteAsync("insert into mt_streams (id) values ('x')");

        await Database.ExecuteAsync(change);

        var fault = Assert.Single(await FaultsAsync());
        Assert.Equal(2, fault.Position);
        Assert.Contains(problem, fault.Problem);
    }

    [Fact]
    public async Task A_row_taken_out_shows()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(3));
        await Database.ExecuteAsync("delete from negotiations_record where position = 2");

        var faults = await FaultsAsync();

        Assert.Contains(faults, fault => fault.Position == 3 && fault.Problem.Contains("missing"));
        Assert.Contains(faults, fault => fault.Position is null);
    }

    [Fact]
    public async Task The_chain_survives_the_erasure_of_an_event()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(3));
        await Database.ExecuteAsync(
            "update mt_events set data = '{}' where version = 2; update negotiations_record set salt = null where position = 2");

        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task Every_event_has_a_salt_of_its_own()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(20));
        Assert.Equal(20, await Database.QueryAsync<long>(
            "select count(distinct salt) from negotiations_record where length(salt) = 32"));
    }
}
