using Npgsql;

namespace Negotiations.Cli.Tests;

/// <summary>Holds a stream that is not there yet: who appends to it waits until it is let go.</summary>
public sealed class HeldStream : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private HeldStream(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>Holds it.</summary>
    public static async Task<HeldStream> HoldAsync(NpgsqlDataSource dataSource, string stream)
    {
        var connection = await dataSource.OpenConnectionAsync();
        // Of two that start a stream, the second waits for what the transaction of the first comes to.
        await using var command = new NpgsqlCommand(
            "insert into mt_streams (id, version) values (@stream, 0)",
            connection
        )
        {
            Parameters = { new("stream", stream) },
        };
        await connection.BeginTransactionAsync();
        await command.ExecuteNonQueryAsync();
        return new(connection);
    }

    /// <summary>Lets it go, as if it had never been held.</summary>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
