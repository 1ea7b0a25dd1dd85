namespace Negotiations.Store.Tests;

/// <summary>The tables of the facts are part of the schema, and the program may write them.</summary>
public sealed class TablesOfFacts : StoreTest
{
    [Fact]
    public async Task Are_those_that_the_program_knows() =>
        Assert.Equal(
            FactTables.All.Order(StringComparer.Ordinal),
            await Database.QueryAsync<string[]>(
                $"""
                select array_agg(relname::text order by relname collate "C") from pg_class
                 where relnamespace = 'public'::regnamespace and relkind = 'r'
                   and starts_with(relname::text, '{FactTables.Prefix}')
                """
            )
        );

    [Fact]
    public async Task With_a_build_goes_all_it_holds()
    {
        await Database.ExecuteAsync(
            "insert into negotiations_fact_builds (negotiation, rules) values ('lakes', 1), ('ponds', 1);"
                + string.Join(';', FactTables.Parts.Select(Fill))
        );

        await Database.ExecuteAsync("delete from negotiations_fact_builds where negotiation = 'lakes'");

        foreach (var table in FactTables.Parts)
            Assert.Equal(1, await Database.QueryAsync<long>($"select count(*) from {table}"));
    }

    [Fact]
    public async Task Are_completed_where_one_is_missing()
    {
        await Database.ExecuteAsync("drop table negotiations_fact_pages");
        Assert.Contains("public.negotiations_fact_pages is gone", (await Store.ReadProtectionAsync()).Alterations);
        Assert.False((await Store.ReadProtectionAsync()).IsComplete);

        await AssertCompletedAsync();
    }

    [Fact]
    public async Task Are_completed_where_the_program_has_no_rights_on_one()
    {
        await Database.ExecuteAsync("revoke delete on negotiations_fact_builds from negotiations_program");
        Assert.False((await Store.ReadProtectionAsync()).IsComplete);

        await AssertCompletedAsync();
    }

    private async Task AssertCompletedAsync()
    {
        var protection = await (await Database.OpenStoreAsync()).ReadProtectionAsync();
        Assert.Equal((true, 0), (protection.IsComplete, protection.Alterations.Count));
    }

    // One row for each build; columns get whatever their types have for nothing.
    private static string Fill(string table) =>
        $$"""
            do $do$ begin
              execute (
                select format('insert into {{table}} (build, %s) select id, %s from negotiations_fact_builds',
                              string_agg(attname, ', '),
                              string_agg(case atttypid when 'varchar'::regtype then '''x'''
                                              when 'bytea'::regtype then '''\x00''::bytea' else '0' end, ', '))
                  from pg_attribute
                 where attrelid = '{{table}}'::regclass and attnum > 0 and attname <> 'build');
            end $do$
            """;
}
