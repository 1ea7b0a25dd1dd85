using Npgsql;

namespace Negotiations.Store.Tests;

/// <summary>What the program's own connections may do to what is recorded: nothing but add to it.</summary>
public sealed class AppendOnly : StoreTest
{
    [Theory]
    [InlineData("update mt_events set data = '{}'")]
    [InlineData("update mt_events set is_archived = true")]
    [InlineData("delete from mt_events")]
    [InlineData("truncate mt_events")]
    [InlineData("update negotiations_record set salt = null")]
    [InlineData("delete from negotiations_record")]
    [InlineData("truncate negotiations_record")]
    [InlineData(
        "insert into negotiations_record select position + 1, seq_id + 1, gen_random_uuid(), "
            + "recorded_at, salt, commitment, link from negotiations_record"
    )]
    [InlineData("delete from mt_streams")]
    [InlineData("truncate mt_streams cascade")]
    [InlineData("update mt_streams set id = 'x'")]
    [InlineData("update mt_streams set is_archived = true")]
    [InlineData("update negotiations_exports set destination = 'x'")]
    [InlineData("delete from negotiations_exports")]
    [InlineData("insert into negotiations_schema values (99, now())")]
    [InlineData("alter table mt_events disable trigger negotiations_record")]
    [InlineData("drop trigger negotiations_record on mt_events")]
    [InlineData("drop table negotiations_record")]
    [InlineData("create table public.mine (id int)")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("update negotiations_clock set floor = '2099-01-01'")]
    [InlineData("select negotiations_give_positions(array[1])")]
    [InlineData("select negotiations_erase(gen_random_uuid(), gen_random_uuid(), '{}', '')")]
    public async Task The_program_itself_is_refused(string sql)
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(2));
        await using var connection = await (
            await StoreConnections.CreateAsync(Database.DataSource, progress: null, default)
        ).OpenAsync(default);
        await using var command = new NpgsqlCommand($"set search_path = public; {sql}", connection);

        var failure = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, failure.SqlState);
        Assert.Equal(2, (await ReadAsync()).Count);
        Assert.Empty(await FaultsAsync());
    }

    [Theory]
    [InlineData("2099-01-01")]
    [InlineData("infinity")]
    public async Task The_program_cannot_raise_the_floor_of_the_record_clock_beyond_the_present(string time)
    {
        await AsProgramAsync($"select negotiations_raise_floor('{time}')");
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));

        Assert.True(
            await Database.QueryAsync<bool>("select max(recorded_at) <= clock_timestamp() from negotiations_record")
        );
    }

    [Fact]
    public async Task The_floor_of_the_record_clock_is_never_lowered()
    {
        await AsProgramAsync("select negotiations_raise_floor('2031-01-01'), negotiations_raise_floor(now())");
        var floor = await Database.QueryAsync<string>("select floor::text from negotiations_clock");

        await AsProgramAsync("select negotiations_raise_floor('2001-01-01')");

        Assert.Equal(floor, await Database.QueryAsync<string>("select floor::text from negotiations_clock"));
    }

    [Fact]
    public async Task A_forged_erasure_is_refused()
    {
        var events = Sample.Proposals(1);
        await Store.AppendAsync(Sample.Stream, 0, events);

        var failure = await Assert.ThrowsAsync<PostgresException>(() =>
            AsProgramAsync(EventForger.Erasure(events[0].Id))
        );
        var ofOwner = await Assert.ThrowsAsync<PostgresException>(() =>
            Database.ExecuteAsync(EventForger.Erasure(events[0].Id))
        );

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, failure.SqlState);
        Assert.Contains("it was not", ofOwner.Message);
        Assert.Empty(await FaultsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("No Reset On Close=true")]
    [InlineData("Pooling=false")]
    [InlineData("Maximum Pool Size=1")]
    public async Task Every_connection_has_the_role_however_connections_are_kept(string settings)
    {
        await using var source = NpgsqlDataSource.Create($"{Database.ConnectionString};{settings}");
        var store = await MartenEventStore.OpenAsync(source);
        var connections = await StoreConnections.CreateAsync(source, progress: null, default);

        for (var turn = 0; turn < 3; turn++)
        {
            await store.AppendAsync(Sample.Stream, turn, Sample.Proposals(1));
            await using (var connection = await connections.OpenAsync(default))
                Assert.Equal(ProgramRole.Name, await UserAsync(connection));
            await using (var owner = await connections.OpenAsOwnerAsync(default))
                Assert.NotEqual(ProgramRole.Name, await UserAsync(owner));
        }

        Assert.True((await store.ReadProtectionAsync()).IsEnforced);
        Assert.Equal(3, (await store.ReadPositionAsync()).Position);
    }

    [Fact]
    public async Task What_the_role_may_really_do_counts_and_not_its_name()
    {
        Assert.Equal(
            (ProgramRole.Name, true),
            ((await Store.ReadProtectionAsync()).Role, (await Store.ReadProtectionAsync()).IsEnforced)
        );

        await Database.ExecuteAsync(
            "grant update (data), delete on mt_events to negotiations_program; grant update (id) on "
                + "mt_streams to negotiations_program"
        );
        var protection = await Store.ReadProtectionAsync();

        Assert.False(protection.IsEnforced);
        Assert.Equal(
            ["may delete public.mt_events", "may update id of public.mt_streams", "may update public.mt_events"],
            protection.Reasons
        );
    }

    [Theory]
    [InlineData("superuser", "", "a superuser")]
    [InlineData("nologin", "grant delete on mt_events to {0}", "who may delete public.mt_events")]
    [InlineData("nologin in role pg_write_all_data", "", "who may update public.negotiations_record")]
    [InlineData("nologin in role pg_execute_server_program", "", "who may write files of the server")]
    public async Task What_the_role_may_become_counts_too(string attributes, string right, string reason)
    {
        var other = $"other_{Guid.NewGuid():N}";
        await Database.ExecuteAsync(
            $"create role {other} {attributes}; {string.Format(right, other)}; grant {other} to negotiations_program"
        );
        try
        {
            Assert.Contains($"may become {other}, {reason}", (await Store.ReadProtectionAsync()).Reasons);
        }
        finally
        {
            await Database.ExecuteAsync($"drop owned by {other}; drop role {other}");
        }
    }

    [Fact]
    public async Task A_superuser_without_the_role_is_said_to_be_one()
    {
        await using var connection = await Database.DataSource.OpenConnectionAsync();

        var protection = await ProtectionCheck.ReadAsync(connection, default);

        Assert.Equal(["is a superuser"], protection.Reasons);
    }

    [Fact]
    public async Task An_owner_who_may_make_no_role_works_as_before_and_is_told()
    {
        await using var owner = await OtherUser.CreateAsync(Database, "nocreaterole");
        var store = await MartenEventStore.OpenAsync(owner.DataSource);
        await store.AppendAsync(Sample.Stream, 0, Sample.Proposals(2));

        var protection = await store.ReadProtectionAsync();

        Assert.False(protection.IsEnforced);
        Assert.Contains("may update public.mt_events", protection.Reasons);
        Assert.Equal(2, (await store.ReadPositionAsync()).Position);
    }

    [Fact]
    public async Task An_owner_who_may_make_roles_uses_one()
    {
        await using var owner = await OtherUser.CreateAsync(Database, "createrole");
        var store = await MartenEventStore.OpenAsync(owner.DataSource);
        await store.AppendAsync(Sample.Stream, 0, Sample.Proposals(2));

        Assert.Equal([], (await store.ReadProtectionAsync()).Reasons);
        Assert.Equal(2, (await store.ReadPositionAsync()).Position);
    }

    [Fact]
    public async Task A_database_that_another_server_has_restored_gets_its_rights_again()
    {
        await Database.ExecuteAsync("drop owned by negotiations_program");
        Assert.Equal(
            ["is a superuser"],
            (await (await MartenEventStore.OpenExistingAsync(Database.DataSource)).ReadProtectionAsync()).Reasons
        );

        var store = await Database.OpenStoreAsync();

        Assert.True((await store.ReadProtectionAsync()).IsEnforced);
    }

    [Fact]
    public async Task Other_programs_write_without_any_right_on_the_record_clock()
    {
        await using var other = await OtherUser.CreateAsync(Database, "nocreaterole", ownsDatabase: false);
        await Database.ExecuteAsync(
            $"grant select, insert on mt_events to {other.Name}; grant select, insert, update on "
                + $"mt_streams to {other.Name}; grant usage on sequence mt_events_sequence to {other.Name}"
        );
        await using var writer = await PlainWriter.BeginAsync(other.DataSource);
        await writer.InsertAsync(Article("theirs"));
        await writer.CommitAsync();

        Assert.Equal(1, (await Store.ReadPositionAsync()).Position);
        Assert.Empty(await FaultsAsync());
    }

    private async Task AsProgramAsync(string sql)
    {
        await using var connection = await (
            await StoreConnections.CreateAsync(Database.DataSource, progress: null, default)
        ).OpenAsync(default);
        await using var command = new NpgsqlCommand($"set search_path = public; {sql}", connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> UserAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select current_user::text", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
