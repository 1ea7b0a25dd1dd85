using Negotiations.Testing;

namespace Negotiations.Cli.Tests;

/// <summary>A store of its own for one test, on a real PostgreSQL.</summary>
public sealed class SampleStore : IAsyncDisposable
{
    private readonly TestDatabase database;

    private SampleStore(TestDatabase database) => this.database = database;

    /// <summary>How to connect to it.</summary>
    public string Connection => database.ConnectionString;

    /// <summary>A database without a store.</summary>
    public static async Task<SampleStore> EmptyAsync() => new(await TestDatabase.CreateAsync());

    /// <summary>A store without events.</summary>
    public static async Task<SampleStore> InstalledAsync() => new(await TestDatabase.CreateWithStoreAsync());

    /// <summary>A store that has the invented negotiation.</summary>
    public static async Task<SampleStore> WithHarbourAsync() =>
        new(await TestDatabase.CopyAsync("harbour", async made =>
            {
                var run = await CommandRun.ExecuteAsync(
                    "replay",
                    Repository.Harbour,
                    "--connection",
                    $"{made.ConnectionString};Pooling=false"
                );
                Assert.Equal((0, ""), (run.Code, run.Error));
            }));

    /// <summary>A store that the last version of the first wave made.</summary>
    /// <param name="kind"><c>embedded</c>, or <c>marten</c> for that of its host.</param>
    public static async Task<SampleStore> WithFirstWaveAsync(string kind) =>
        new(
            await TestDatabase.CopyAsync($"first wave, {kind}", made =>
                made.RestoreAsync(Repository.ResolvePath("tests", "data", "stores", $"{kind}.sql.gz"))
            )
        );

    /// <summary>Brings it up to date, as every command does that appends; gives what is said of that.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync()
    {
        var lines = new Lines();
        await MartenEventStore.OpenToAppendAsync(database.DataSource, lines);
        return lines.All;
    }

    /// <summary>Each position of the record with its link.</summary>
    public Task<string> ReadChainAsync() =>
        database.QueryAsync<string>(
            "select string_agg(position || ' ' || encode(link, 'hex'), E'\\n' order by position) from "
                + "negotiations_record"
        );

    /// <summary>The names of its tables.</summary>
    public Task<string[]> ReadTablesAsync() =>
        database.QueryAsync<string[]>("select array_agg(tablename::text) from pg_tables where schemaname = 'public'");

    /// <summary>Whether every user of the server may call the function that erases.</summary>
    public Task<bool> MayEverybodyEraseAsync() =>
        database.QueryAsync<bool>(
            "select has_function_privilege('public', 'negotiations_erase(uuid, uuid, jsonb, varchar)', 'execute')"
        );

    /// <summary>The version of its schema.</summary>
    public Task<string> ReadVersionAsync() =>
        database.QueryAsync<string>("select max(version)::text from negotiations_schema");

    private sealed class Lines : IProgress<string>
    {
        public List<string> All { get; } = [];

        public void Report(string value) => All.Add(value);
    }

    /// <summary>Runs a command on it.</summary>
    public Task<CommandRun> RunAsync(params string[] arguments) =>
        CommandRun.ExecuteAsync([.. arguments, "--connection", Connection]);

    /// <summary>Runs SQL in its database, as any other program could.</summary>
    public Task ExecuteAsync(string sql) => database.ExecuteAsync(sql);

    /// <summary>The number of tables, views, sequences and indexes in it.</summary>
    public Task<long> CountRelationsAsync() =>
        database.QueryAsync<long>("select count(*) from pg_class where relnamespace = 'public'::regnamespace");

    /// <summary>The number of events in it.</summary>
    public Task<long> CountAsync() => database.QueryAsync<long>("select count(*) from mt_events");

    /// <summary>The events in it, one line each, in the order of their streams.</summary>
    public Task<string[]> EventsAsync() =>
        database.QueryAsync<string[]>(
            "select array_agg(concat_ws(' ', id, stream_id, version, type, data) order by stream_id, "
                + "version) from mt_events"
        );

    /// <summary>The positions of its events on the record clock.</summary>
    public Task<long[]> PositionsAsync() =>
        database.QueryAsync<long[]>(
            "select array_agg(position order by position) from mt_events full join negotiations_record using (seq_id)"
        );

    /// <summary>The number of articles in it.</summary>
    public Task<long> ArticlesAsync() =>
        database.QueryAsync<long>("select count(*) from mt_streams where id like 'article/%'");

    /// <summary>What was exported, one line each.</summary>
    public Task<string[]> ExportsAsync() =>
        database.QueryAsync<string[]>(
            "select array_agg(concat_ws(' ', format, negotiation, position, bounds, destination, "
                + "encode(sha256, 'hex')) order by id) from negotiations_exports"
        );

    /// <summary>The link of its hash chain at a position, in hexadecimal.</summary>
    public Task<string> LinkAsync(long position) =>
        database.QueryAsync<string>($"select encode(link, 'hex') from negotiations_record where position = {position}");

    /// <summary>Holds a stream of it that is not there yet.</summary>
    public Task<HeldStream> HoldAsync(string stream) => HeldStream.HoldAsync(database.DataSource, stream);

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
