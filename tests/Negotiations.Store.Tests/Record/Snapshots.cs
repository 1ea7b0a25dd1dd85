using NodaTime;
using Npgsql;

namespace Negotiations.Store.Tests;

public sealed class Snapshots : StoreTest
{
    [Theory]
    [InlineData("repeatable read")]
    [InlineData("serializable")]
    public async Task A_writer_whose_snapshot_is_older_than_the_floor_is_told_to_try_again(string isolation)
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        var time = (await Store.ReadPositionAsync()).At!.Value + Duration.FromMilliseconds(1);
        await using var writer = await PlainWriter.BeginAsync(
            Database.DataSource,
            $"begin isolation level {isolation}"
        );
        await writer.ScalarAsync("select count(*) from mt_events");
        await Task.Delay(20);
        Assert.Equal(1, (await Store.ResolveTimeAsync(time)).Position);
        await writer.InsertAsync(Article("theirs"));

        var failure = await Assert.ThrowsAsync<PostgresException>(writer.CommitAsync);

        Assert.Equal(PostgresErrorCodes.SerializationFailure, failure.SqlState);
        Assert.Equal(1, (await Store.ReadPositionAsync()).Position);
    }

    [Theory]
    [InlineData("repeatable read")]
    [InlineData("serializable")]
    public async Task A_writer_whose_snapshot_is_of_now_gets_its_positions(string isolation)
    {
        await using var writer = await PlainWriter.BeginAsync(
            Database.DataSource,
            $"begin isolation level {isolation}"
        );
        await writer.InsertAsync(Article("theirs"));
        await writer.InsertAsync(Article("theirs"), version: 2);
        await writer.CommitAsync();

        Assert.Equal(2, (await Store.ReadPositionAsync()).Position);
        Assert.Empty(await FaultsAsync());
    }
}
