using Npgsql;

namespace Negotiations.Store;

/// <summary>The server or the database cannot hold a store.</summary>
/// <param name="message">Why, and what to do.</param>
public sealed class UnsuitableServerException(string message) : RefusedException(message)
{
    private const string Sql = """
        select current_setting('server_version_num')::int, current_setting('server_version'),
               current_setting('server_encoding')
        """;

    /// <summary>Refuses a server before PostgreSQL 14, and a database that does not use UTF-8.</summary>
    internal static async Task RefuseAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (reader.GetInt32(0) < 140000)
        {
            throw new UnsuitableServerException(
                $"the server runs PostgreSQL {reader.GetString(1)}; the store needs PostgreSQL 14 or "
                    + "later. Upgrade the "
                    + "server, or use another one"
            );
        }

        if (reader.GetString(2) != "UTF8")
        {
            throw new UnsuitableServerException(
                $"database '{connection.Database}' has the encoding {reader.GetString(2)}; the store "
                    + "needs UTF8. Give one "
                    + "made by: createdb --encoding=UTF8 --template=template0 negotiations"
            );
        }
    }
}
