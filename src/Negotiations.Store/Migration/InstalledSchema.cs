using Npgsql;

namespace Negotiations.Store;

/// <summary>What a database has of the store's schema.</summary>
/// <param name="Version">The version of the schema; 0 where there is none.</param>
/// <param name="Marten">The version of Marten that made or changed its tables last; null before schema 6.</param>
/// <param name="HasMark">Whether the database has the mark of this program.</param>
/// <param name="IsComplete">Whether it has everything that this version of the program installs.</param>
internal sealed record InstalledSchema(int Version, Version? Marten, bool HasMark, bool IsComplete)
{
    private const string Mark = """
        select s.version, to_jsonb(s) ->> 'marten' from public.negotiations_schema s order by s.version desc limit 1
        """;

    // This is asked only of a store of the current schema.
    private const string Rest = $"""
        select (select count(*) from pg_trigger
                 where tgrelid = to_regclass('public.mt_events')
                   and tgname in ('negotiations_record', 'negotiations_erasures') and tgenabled = 'A') = 2
               and (select bool_and(to_regclass('public.' || name) is not null) from unnest(@facts) n (name))
               and (({ProgramRole.IsReady} and {ProgramRole.HasFacts}) or not {ProgramRole.MayBeMade})
               and not coalesce(
                 has_function_privilege(
                   'public', to_regprocedure('public.negotiations_erase(uuid, uuid, jsonb, varchar)')::oid, 'execute'),
                 false)
        """;

    /// <summary>Looks what there is; changes nothing.</summary>
    /// <exception cref="NewerDatabaseException">A newer program has used the database.</exception>
    public static async Task<InstalledSchema> ReadAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var (version, marten) = await ReadMarkAsync(connection, cancellationToken);
            if (version > StoreMigration.Version)
                throw new NewerDatabaseException(connection.Database, version, StoreMigration.Version);
            if (version < StoreMigration.Version || marten is null || marten < StoreMigration.Marten)
                return new(version, marten, HasMark: true, IsComplete: false);
            await using var rest = new NpgsqlCommand(Rest, connection)
            {
                Parameters = { new("facts", FactTables.All.ToArray()) },
            };
            return new(version, marten, HasMark: true, (bool)(await rest.ExecuteScalarAsync(cancellationToken))!);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return new(0, null, HasMark: false, IsComplete: false);
        }
    }

    private static async Task<(int Version, Version? Marten)> ReadMarkAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Mark, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return (0, null);
        return (reader.GetInt32(0), reader.IsDBNull(1) ? null : new(reader.GetString(1)));
    }
}
