using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Negotiations.Bench;

/// <summary>
/// What PostgreSQL itself takes for one look-up and for one commit, to be timed in turn with what a store takes: on a
/// machine that has other work, both then have it alike.
/// </summary>
/// <remarks>The tables are those of <see cref="RawPostgres"/>.</remarks>
internal sealed class RawBeside : IAsyncDisposable
{
    private const string Insert =
        "insert into events (seq_id, id, stream_id, version, data, type) values ($1, $2, $3, $4, $5, $6)";
    private const int ReportsOfArticle = 19;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand lookup;
    private readonly Random random = new(1);
    private readonly InventedNegotiation negotiation = new(0, 1_500, seed: 7, oneRound: false);
    private long last;
    private int articles;

    private RawBeside(NpgsqlConnection connection, NpgsqlCommand lookup, long last) =>
        (this.connection, this.lookup, this.last) = (connection, lookup, last);

    public static async Task<RawBeside> CreateAsync(NpgsqlDataSource source, long last)
    {
        var connection = await source.OpenConnectionAsync();
        var lookup = new NpgsqlCommand("select data from round_texts where id = $1", connection)
        {
            Parameters = { new NpgsqlParameter<int> { NpgsqlDbType = NpgsqlDbType.Integer } },
        };
        await lookup.PrepareAsync();
        return new(connection, lookup, last);
    }

    /// <summary>Looks the facts of a round up by primary key: one row with all of them.</summary>
    public async Task<TimeSpan> LookUpAsync()
    {
        ((NpgsqlParameter<int>)lookup.Parameters[0]).TypedValue = 1 + random.Next(RawPostgres.RoundsLookedUp);
        var start = Stopwatch.GetTimestamp();
        if (((string?)await lookup.ExecuteScalarAsync())?.Length is not > 0)
            throw new InvalidOperationException("a round that is to be looked up is not there");
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Inserts 20 events and commits.</summary>
    public async Task<TimeSpan> CommitAsync()
    {
        // A version and its reports.
        var rows = RawPostgres.List(negotiation.DrawFurtherArticle(++articles, ReportsOfArticle, 0)).ToList();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var row in rows)
            batch.BatchCommands.Add(
                new(Insert)
                {
                    Parameters =
                    {
                        new() { Value = ++last },
                        new() { Value = row.Id },
                        new() { Value = $"further/{row.Stream}" },
                        new() { Value = row.Version },
                        new() { Value = row.Json, NpgsqlDbType = NpgsqlDbType.Jsonb },
                        new() { Value = row.Type },
                    },
                }
            );
        var start = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync();
        batch.Transaction = transaction;
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return Stopwatch.GetElapsedTime(start);
    }

    public async ValueTask DisposeAsync()
    {
        await lookup.DisposeAsync();
        await connection.DisposeAsync();
    }
}
