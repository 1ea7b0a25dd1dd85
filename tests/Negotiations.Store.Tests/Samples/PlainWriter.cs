using Npgsql;

namespace Negotiations.Store.Tests;

/// <summary>Another program that writes to the tables of Marten by SQL, in a transaction that it keeps open.</summary>
public sealed class PlainWriter : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private PlainWriter(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<PlainWriter> BeginAsync(NpgsqlDataSource dataSource, string begin = "begin")
    {
        var writer = new PlainWriter(await dataSource.OpenConnectionAsync());
        await writer.ExecuteAsync(begin);
        return writer;
    }

    public async Task<long> TakeNumberAsync() => (long)(await ScalarAsync("select nextval('mt_events_sequence')"))!;

    public async Task<Guid> InsertAsync(string stream, long? number = null, int version = 1)
    {
        number ??= await TakeNumberAsync();
        var (id, data) = (Guid.NewGuid(), EventJson.Write(Sample.Proposal().Event).Replace("'", "''"));
        await ExecuteAsync(
            $"""
            insert into mt_streams (id, version) values ('{stream}', {version})
                on conflict (id) do update set version = excluded.version;
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
            values ({number}, '{id}', '{stream}', {version}, '{data}', 'ceasefire_proposed', now(),
                    'Negotiations.CeasefireProposed, Negotiations.Core');
            """
        );
        return id;
    }

    public Task CommitAsync() => ExecuteAsync("commit");

    public Task RollbackAsync() => ExecuteAsync("rollback");

    public async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
