using Npgsql;

namespace Negotiations.Store;

/// <summary>
/// Asks the server what the role of a connection may really do, and what was done to what protects the record.
/// </summary>
internal static class ProtectionCheck
{
    // Every role counts that the role of the connection is, has the rights of, or could become by "set role".
    private const string Sql = """
        with me as (select oid, rolname, rolsuper from pg_roles where rolname = current_user),
        kept (name) as (values ('public.mt_events'), ('public.negotiations_record'), ('public.mt_streams')),
        roles as (
          select r.oid, r.rolname, r.rolsuper, r.oid = me.oid as is_me,
                 exists (select from kept, pg_class c where c.oid = name::regclass and c.relowner = r.oid) as is_owner
            from pg_roles r, me where not me.rolsuper and pg_has_role(me.oid, r.oid, 'MEMBER')),
        rights (role, reason) as (
          select r.oid, format('may %s %s', lower(what), name)
            from kept, (values ('DELETE'), ('TRUNCATE'), ('TRIGGER')) w (what), roles r
           where has_table_privilege(r.oid, name, what)
          union all
          select r.oid, format('may update %s', name) from kept, roles r
           where name <> 'public.mt_streams' and has_any_column_privilege(r.oid, name, 'UPDATE')
          union all
          select r.oid, format('may update %s of public.mt_streams', a.attname) from pg_attribute a, roles r
           where a.attrelid = 'public.mt_streams'::regclass and a.attnum > 0 and not a.attisdropped
             and a.attname not in ('version', 'timestamp')
             and has_column_privilege(r.oid, a.attrelid, a.attnum, 'UPDATE')
          union all
          select r.oid, 'may insert into public.negotiations_record' from roles r
           where has_any_column_privilege(r.oid, 'public.negotiations_record', 'INSERT')
          union all
          select r.oid, 'may set the record clock' from roles r
           where has_any_column_privilege(r.oid, 'public.negotiations_clock', 'UPDATE')
          union all
          select r.oid, 'may erase events' from roles r
           where has_function_privilege(
                   r.oid, to_regprocedure('public.negotiations_erase(uuid, uuid, jsonb, varchar)')::oid, 'EXECUTE')
          union all
          select r.oid, 'may write files of the server' from roles r
           where pg_has_role(r.oid, 'pg_write_server_files', 'USAGE')
              or pg_has_role(r.oid, 'pg_execute_server_program', 'USAGE')),
        denied (reason) as (
          select reason from rights, me where role = me.oid
          union
          select format('may become %s, a superuser', rolname) from roles where rolsuper
          union
          select format('may become %s, who owns %s', r.rolname, name) from kept, roles r, pg_class c
           where c.oid = name::regclass and c.relowner = r.oid
          union
          select format('may become %s, who %s', r.rolname, reason) from rights join roles r on r.oid = role
           where not r.is_me and not r.is_owner and not r.rolsuper)
        select rolname::text,
               case when rolsuper then array['is a superuser']
                    else (select coalesce(array_agg(reason order by reason), '{}') from denied) end
          from me
        """;

    public static async Task<Protection> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // Of tables that are gone there are no rights to ask for.
        if (await MissingTables.ReadAsync(connection, cancellationToken) is { Count: > 0 } missing)
            return new("", missing) { Alterations = missing };
        var alterations = await ProtectionAlterations.ReadAsync(connection, cancellationToken);
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetString(0), reader.GetFieldValue<string[]>(1)) { Alterations = alterations };
    }
}
