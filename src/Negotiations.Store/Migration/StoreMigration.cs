using System.Data;
using System.Reflection;
using JasperFx;
using Marten;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Makes the tables of a store, and brings those of an earlier version up to date.</summary>
/// <remarks>
/// This is the one step that changes a schema. Marten makes and changes its own tables. Beside them stand the record
/// clock, the list of exports and the role of the program, by the scripts of this folder, each of which may be run
/// again.
/// </remarks>
public static class StoreMigration
{
    /// <summary>The version of the schema that this program needs. 1 to 5 were those of the first wave.</summary>
    public const int Version = 8;

    // A session keeps it over all transactions of a migration: several programs may find the same database empty.
    private const long Lock = 5639992514393489749;

    private static readonly string Store = ReadScript("store.sql");

    private static readonly string Upgrade = ReadScript("upgrade.sql");

    private static readonly string Triggers = ReadScript("triggers.sql");

    private static readonly string Facts = ReadScript("facts.sql");

    private static readonly string Role = ReadScript("role.sql");

    /// <summary>The version of Marten that this program was built with, such as 9.59.0.</summary>
    public static Version Marten { get; } = ReadMartenVersion();

    /// <summary>The scripts that define the functions of the store.</summary>
    internal static string Functions => Store;

    /// <summary>Makes the schema complete; two queries where it is already.</summary>
    /// <param name="dataSource">Connections of a user who may make tables in the database.</param>
    /// <param name="progress">Told in a line when a store of an earlier version was brought up to date.</param>
    /// <param name="cancellationToken">Cancels the migration; run again, it goes on where it stood.</param>
    /// <exception cref="ForeignDatabaseException">The database is another program's.</exception>
    /// <exception cref="NewerDatabaseException">A newer program has used the database.</exception>
    /// <exception cref="UnsuitableServerException">The server is too old, or the database does not use
    /// UTF-8.</exception>
    /// <exception cref="DriftedTablesException">Marten's tables have something that its migration would take
    /// out.</exception>
    public static async Task EnsureAsync(
        NpgsqlDataSource dataSource,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        await using (var connection = await StoreConnections.OpenAsOwnerAsync(dataSource, cancellationToken))
        {
            if (await InstalledSchema.ReadAsync(connection, cancellationToken) is { IsComplete: true })
                return;
        }

        await RepeatAsync(dataSource, progress, cancellationToken);
    }

    /// <summary>Migrates also where everything seems to be there, as after a restore, which brings no rights.</summary>
    internal static async Task RepeatAsync(
        NpgsqlDataSource dataSource,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        // A connection that waits in the pool may still have the role of the program, which may make no table.
        dataSource.Clear();
        await using var store = DocumentStore.For(options => MartenConfiguration.Configure(options, dataSource));
        await MigrateAsync(store, dataSource, progress, cancellationToken);
    }

    /// <summary>Migrates with the documents that a program has beside those of the store.</summary>
    /// <param name="store">Marten, configured by <see cref="MartenConfiguration.Configure"/> and what the program
    /// adds.</param>
    /// <param name="dataSource">Connections of a user who may make tables in the same database.</param>
    /// <param name="progress">Told in a line when a store of an earlier version was brought up to date.</param>
    /// <param name="cancellationToken">Cancels the migration; run again, it goes on where it stood.</param>
    public static async Task MigrateAsync(
        IDocumentStore store,
        NpgsqlDataSource dataSource,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        await using var connection = await StoreConnections.OpenAsOwnerAsync(dataSource, cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock})", cancellationToken);
        try
        {
            var before = await ClaimAsync(connection, cancellationToken);
            // What a newer Marten has added to its tables stays.
            if (before.Marten is null || before.Marten <= Marten)
            {
                await EventTableDrift.RefuseAsync(store, cancellationToken);
                await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
            }

            await CompleteAsync(connection, before, cancellationToken);
            if (DescribeChange(before) is { } change)
                progress?.Report($"the store in database '{connection.Database}' was brought up to date: {change}");
        }
        finally
        {
            // A connection that was lost has let go of the lock.
            if (connection.State == ConnectionState.Open)
                await ExecuteAsync(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    // Nothing to say of a store that is made, or of a trigger that is put back.
    private static string? DescribeChange(InstalledSchema before)
    {
        var schema = before.Version is > 0 and < Version ? $"schema {before.Version} to {Version}" : null;
        var tables =
            before.Marten is null && schema is not null ? $"the tables of Marten {Marten}"
            : before.Marten is { } older && older < Marten ? $"the tables of Marten {older} to {Marten}"
            : null;
        return schema is null || tables is null ? schema ?? tables : $"{schema}, with {tables}";
    }

    // An empty database gets the mark of this program before anything else: whatever is found in it later is the
    // program's own.
    private static async Task<InstalledSchema> ClaimAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        await UnsuitableServerException.RefuseAsync(connection, cancellationToken);
        var installed = await InstalledSchema.ReadAsync(connection, cancellationToken);
        if (!installed.HasMark && await OtherObjects.SomeAsync(connection, cancellationToken) is { Count: > 0 } found)
            throw new ForeignDatabaseException(connection.Database, found);
        await ExecuteAsync(
            connection,
            """
            create table if not exists public.negotiations_schema (
              version int primary key, installed_at timestamptz not null);
            alter table public.negotiations_schema add column if not exists marten varchar;
            """,
            cancellationToken
        );
        return installed;
    }

    private static async Task CompleteAsync(
        NpgsqlConnection connection,
        InstalledSchema before,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Before anything else: a writer under way holds these, and needs the others at its commit.
        await ExecuteAsync(
            connection,
            "lock table public.mt_streams, public.mt_events in share row exclusive mode",
            cancellationToken
        );
        foreach (var script in before.Version is > 0 and < Version ? [Store, Upgrade] : new[] { Store })
            await ExecuteAsync(connection, script, cancellationToken);
        foreach (var script in new[] { Facts, Triggers, Role })
            await ExecuteAsync(connection, script, cancellationToken);
        await using var mark = new NpgsqlCommand(
            """
            insert into public.negotiations_schema (version, installed_at, marten) values (@version, now(), @marten)
            on conflict (version) do update set marten = excluded.marten
            """,
            connection
        )
        {
            Parameters =
            {
                new("version", Version),
                new("marten", (before.Marten > Marten ? before.Marten : Marten).ToString()),
            },
        };
        await mark.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Sees to it that the schema is there. An older one does for questions; nothing is changed.</summary>
    /// <exception cref="NoStoreException">The database has no store.</exception>
    /// <exception cref="NewerDatabaseException">A newer program has used the database.</exception>
    internal static async Task RequireAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await StoreConnections.OpenAsOwnerAsync(dataSource, cancellationToken);
        var installed = await InstalledSchema.ReadAsync(connection, cancellationToken);
        if (installed.Version == 0 && !await HasRecordAsync(connection, cancellationToken))
            throw new NoStoreException(connection.Database);
    }

    // Without its mark it still is a store: whoever took the mark away hides nothing by it.
    private static async Task<bool> HasRecordAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var asked = new NpgsqlCommand(
            "select to_regclass('public.negotiations_record') is not null",
            connection
        );
        return (bool)(await asked.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // It takes as long as it takes, and waits for whoever writes.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string ReadScript(string name)
    {
        using var stream = typeof(StoreMigration).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // The version of the package stands in the informational version, before what the build adds to it. In a program
    // of one file an assembly has no file of its own to look at.
    private static Version ReadMartenVersion()
    {
        var version = typeof(IDocumentStore).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!;
        return new(version.InformationalVersion.Split('+', '-')[0]);
    }
}
