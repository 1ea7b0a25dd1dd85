using Npgsql;

namespace Negotiations.Store.Tests;

public sealed class ErasureByOthers : StoreTest
{
    [Fact]
    public async Task Who_does_not_own_the_tables_cannot_erase()
    {
        var events = Sample.Proposals(3);
        await Store.AppendAsync(Sample.Stream, 0, events);
        await using var other = await OtherUser.CreateAsync(Database, "nocreaterole", ownsDatabase: false);
        await Database.ExecuteAsync($"grant negotiations_program to {other.Name}");
        var store = await MartenEventStore.OpenExistingAsync(other.DataSource);
        var version = (await store.ReadStreamAsync(Sample.Stream)).Version;

        var failure = await Assert.ThrowsAsync<PostgresException>(() =>
            store.EraseAsync(Sample.Stream, version, [Sample.Erasure(events[1])])
        );

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, failure.SqlState);
    }
}
