namespace Negotiations.Store;

/// <summary>What the server's statistics keep of facts that are deleted.</summary>
/// <remarks>
/// "Analyze" leaves the statistics of a table without rows as they were, with samples of its values. Naming the type of
/// a column again drops those of the column, and rewrites nothing.
/// </remarks>
internal static class FactStatistics
{
    // The columns with words of events: names of facts, acts and articles.
    private const string Words = """a.attcollation = '"C"'::regcollation and a.attnum > 0 and not a.attisdropped""";

    private const string Tables = $"""
        c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and starts_with(c.relname::text, '{FactTables.Prefix}')
        """;

    /// <summary>SQL that drops those of the tables that are empty.</summary>
    /// <remarks>
    /// Whoever brings facts up to date holds the same lock shared, and looks at the tables afterwards. Who only reads
    /// them, such as a backup, is not waited for long.
    /// </remarks>
    public const string Drop = $"""
        do $$
        declare
          kept     record;
          is_empty boolean;
        begin
          perform pg_advisory_xact_lock(public.negotiations_derived_lock());
          set local lock_timeout = '1s';
          for kept in
            select c.oid::regclass as name,
                   string_agg(format('alter column %I type varchar collate "C"', a.attname), ', ') as columns
              from pg_class c join pg_attribute a on a.attrelid = c.oid and {Words}
             where {Tables}
             group by c.oid
          loop
            execute format('select not exists (select from %s)', kept.name) into is_empty;
            if is_empty then
              begin
                execute format('alter table %s %s', kept.name, kept.columns);
              exception when lock_not_available then
                null;
              end;
            end if;
          end loop;
        end
        $$
        """;

    /// <summary>SQL for whether the table <c>c</c> is empty and still has some, after it was vacuumed.</summary>
    public const string AreStale = $"""
        ({Tables} and c.reltuples = 0
          and exists (
            select from pg_stats s join pg_attribute a on a.attrelid = c.oid and a.attname = s.attname and {Words}
             where s.schemaname = 'public' and s.tablename = c.relname))
        """;
}
