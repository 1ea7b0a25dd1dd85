namespace Negotiations.Store.Tests;

public sealed class AlteredProtection : StoreTest
{
    [Fact]
    public async Task What_the_program_installed_is_not_altered() =>
        Assert.Empty((await Store.ReadProtectionAsync()).Alterations);

    [Theory]
    [InlineData(
        "alter table mt_events disable trigger negotiations_record",
        "the trigger negotiations_record is disabled"
    )]
    [InlineData(
        "alter table mt_events enable trigger negotiations_record",
        "the trigger negotiations_record is disabled, in whole or in part"
    )]
    [InlineData("drop trigger negotiations_erasures on mt_events", "the trigger negotiations_erasures is missing")]
    [InlineData("alter table mt_events disable trigger all", "RI_ConstraintTrigger")]
    [InlineData(
        """
            drop trigger negotiations_record on mt_events;
            create constraint trigger negotiations_record after insert on mt_events deferrable initially deferred
              for each row when (new.type <> 'talks_offered') execute function negotiations_on_event();
            alter table mt_events enable always trigger negotiations_record
            """,
        "the trigger negotiations_record is another one"
    )]
    [InlineData(
        "create trigger theirs before insert on mt_events for each row execute function "
            + "suppress_redundant_updates_trigger()",
        "has the trigger theirs"
    )]
    [InlineData("create rule theirs as on delete to negotiations_record do instead nothing", "has the rule theirs")]
    [InlineData("alter table mt_streams enable row level security", "public.mt_streams has row security")]
    [InlineData("create table more () inherits (mt_events)", "has rows of another table, public.more")]
    [InlineData(
        "create or replace function negotiations_settle() returns bigint language sql security "
            + "definer set search_path = pg_catalog, pg_temp as 'select 0::bigint'",
        "negotiations_settle does not do"
    )]
    [InlineData(
        "create function negotiations_link(text) returns bytea language sql as 'select null::bytea'",
        "negotiations_link is not the store's"
    )]
    [InlineData(
        "create function negotiations_theirs() returns text language sql as 'select null::text'",
        "negotiations_theirs is not the store's"
    )]
    [InlineData(
        """
            create function theirs(
                bytea, bytea, bigint, timestamptz, bigint, uuid, varchar, bigint, varchar, varchar, varchar,
                timestamptz, boolean, bytea)
              returns bytea language sql as 'select null::bytea';
            drop aggregate negotiations_chain(
                bytea, bigint, timestamptz, bigint, uuid, varchar, bigint, varchar, varchar, varchar,
                timestamptz, boolean, bytea);
            create aggregate negotiations_chain(
                bytea, bigint, timestamptz, bigint, uuid, varchar, bigint, varchar, varchar, varchar,
                timestamptz, boolean, bytea)
              (sfunc = theirs, stype = bytea)
            """,
        "negotiations_chain does not do what the program installed"
    )]
    [InlineData(
        "alter function negotiations_give_positions(bigint[]) reset search_path",
        "looks for names in schemas of others"
    )]
    [InlineData("drop function negotiations_erase(uuid, uuid, jsonb, varchar)", "negotiations_erase is missing")]
    [InlineData("alter function negotiations_settle() strict", "negotiations_settle does not do")]
    [InlineData("alter function negotiations_settle() security invoker", "does not run with the rights")]
    [InlineData("alter function negotiations_settle() set work_mem = '1MB'", "a setting that the program did not give")]
    [InlineData(
        "update negotiations_schema set version = 4; drop function negotiations_settle()",
        "negotiations_settle is missing"
    )]
    public async Task What_somebody_did_to_it_is_named(string change, string words)
    {
        await Database.ExecuteAsync(change);

        Assert.Contains((await Store.ReadProtectionAsync()).Alterations, alteration =>
            alteration.Contains(words, StringComparison.Ordinal)
        );
    }
}
