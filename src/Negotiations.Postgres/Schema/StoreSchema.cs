using Npgsql;

namespace Negotiations.Postgres;

/// <summary>Brings a database to the schema of the store.</summary>
internal static class StoreSchema
{
    /// <summary>The migrations in their order; the number of the last is the version of the schema.</summary>
    private static readonly IReadOnlyList<string> Migrations = [Sql("0001.sql"), Sql("0002.sql"), Sql("0003.sql"), Sql("0004.sql"), Sql("0005.sql")];

    private static readonly string Trigger = Sql("trigger.sql");

    private static readonly string Erasures = Sql("erasures.sql");

    private static readonly string Role = Sql("role.sql");

    /// <summary>The latest version, the one that this program needs.</summary>
    public static int Version => Migrations.Count;

    /// <summary>The SQL that has brought a database to a version.</summary>
    public static IEnumerable<string> MigrationsUpTo(int version) => Migrations.Take(version);

    /// <summary>Makes the schema complete; two queries where it is already.</summary>
    /// <exception cref="ForeignDatabaseException">The database is another program's.</exception>
    /// <exception cref="NewerDatabaseException">A newer program has used the database.</exception>
    /// <exception cref="UnsuitableServerException">The server is too old, or the database does not use UTF-8.</exception>
    public static async Task EnsureAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await StoreConnections.OpenAsOwnerAsync(dataSource, cancellationToken);
        if (await InstalledAsync(connection, cancellationToken) != (Version, true)) await CompleteAsync(connection, cancellationToken);
    }

    /// <summary>Sees to it that the schema is there; an older one does for questions, and nothing is changed.</summary>
    /// <exception cref="NoStoreException">The database has no store.</exception>
    /// <exception cref="NewerDatabaseException">A newer program has used the database.</exception>
    public static async Task RequireAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await StoreConnections.OpenAsOwnerAsync(dataSource, cancellationToken);
        var (version, _) = await InstalledAsync(connection, cancellationToken);
        if (version == 0 && !await HasRecordAsync(connection, cancellationToken)) throw new NoStoreException(connection.Database);
    }

    // Without its mark it still is a store: whoever took the mark away hides nothing by it.
    private static async Task<bool> HasRecordAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var asked = new NpgsqlCommand("select to_regclass('public.negotiations_record') is not null", connection);
        return (bool)(await asked.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Whether a database has all that this program installs; else the next command that appends completes it.</summary>
    public static async Task<bool> IsCompleteAsync(NpgsqlConnection owner, CancellationToken cancellationToken) =>
        await InstalledAsync(owner, cancellationToken) == (Version, true);

    private static async Task<(int Version, bool IsComplete)> InstalledAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string marker = "select coalesce(max(version), 0) from public.negotiations_schema";
        // What only this version of the schema has is asked for only where it is there.
        const string rest = $"""
            select (select count(*) from pg_trigger
                     where tgrelid = to_regclass('public.mt_events')
                       and tgname in ('negotiations_record', 'negotiations_erasures') and tgenabled = 'A') = 2
                   and ({ProgramRole.IsReady} or not {ProgramRole.MayBeMade})
            """;
        try
        {
            await using var asked = new NpgsqlCommand(marker, connection);
            var version = (int)(await asked.ExecuteScalarAsync(cancellationToken))!;
            RefuseNewer(connection, version);
            if (version < Version) return (version, false);
            await using var complete = new NpgsqlCommand(rest, connection);
            return (version, (bool)(await complete.ExecuteScalarAsync(cancellationToken))!);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return (0, false);
        }
    }

    /// <summary>Marks an empty database as a store's, before another engine makes the tables of events in it.</summary>
    /// <remarks>Whoever then completes the schema finds these tables, and takes them where they have the layout.</remarks>
    /// <exception cref="ForeignDatabaseException">The database is another program's.</exception>
    /// <exception cref="NewerDatabaseException">A newer program has used the database.</exception>
    /// <exception cref="UnsuitableServerException">The server is too old, or the database does not use UTF-8.</exception>
    public static async Task ClaimAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await StoreConnections.OpenAsOwnerAsync(dataSource, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ClaimedVersionAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // One at a time, and each looks again once it has the lock: several programs may find the same database empty.
    private static async Task<int> ClaimedVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, "select pg_advisory_xact_lock(5639992514393489749)", cancellationToken);
        await RefuseUnsuitableAsync(connection, cancellationToken);
        var version = await VersionAsync(connection, cancellationToken);
        RefuseNewer(connection, version);
        return version;
    }

    private static async Task CompleteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var version = await ClaimedVersionAsync(connection, cancellationToken);
        if (version == 0) await EventTables.EnsureAsync(connection, cancellationToken);
        foreach (var (index, migration) in Migrations.Index().Skip(version))
        {
            await ExecuteAsync(connection, migration, cancellationToken);
            await ExecuteAsync(
                connection,
                $"insert into public.negotiations_schema (version, installed_at) values ({index + 1}, now())",
                cancellationToken);
        }

        await ExecuteAsync(connection, Trigger, cancellationToken);
        await ExecuteAsync(connection, Erasures, cancellationToken);
        await ExecuteAsync(connection, Role, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task RefuseUnsuitableAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string sql = """
            select current_setting('server_version_num')::int, current_setting('server_version'),
                   current_setting('server_encoding')
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (reader.GetInt32(0) < 140000)
        {
            throw new UnsuitableServerException(
                $"the server runs PostgreSQL {reader.GetString(1)}; the store needs PostgreSQL 14 or later. Upgrade the "
                + "server, or use another one");
        }

        if (reader.GetString(2) != "UTF8")
        {
            throw new UnsuitableServerException(
                $"database '{connection.Database}' has the encoding {reader.GetString(2)}; the store needs UTF8. Give one "
                + "made by: createdb --encoding=UTF8 --template=template0 negotiations");
        }
    }

    private static async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var marker = new NpgsqlCommand("select to_regclass('public.negotiations_schema') is not null", connection);
        if (!(bool)(await marker.ExecuteScalarAsync(cancellationToken))!)
        {
            if (await OtherObjects.SomeAsync(connection, cancellationToken) is { Count: > 0 } found)
                throw new ForeignDatabaseException(connection.Database, found);
            await ExecuteAsync(
                connection,
                "create table public.negotiations_schema (version int primary key, installed_at timestamptz not null)",
                cancellationToken);
        }

        await using var version = new NpgsqlCommand(
            "select coalesce(max(version), 0) from public.negotiations_schema", connection);
        return (int)(await version.ExecuteScalarAsync(cancellationToken))!;
    }

    private static void RefuseNewer(NpgsqlConnection connection, int version)
    {
        if (version > Version) throw new NewerDatabaseException(connection.Database, version, Version);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>One of the files of SQL.</summary>
    internal static string Sql(string name)
    {
        using var stream = typeof(StoreSchema).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
