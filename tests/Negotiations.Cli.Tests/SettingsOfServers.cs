using Npgsql;

namespace Negotiations.Cli.Tests;

/// <summary>What others set for a database or a user changes nothing, or is named.</summary>
public class SettingsOfServers
{
    public static TheoryData<string> Settings =>
        [
            "quote_all_identifiers = on",
            "standard_conforming_strings = off",
            "default_transaction_read_only = on",
            "default_transaction_isolation = serializable",
            "statement_timeout = '200ms'",
            "bytea_output = escape",
            "DateStyle = 'SQL, DMY'",
            "TimeZone = 'Asia/Kathmandu'",
            "lock_timeout = 1",
        ];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_setting_of_the_database_changes_nothing(string setting)
    {
        await using var plain = await SampleStore.WithHarbourAsync();
        await using var store = await SampleStore.EmptyAsync();
        await SetAsync(store, setting);

        var replay = await store.RunAsync("replay", Repository.Harbour);
        var audit = await store.RunAsync("audit", "--chain");
        var verify = await store.RunAsync("replay", "--verify");
        var correct = await store.RunAsync("correct", "courier-2031-04-02#offer", "--retract", "--reason", "misread");
        await plain.RunAsync("correct", "courier-2031-04-02#offer", "--retract", "--reason", "misread");

        Assert.Equal((0, ""), (replay.Code, replay.Error));
        Assert.Equal((0, ""), (audit.Code, audit.Error));
        Assert.Equal((0, ""), (verify.Code, verify.Error));
        Assert.Equal((0, ""), (correct.Code, correct.Error));
        Assert.Equal(await AnswerAsync(plain), await AnswerAsync(store));
    }

    [Fact]
    public async Task A_time_limit_that_stops_even_the_connection_is_named()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await using var source = NpgsqlDataSource.Create(store.Connection);
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("set statement_timeout = 1; select pg_sleep(1)", connection);
        var cancelled = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        var failure = ServerFailure.Translate(new NpgsqlException("while connecting", cancelled));

        Assert.IsType<StoreUnavailableException>(failure);
        Assert.Contains("statement_timeout", failure.Message);
    }

    [Fact]
    public async Task A_lock_that_another_session_holds_is_named()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();
        await using var source = NpgsqlDataSource.Create(store.Connection);
        await using var blocker = await source.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await new NpgsqlCommand("lock table mt_streams", blocker).ExecuteNonQueryAsync();

        var run = await CommandRun.ExecuteAsync(
            "correct",
            "courier-2031-04-02#offer",
            "--retract",
            "--reason",
            "misread",
            "--connection",
            $"{store.Connection};Command Timeout=6"
        );
        await transaction.RollbackAsync();

        Assert.Equal((3, "", events), (run.Code, run.Output, await store.CountAsync()));
        Assert.StartsWith("negotiations: another session holds a lock on ", run.Error);
        Assert.Contains("mt_streams", run.Error);
        Assert.Contains("nothing was lost", run.Error);
    }

    private static async Task SetAsync(SampleStore store, string setting)
    {
        await store.ExecuteAsync(
            "do $$ begin execute format('alter database %I set "
                + setting.Replace("'", "''")
                + "', current_database()); end $$"
        );
        NpgsqlConnection.ClearAllPools();
    }

    private static async Task<string> AnswerAsync(SampleStore store) =>
        string.Join(
            '\n',
            (await store.RunAsync("state", "harbour", "--format", "json"))
                .Output.Split('\n')
                .Where(line => !line.Contains("settledAt", StringComparison.Ordinal))
        );
}
