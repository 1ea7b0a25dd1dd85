using Npgsql;

namespace Negotiations.Store;

/// <summary>Connections to a store, under the program's own role where there is one.</summary>
internal sealed class StoreConnections
{
    private readonly NpgsqlDataSource dataSource;
    private readonly bool hasRole;
    private readonly IProgress<string>? progress;

    private StoreConnections(NpgsqlDataSource dataSource, bool hasRole, IProgress<string>? progress) =>
        (this.dataSource, this.hasRole, this.progress) = (dataSource, hasRole, progress);

    /// <summary>Whether they lead to standbys, which only read.</summary>
    public bool IsReplica { get; private init; }

    private string? Role => hasRole ? $"set role {ProgramRole.Name}" : null;

    /// <summary>Told in a line of what takes long, or changes the store.</summary>
    public IProgress<string>? Progress => progress;

    /// <summary>Connections to the store that a data source leads to.</summary>
    /// <param name="dataSource">Connections of whoever uses the store.</param>
    /// <param name="progress">Told in a line when a store of an earlier version was brought up to date.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task<StoreConnections> CreateAsync(
        NpgsqlDataSource dataSource,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await OpenAsOwnerAsync(dataSource, cancellationToken);
        return new(dataSource, await ProgramRole.CanBeUsedAsync(connection, cancellationToken), progress);
    }

    /// <summary>The same store on its standbys, which need not be there now.</summary>
    public StoreConnections ToReplica(NpgsqlDataSource standbys) =>
        new(standbys, hasRole, progress) { IsReplica = true };

    /// <summary>A connection that can read and append, and nothing else where the role is there.</summary>
    /// <remarks>
    /// The role is taken each time: a connection that went through the pool has lost it, or has it from somebody else.
    /// </remarks>
    public Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) =>
        OpenAsync(dataSource, Role, cancellationToken);

    /// <summary>
    /// The same, with the answer to a first command, for which the server is not asked once more.
    /// </summary>
    /// <param name="first">The command.</param>
    /// <param name="read">Reads its rows.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<(NpgsqlConnection Connection, T Answer)> OpenAsync<T>(
        NpgsqlBatchCommand first,
        Func<NpgsqlDataReader, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands = { new(SessionSettings.Set(connection.CommandTimeout)) },
            };
            if (Role is { } role)
                batch.BatchCommands.Add(new(role));
            batch.BatchCommands.Add(first);
            // Only the settings and the command have rows.
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            return (connection, await read(reader, cancellationToken));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection with the rights of whoever connects: to install, and to erase.</summary>
    public Task<NpgsqlConnection> OpenAsOwnerAsync(CancellationToken cancellationToken) =>
        OpenAsOwnerAsync(dataSource, cancellationToken);

    /// <summary>
    /// Brings the schema up to date where the store was opened for questions, which an older schema can answer.
    /// </summary>
    public Task CompleteSchemaAsync(CancellationToken cancellationToken) =>
        StoreMigration.EnsureAsync(dataSource, progress, cancellationToken);

    /// <summary>The same, where it is not yet known what there is.</summary>
    public static Task<NpgsqlConnection> OpenAsOwnerAsync(
        NpgsqlDataSource dataSource,
        CancellationToken cancellationToken
    ) => OpenAsync(dataSource, "reset role", cancellationToken);

    private static async Task<NpgsqlConnection> OpenAsync(
        NpgsqlDataSource dataSource,
        string? role,
        CancellationToken cancellationToken
    )
    {
        var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            // Whoever gave the data source, and whoever had the connection before, may have set something else.
            await using var command = new NpgsqlCommand(
                $"{SessionSettings.Set(connection.CommandTimeout)}; {role}",
                connection
            );
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
