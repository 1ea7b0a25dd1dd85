using Npgsql;

namespace Negotiations.Store;

/// <summary>Connections for a host that runs: under the role that can append and not change what is recorded.</summary>
public static class ProgramConnections
{
    /// <summary>Connections of the owner, to migrate.</summary>
    /// <param name="connectionString">How to connect.</param>
    public static NpgsqlDataSource CreateForOwner(string connectionString) =>
        SessionSettings.CreateDataSource(connectionString);

    /// <summary>
    /// Connections to the standbys among several hosts, which only read; null where one host is named alone.
    /// </summary>
    /// <param name="connectionString">How to connect; none of the standbys need be there now.</param>
    public static NpgsqlDataSource? CreateForStandbys(string connectionString) =>
        SessionSettings.HasSeveralHosts(new(connectionString))
            ? SessionSettings.CreateDataSource(connectionString, TargetSessionAttributes.Standby)
            : null;

    /// <summary>Connections to a database after its migration, under the program's role where there is one.</summary>
    /// <remarks>
    /// They can neither migrate nor erase; that is for the connections of the owner. They look for names in no schema
    /// by themselves: SQL says <c>public.mt_events</c>, as Marten's own does.
    /// </remarks>
    /// <param name="connectionString">How to connect, as a user who may become that role.</param>
    /// <param name="cancellationToken">Cancels the look for the role.</param>
    public static async Task<NpgsqlDataSource> CreateAsync(
        string connectionString,
        CancellationToken cancellationToken = default
    )
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            await connection.OpenAsync(cancellationToken);
            if (!await ProgramRole.CanBeUsedAsync(connection, cancellationToken))
                return SessionSettings.CreateDataSource(connectionString);
        }

        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.Options = $"{builder.Options} -c role={ProgramRole.Name}".Trim();
        return SessionSettings.CreateDataSource(builder.ConnectionString);
    }
}
