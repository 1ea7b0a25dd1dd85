namespace Negotiations.Store.Tests;

public sealed class SchemaTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Eight_who_open_an_empty_database_at_once_find_it_complete()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => database.OpenStoreAsync()));

        await Task.WhenAll(
            stores.Select((store, n) => store.AppendAsync($"article/lakes/{n}", 0, Sample.Proposals(1)))
        );

        Assert.Equal(8, (await stores[0].ReadPositionAsync()).Position);
        Assert.Equal(StoreMigration.Version, await database.QueryAsync<int>("select version from negotiations_schema"));
        Assert.True((await stores[0].ReadProtectionAsync()).IsEnforced);
    }

    [Fact]
    public async Task Databases_that_are_made_at_once_share_the_role()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TestDatabase.CreateAsync()));
        try
        {
            var stores = await Task.WhenAll(databases.Select(other => other.OpenStoreAsync()));
            Assert.All(await Task.WhenAll(stores.Select(store => store.ReadProtectionAsync())), protection =>
                Assert.True(protection.IsEnforced)
            );
        }
        finally
        {
            foreach (var other in databases)
                await other.DisposeAsync();
        }
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
        await Assert.ThrowsAsync<NoStoreException>(() => MartenEventStore.OpenExistingAsync(database.DataSource));

        Assert.Contains($"({theirs.Split(' ', '(')[2]}) but not the mark of this program", failure.Message);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task What_an_extension_brings_along_is_nobodys()
    {
        await database.ExecuteAsync(
            "create function theirs() returns int language sql as 'select 1'; alter extension plpgsql "
                + "add function theirs()"
        );

        await database.OpenStoreAsync();

        await MartenEventStore.OpenExistingAsync(database.DataSource);
    }

    [Fact]
    public async Task Opening_for_questions_creates_nothing()
    {
        var failure = await Assert.ThrowsAsync<NoStoreException>(() =>
            MartenEventStore.OpenExistingAsync(database.DataSource)
        );

        Assert.Contains("replay coded files into it first", failure.Message);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Opening_for_questions_leaves_a_store_as_it_is()
    {
        await database.OpenStoreAsync();
        await database.ExecuteAsync("drop trigger negotiations_record on mt_events");

        var store = await MartenEventStore.OpenExistingAsync(database.DataSource);

        Assert.Equal(0, (await store.ReadPositionAsync()).Position);
        Assert.Equal(
            0,
            await database.QueryAsync<long>("select count(*) from pg_trigger where tgname = 'negotiations_record'")
        );
    }

    [Fact]
    public async Task A_newer_programs_database_is_refused()
    {
        await database.OpenStoreAsync();
        await database.ExecuteAsync("insert into negotiations_schema values (99, now())");

        var failure = await Assert.ThrowsAsync<NewerDatabaseException>(database.OpenStoreAsync);
        await Assert.ThrowsAsync<NewerDatabaseException>(() => MartenEventStore.OpenExistingAsync(database.DataSource));

        Assert.Contains("schema version 99", failure.Message);
        Assert.Contains("Update the program", failure.Message);
    }

    [Fact]
    public async Task A_database_that_cannot_hold_every_name_is_refused()
    {
        var name = $"{new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString).Database}_latin1";
        await database.ExecuteAsync(
            $"create database {name} encoding latin1 template template0 lc_collate 'C' lc_ctype 'C'"
        );
        try
        {
            var builder = new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString)
            {
                Database = name,
                Pooling = false,
            };
            await using var source = Npgsql.NpgsqlDataSource.Create(builder.ConnectionString);
            var failure = await Assert.ThrowsAsync<UnsuitableServerException>(() => MartenEventStore.OpenAsync(source));
            Assert.Contains("LATIN1", failure.Message);
        }
        finally
        {
            await database.ExecuteAsync($"drop database {name}");
        }
    }

    private Task<long> CountAsync() =>
        database.QueryAsync<long>(
            """
            select (select count(*) from pg_class where relnamespace = 'public'::regnamespace)
                 + (select count(*) from pg_proc where pronamespace = 'public'::regnamespace)
            """
        );
}
