using Negotiations.Testing;

namespace Negotiations.Postgres.Tests;

public sealed class SchemaTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task The_tables_are_Martens_exactly()
    {
        await database.OpenStoreAsync();

        var columns = await database.QueryAsync<string>(
            """
            select string_agg(format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                     case when a.attnotnull then ' not null' else '' end,
                     coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), E'\n' order by c.relname, a.attnum)
              from pg_attribute a join pg_class c on c.oid = a.attrelid
              left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
             where c.relname in ('mt_streams', 'mt_events', 'mt_event_progression') and a.attnum > 0
            """);
        Assert.Equal(
            """
            mt_event_progression.name character varying not null
            mt_event_progression.last_seq_id bigint
            mt_event_progression.last_updated timestamp with time zone default transaction_timestamp()
            mt_events.seq_id bigint not null
            mt_events.id uuid not null
            mt_events.stream_id character varying not null
            mt_events.version bigint not null
            mt_events.data jsonb not null
            mt_events.bdata bytea
            mt_events.type character varying(500) not null
            mt_events.timestamp timestamp with time zone not null
            mt_events.tenant_id character varying default '*DEFAULT*'::character varying
            mt_events.mt_dotnet_type character varying
            mt_events.is_archived boolean default false
            mt_streams.id character varying not null
            mt_streams.type character varying
            mt_streams.version bigint
            mt_streams.timestamp timestamp with time zone not null default now()
            mt_streams.created timestamp with time zone not null default now()
            mt_streams.tenant_id character varying default '*DEFAULT*'::character varying
            mt_streams.is_archived boolean default false
            """,
            columns);

        var keys = await database.QueryAsync<string>(
            """
            select string_agg(name || ': ' || definition, E'\n' order by name) from (
              select conname, pg_get_constraintdef(oid) from pg_constraint
               where conrelid::regclass::text like 'mt\_%' and contype <> 't'
              union all
              select i.relname, pg_get_indexdef(i.oid) from pg_index x join pg_class i on i.oid = x.indexrelid
               where x.indrelid::regclass::text like 'mt\_%'
                 and not exists (select from pg_constraint where conindid = i.oid and contype in ('p', 'u'))
              union all
              select s.relname, 'owned by ' || d.refobjid::regclass || '.' || a.attname
                from pg_class s join pg_depend d on d.objid = s.oid and d.deptype = 'a'
                join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
               where s.relkind = 'S') as k (name, definition)
            """);
        Assert.Equal(
            """
            fkey_mt_events_stream_id: FOREIGN KEY (stream_id) REFERENCES mt_streams(id) ON DELETE CASCADE
            mt_events_sequence: owned by mt_events.seq_id
            pk_mt_event_progression: PRIMARY KEY (name)
            pk_mt_events_stream_and_version: CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON public.mt_events USING btree (stream_id, version)
            pkey_mt_events_seq_id: PRIMARY KEY (seq_id)
            pkey_mt_streams_id: PRIMARY KEY (id)
            """,
            keys);
    }

    [Fact]
    public async Task Eight_who_open_an_empty_database_at_once_find_it_complete()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => database.OpenStoreAsync()));

        await Task.WhenAll(stores.Select((store, n) => store.AppendAsync($"article/lakes/{n}", 0, Sample.Proposals(1))));

        Assert.Equal(8, (await stores[0].ReadSettledAsync()).Position);
        Assert.Equal(StoreSchema.Version, await database.QueryAsync<long>("select count(*) from negotiations_schema"));
        Assert.True((await stores[0].ReadProtectionAsync()).IsEnforced);
    }

    [Fact]
    public async Task Databases_that_are_made_at_once_share_the_role()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TestDatabase.CreateAsync()));
        try
        {
            var stores = await Task.WhenAll(databases.Select(other => other.OpenStoreAsync()));
            Assert.All(await Task.WhenAll(stores.Select(store => store.ReadProtectionAsync())), protection => Assert.True(protection.IsEnforced));
        }
        finally
        {
            foreach (var other in databases) await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_store_of_the_first_schema_is_asked_without_a_change_and_brought_up_to_date_by_an_erasure()
    {
        var id = await MakeFirstSchemaAsync();
        var store = await PostgresEventStore.OpenExistingAsync(database.DataSource);

        Assert.Equal(1, (await store.ReadSettledAsync()).Position);
        Assert.Equal(["is a superuser"], (await store.ReadProtectionAsync()).Reasons);
        Assert.Empty(await store.ReadExportsAsync(Sample.Talks));
        await foreach (var fault in store.CheckChainAsync()) Assert.Fail(fault.ToString());
        Assert.Equal(1, await database.QueryAsync<long>("select count(*) from negotiations_schema"));

        const string Stream = "article/lakes/before";
        await store.EraseAsync(Stream, 1, [new(EventId.OfErasure(Stream, id), new PayloadErased { Event = id, Who = "the officer", Reason = "a request" })]);
        Assert.True((await store.ReadStreamAsync(Stream)).Events[0].Event.Erased);
    }

    [Fact]
    public async Task A_store_of_the_first_schema_is_brought_up_to_date_and_keeps_everything()
    {
        await MakeFirstSchemaAsync();

        var store = await database.OpenStoreAsync();
        await store.AppendAsync("article/lakes/after", 0, Sample.Proposals(1));

        Assert.Equal(2, (await store.ReadSettledAsync()).Position);
        Assert.True((await store.ReadProtectionAsync()).IsEnforced);
        await foreach (var fault in store.CheckChainAsync()) Assert.Fail(fault.ToString());
    }

    private async Task<Guid> MakeFirstSchemaAsync()
    {
        await database.ExecuteAsync("create table negotiations_schema (version int primary key, installed_at timestamptz not null)");
        await database.ExecuteAsync(StoreSchema.Sql("layout.sql") + StoreSchema.Sql("0001.sql") + "; insert into negotiations_schema values (1, now())");
        await database.ExecuteAsync(StoreSchema.Sql("trigger.sql"));
        await using var writer = await PlainWriter.BeginAsync(database.DataSource);
        var id = await writer.InsertAsync("article/lakes/before");
        await writer.CommitAsync();
        return id;
    }

    [Fact]
    public async Task Opening_again_keeps_everything()
    {
        var proposal = Sample.Proposal();
        await (await database.OpenStoreAsync()).AppendAsync(Sample.Stream, 0, [proposal]);

        var events = await (await database.OpenStoreAsync()).ReadStreamAsync(Sample.Stream);

        Assert.Equal(proposal.Id, Assert.Single(events.Events).Id);
    }

    [Theory]
    [InlineData("create table mt_events (seq_id bigint)")]
    [InlineData("create table mt_streams (id uuid)")]
    [InlineData("create table invoices (id bigint)")]
    [InlineData("create view invoices as select 1 as id")]
    [InlineData("create function invoices() returns int language sql as 'select 1'")]
    public async Task Another_programs_database_is_left_alone(string theirs)
    {
        await database.ExecuteAsync(theirs);

        var failure = await Assert.ThrowsAsync<ForeignDatabaseException>(database.OpenStoreAsync);
        await Assert.ThrowsAsync<NoStoreException>(() => PostgresEventStore.OpenExistingAsync(database.DataSource));

        Assert.Contains($"({theirs.Split(' ', '(')[2]}) but not the mark of this program", failure.Message);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task What_an_extension_brings_along_is_nobodys()
    {
        await database.ExecuteAsync("create function theirs() returns int language sql as 'select 1'; alter extension plpgsql add function theirs()");

        await database.OpenStoreAsync();

        await PostgresEventStore.OpenExistingAsync(database.DataSource);
    }

    [Fact]
    public async Task Opening_for_questions_creates_nothing()
    {
        var failure = await Assert.ThrowsAsync<NoStoreException>(() => PostgresEventStore.OpenExistingAsync(database.DataSource));

        Assert.Contains("replay coded files into it first", failure.Message);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Opening_for_questions_leaves_a_store_as_it_is()
    {
        await database.OpenStoreAsync();
        await database.ExecuteAsync("drop trigger negotiations_record on mt_events");

        var store = await PostgresEventStore.OpenExistingAsync(database.DataSource);

        Assert.Equal(0, (await store.ReadSettledAsync()).Position);
        Assert.Equal(0, await database.QueryAsync<long>("select count(*) from pg_trigger where tgname = 'negotiations_record'"));
    }

    [Fact]
    public async Task A_newer_programs_database_is_refused()
    {
        await database.OpenStoreAsync();
        await database.ExecuteAsync("insert into negotiations_schema values (99, now())");

        var failure = await Assert.ThrowsAsync<NewerDatabaseException>(database.OpenStoreAsync);
        await Assert.ThrowsAsync<NewerDatabaseException>(() => PostgresEventStore.OpenExistingAsync(database.DataSource));

        Assert.Contains("schema version 99", failure.Message);
        Assert.Contains("Update the program", failure.Message);
    }

    [Fact]
    public async Task A_database_that_cannot_hold_every_name_is_refused()
    {
        var name = $"{new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString).Database}_latin1";
        await database.ExecuteAsync($"create database {name} encoding latin1 template template0 lc_collate 'C' lc_ctype 'C'");
        try
        {
            var builder = new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = name, Pooling = false };
            await using var source = Npgsql.NpgsqlDataSource.Create(builder.ConnectionString);
            var failure = await Assert.ThrowsAsync<UnsuitableServerException>(() => PostgresEventStore.OpenAsync(source));
            Assert.Contains("LATIN1", failure.Message);
        }
        finally
        {
            await database.ExecuteAsync($"drop database {name}");
        }
    }

    private Task<long> CountAsync() => database.QueryAsync<long>(
        """
        select (select count(*) from pg_class where relnamespace = 'public'::regnamespace)
             + (select count(*) from pg_proc where pronamespace = 'public'::regnamespace)
        """);
}
