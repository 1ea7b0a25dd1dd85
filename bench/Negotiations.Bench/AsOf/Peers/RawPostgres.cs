using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Negotiations.Bench;

/// <summary>PostgreSQL with nothing over it: the ceiling of everything that is built on it.</summary>
internal sealed class RawPostgres : IAsyncDisposable
{
    public const string Copy = "raw: COPY of the same events";
    public const string Lookup = "raw: look-up of a round's facts by primary key, one row";
    public const string Sequential = "raw: all facts of a negotiation by one sequential query";
    public const string Inserts = "raw: commit of 20 inserted events";
    public const string SmallCommit = "raw: commit of one small row";

    private const string Tables = """
        create table events (
            seq_id bigint primary key, id uuid not null unique, stream_id varchar not null, version bigint not null,
            data jsonb not null, type varchar(500) not null, timestamp timestamptz not null default now(),
            unique (stream_id, version));
        create table small (id bigint primary key);
        create table round_texts (id int primary key, data text not null);
        create table round_bytes (id int primary key, data bytea not null);
        alter table round_bytes alter column data set storage external;
        create table facts (round int not null, place int not null, data text not null, primary key (round, place));
        """;

    public const int RoundsLookedUp = 1_000;
    private const int Enough = 2_000;

    private readonly BenchDatabase database;
    private readonly RoundText round;
    private readonly Random random;
    private RawBeside? beside;
    private long last;

    private RawPostgres(BenchDatabase database, RoundText round, int seed) =>
        (this.database, this.round, random) = (database, round, new(seed));

    public static async Task<RawPostgres> CreateAsync(string connection, RoundText round, int seed)
    {
        var database = await BenchDatabase.CreateAsync(connection);
        await using var create = database.Source.CreateCommand(Tables);
        await create.ExecuteNonQueryAsync();
        return new(database, round, seed);
    }

    /// <summary>To be timed in turn with a store, once everything is in.</summary>
    public RawBeside Beside => beside ?? throw new InvalidOperationException("nothing is in yet");

    public async Task TakeAsync(Corpus corpus, int size, Figures figures, TimeSpan limit)
    {
        figures.Add(AsOfMeasurement.Filling, Copy, size, await CopyAsync(corpus.DrawArrivals()));
        await FillFactsAsync(corpus.Largest.Rounds);
        await using (var analyze = database.Source.CreateCommand("vacuum analyze"))
            await analyze.ExecuteNonQueryAsync();
        beside = await RawBeside.CreateAsync(database.Source, last);
        await using var connection = await database.Source.OpenConnectionAsync();
        await AskAsync(Lookup, "select data from round_texts where id = $1", RoundsLookedUp, 1, Read);
        await AskAsync(
            "raw: the same, decoded",
            "select data from round_texts where id = $1",
            RoundsLookedUp,
            1,
            Decode
        );
        await AskAsync(
            "raw: the same bytes not compressed",
            "select data from round_bytes where id = $1",
            RoundsLookedUp,
            1,
            reader => reader.GetFieldValue<byte[]>(0).Length
        );
        await AskAsync(
            "raw: a round's facts by primary key, a row each",
            "select data from facts where round = $1",
            corpus.Largest.Rounds,
            round.Facts.Count,
            Read
        );
        await AskAsync(
            "raw: the same, decoded, a row each",
            "select data from facts where round = $1",
            corpus.Largest.Rounds,
            round.Facts.Count,
            reader => JsonSerializer.Deserialize<FactText>(reader.GetString(0), JsonSerializerOptions.Web)!.Key.Length
        );
        await AskAsync(
            Sequential,
            "select data from facts where $1 > 0",
            1,
            round.Facts.Count * corpus.Largest.Rounds,
            Read
        );
        await WriteAsync(figures, size);

        async Task AskAsync(string what, string sql, int keys, int rows, Func<NpgsqlDataReader, int> read)
        {
            await using var command = new NpgsqlCommand(sql, connection)
            {
                Parameters = { new NpgsqlParameter<int> { NpgsqlDbType = NpgsqlDbType.Integer } },
            };
            await command.PrepareAsync();
            figures.Add(AsOfMeasurement.Questions, what, size, await Samples.TakeAsync(limit, Enough, async _ =>
                {
                    ((NpgsqlParameter<int>)command.Parameters[0]).TypedValue = 1 + random.Next(keys);
                    await using var reader = await command.ExecuteReaderAsync();
                    var (found, length) = (0, 0L);
                    for (; await reader.ReadAsync(); found++)
                        length += read(reader);
                    return found == rows && length > 0
                        ? true
                        : throw new InvalidOperationException($"{what}: {found} rows in place of {rows}");
                }));
        }

        static int Read(NpgsqlDataReader reader) => reader.GetString(0).Length;

        static int Decode(NpgsqlDataReader reader) =>
            JsonSerializer.Deserialize<IReadOnlyList<FactText>>(reader.GetString(0), JsonSerializerOptions.Web)!.Count;
    }

    // Only the COPY is timed, not the drawing of the events and their JSON, which comes between its parts.
    private async Task<double> CopyAsync(IEnumerable<Arrival> arrivals)
    {
        var taken = TimeSpan.Zero;
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var import = await connection.BeginBinaryImportAsync(
            "copy events (seq_id, id, stream_id, version, data, type) from stdin (format binary)"
        );
        foreach (var part in arrivals.SelectMany(List).Chunk(5_000))
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var row in part)
            {
                await import.StartRowAsync();
                await import.WriteAsync(++last, NpgsqlDbType.Bigint);
                await import.WriteAsync(row.Id, NpgsqlDbType.Uuid);
                await import.WriteAsync(row.Stream, NpgsqlDbType.Varchar);
                await import.WriteAsync(row.Version, NpgsqlDbType.Bigint);
                await import.WriteAsync(row.Json, NpgsqlDbType.Jsonb);
                await import.WriteAsync(row.Type, NpgsqlDbType.Varchar);
            }

            taken += Stopwatch.GetElapsedTime(start);
        }

        var end = Stopwatch.GetTimestamp();
        await import.CompleteAsync();
        return last / (taken + Stopwatch.GetElapsedTime(end)).TotalSeconds;
    }

    internal static IEnumerable<(Guid Id, string Stream, long Version, string Json, string Type)> List(
        Arrival arrival
    ) =>
        arrival.Events.Select(
            (added, place) =>
                (
                    added.Id,
                    arrival.Stream,
                    arrival.ExpectedVersion + place + 1,
                    EventJson.Write(added.Event),
                    added.Event.GetType().Name
                )
        );

    private async Task FillFactsAsync(int rounds)
    {
        foreach (
            var (sql, count) in new[]
            {
                ("insert into round_texts select n, $1 from generate_series(1, $2) n", RoundsLookedUp),
                (
                    "insert into round_bytes select n, convert_to($1, 'UTF8') from generate_series(1, $2) n",
                    RoundsLookedUp
                ),
            }
        )
        {
            await using var fill = database.Source.CreateCommand(sql);
            fill.Parameters.Add(new() { Value = round.Whole });
            fill.Parameters.Add(new() { Value = count });
            await fill.ExecuteNonQueryAsync();
        }

        await using var facts = database.Source.CreateCommand(
            """
            insert into facts select n, f.place, f.data
              from generate_series(1, $2) n, unnest($1::text[]) with ordinality f (data, place)
            """
        );
        facts.Parameters.Add(new() { Value = round.Facts.ToArray() });
        facts.Parameters.Add(new() { Value = rounds });
        await facts.ExecuteNonQueryAsync();
    }

    private async Task WriteAsync(Figures figures, int size)
    {
        var (inserts, small) = (new Samples(), new Samples());
        for (var number = 1; number <= 200; number++)
        {
            inserts.Add(await Beside.CommitAsync());
            await using var insert = database.Source.CreateCommand("insert into small values ($1)");
            insert.Parameters.Add(new() { Value = (long)number });
            var start = Stopwatch.GetTimestamp();
            await insert.ExecuteNonQueryAsync();
            small.Add(Stopwatch.GetElapsedTime(start));
        }

        figures.Add(AsOfMeasurement.Writes, Inserts, size, inserts);
        figures.Add(AsOfMeasurement.Writes, SmallCommit, size, small);
    }

    public async ValueTask DisposeAsync()
    {
        if (beside is not null)
            await beside.DisposeAsync();
        await database.DisposeAsync();
    }
}
