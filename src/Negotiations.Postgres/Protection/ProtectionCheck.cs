using Npgsql;

namespace Negotiations.Postgres;

/// <summary>Asks the server what the role of a connection may really do.</summary>
internal static class ProtectionCheck
{
    private const string Sql = """
        with me as (select oid, rolname, rolsuper from pg_roles where rolname = current_user),
        kept (name) as (values ('public.mt_events'), ('public.negotiations_record'), ('public.mt_streams')),
        denied (reason) as (
          select format('may %s %s', lower(what), name) from kept, (values ('DELETE'), ('TRUNCATE'), ('TRIGGER')) w (what), me
           where has_table_privilege(me.oid, name, what)
          union all
          select format('may update %s', name) from kept, me
           where name <> 'public.mt_streams' and has_any_column_privilege(me.oid, name, 'UPDATE')
          union all
          select format('may update %s of public.mt_streams', a.attname) from pg_attribute a, me
           where a.attrelid = 'public.mt_streams'::regclass and a.attnum > 0 and not a.attisdropped
             and a.attname not in ('version', 'timestamp') and has_column_privilege(me.oid, a.attrelid, a.attnum, 'UPDATE')
          union all
          select 'may insert into public.negotiations_record' from me where has_any_column_privilege(me.oid, 'public.negotiations_record', 'INSERT')
          union all
          select 'may erase events' from me
           where has_function_privilege(me.oid, to_regprocedure('public.negotiations_erase(uuid, uuid, jsonb, varchar)')::oid, 'EXECUTE')
          union all
          select format('may become %s, who owns %s', pg_get_userbyid(c.relowner), name) from kept, me, pg_class c
           where c.oid = name::regclass and pg_has_role(me.oid, c.relowner, 'MEMBER'))
        select rolname::text, case when rolsuper then array['is a superuser'] else (select coalesce(array_agg(reason order by reason), '{}') from denied) end from me
        """;

    public static async Task<Protection> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetString(0), reader.GetFieldValue<string[]>(1));
    }
}
