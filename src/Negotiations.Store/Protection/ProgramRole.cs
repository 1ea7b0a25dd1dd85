using Npgsql;

namespace Negotiations.Store;

/// <summary>The role under which the program reads and appends; <c>Migration/role.sql</c> makes it.</summary>
internal static class ProgramRole
{
    public const string Name = "negotiations_program";

    /// <summary>SQL for whether the role is there with its rights in this database.</summary>
    public const string IsReady = $"""
        coalesce(
          has_table_privilege(to_regrole('{Name}')::oid, to_regclass('public.mt_events')::oid, 'insert')
            and has_table_privilege(
                  to_regrole('{Name}')::oid, to_regclass('public.negotiations_exports')::oid, 'insert')
            and has_function_privilege(
                  to_regrole('{Name}')::oid,
                  to_regprocedure('public.negotiations_raise_floor(timestamptz)')::oid, 'execute'),
          false)
        """;

    /// <summary>SQL for whether the role has its rights on the tables of the facts, whose names are in
    /// <c>@facts</c>.</summary>
    /// <remarks>Stores of earlier versions do not have them, and the role does there.</remarks>
    public const string HasFacts = $"""
        (select coalesce(bool_and(has_table_privilege(
                  to_regrole('{Name}')::oid, to_regclass('public.' || name)::oid, what)), false)
           from unnest(@facts) n (name), (values ('select'), ('insert'), ('update'), ('delete')) w (what))
        """;

    /// <summary>SQL for whether the user of the connection may make the role and give it its rights.</summary>
    public const string MayBeMade = """
        exists (select from pg_roles m, pg_class c
                 where m.rolname = current_user and c.oid = to_regclass('public.mt_events')
                   and (m.rolsuper or (m.rolcreaterole and pg_has_role(m.oid, c.relowner, 'usage'))))
        """;

    /// <summary>Whether the user of a connection can become the role.</summary>
    public static async Task<bool> CanBeUsedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var asked = new NpgsqlCommand($"select {IsReady}", connection);
        if (!(bool)(await asked.ExecuteScalarAsync(cancellationToken))!)
            return false;
        try
        {
            // Before PostgreSQL 16 a member may, since then only with the option SET; trying it works for every
            // version.
            await using var attempt = new NpgsqlCommand($"set role {Name}", connection);
            await attempt.ExecuteNonQueryAsync(cancellationToken);
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }
}
