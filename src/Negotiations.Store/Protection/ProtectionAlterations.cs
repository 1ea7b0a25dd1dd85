using Npgsql;

namespace Negotiations.Store;

/// <summary>What somebody has changed of the tables, triggers and functions that keep the record.</summary>
internal static class ProtectionAlterations
{
    // Triggers whose names begin with "RI_" are the server's own, for foreign keys.
    private const string Sql = """
        with kept as (
          select c.oid, c.relname, c.relkind, c.relrowsecurity from pg_class c
           where c.relnamespace = 'public'::regnamespace
             and c.relname in ('mt_events', 'mt_streams', 'negotiations_record', 'negotiations_clock',
                               'negotiations_exports', 'negotiations_schema')),
        own (name, type, function) as (values
          ('negotiations_record', 5, 'public.negotiations_on_event()'),
          ('negotiations_erasures', 7, 'public.negotiations_on_erasure()'))
        select format('public.%s is no table', relname) from kept where relkind <> 'r'
        union all
        select format('public.%s has row security, which can hide rows', relname) from kept where relrowsecurity
        union all
        select format('public.%s has the rule %s', k.relname, r.rulename)
          from kept k join pg_rewrite r on r.ev_class = k.oid where r.rulename <> '_RETURN'
        union all
        select format('public.%s has rows of another table, %s', k.relname, i.inhrelid::regclass)
          from kept k join pg_inherits i on i.inhparent = k.oid
        union all
        select format('public.%s has the trigger %s, which is not the store''s', k.relname, t.tgname)
          from kept k join pg_trigger t on t.tgrelid = k.oid
         where not t.tgisinternal and not (k.relname = 'mt_events' and t.tgname in (select name from own))
        union all
        select format('public.%s: the trigger %s is disabled', k.relname, t.tgname)
          from kept k join pg_trigger t on t.tgrelid = k.oid where t.tgisinternal and t.tgenabled not in ('O', 'A')
        union all
        select format('public.mt_events: the trigger %s is %s', o.name,
                      case when t.oid is null then 'missing'
                           when t.tgenabled <> 'A' then 'disabled, in whole or in part'
                           else 'another one' end)
          from own o left join pg_trigger t on t.tgrelid = 'public.mt_events'::regclass and t.tgname = o.name
         where to_regprocedure(o.function) is not null
           and (t.oid is null or t.tgenabled <> 'A' or t.tgtype <> o.type
                or t.tgfoid <> to_regprocedure(o.function) or t.tgattr::text <> ''
                or (o.name = 'negotiations_record'
                    and (t.tgqual is not null or not t.tgdeferrable or not t.tginitdeferred)))
        order by 1
        """;

    /// <summary>Each in words; none where all is as the program has installed it.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        var found = new List<string>();
        await using (var command = new NpgsqlCommand(Sql, connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                found.Add(reader.GetString(0));
        }

        found.AddRange(await InstalledFunctions.AlteredAsync(connection, cancellationToken));
        return found;
    }
}
