using Npgsql;

namespace Negotiations.Store.Tests;

/// <summary>Plain Marten and psql commit with the server's own settings.</summary>
public class CommitsOfOtherWriters : StoreTest
{
    // Compiling a plan takes a hundred times as long as running it, and everybody waits for the lock meanwhile.
    [Fact]
    public async Task No_plan_of_a_commit_is_compiled()
    {
        await using var connection = await Database.DataSource.OpenConnectionAsync();
        var notices = new List<string>();
        connection.Notice += (_, arguments) => notices.Add(arguments.Notice.MessageText);
        await using var command = new NpgsqlCommand(
            """
            load 'auto_explain';
            set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on;
            set auto_explain.log_nested_statements = on; set auto_explain.log_level = notice;
            set client_min_messages = notice; set jit = on;
            begin;
            insert into mt_streams (id, version) values ('article/sample/foreign', 1);
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, is_archived)
            values (nextval('mt_events_sequence'), gen_random_uuid(), 'article/sample/foreign', 1, '{}', 'x', now(),
              false);
            commit;
            """,
            connection
        );
        await command.ExecuteNonQueryAsync();

        Assert.Contains(notices, notice => notice.Contains("negotiations_clock", StringComparison.Ordinal));
        Assert.DoesNotContain(notices, notice => notice.Contains("JIT:", StringComparison.Ordinal));
    }
}
