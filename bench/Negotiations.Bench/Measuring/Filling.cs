using Negotiations.Store;
using Npgsql;

namespace Negotiations.Bench;

/// <summary>How long it takes to fill an empty store with a history.</summary>
/// <param name="Append">Through <see cref="IEventStore.AppendAsync(string, long, IReadOnlyList{NewEvent},
/// CancellationToken)"/>, a transaction for each stream.</param>
/// <param name="CopyWithTrigger">The same rows by COPY in one transaction, with the trigger of the record
/// clock.</param>
/// <param name="Copy">The same without the trigger: the ceiling of the table layout.</param>
public sealed record Filling(TimeSpan Append, TimeSpan CopyWithTrigger, TimeSpan Copy)
{
    private static readonly IReadOnlyList<string> Tables = ["public.mt_streams", "public.mt_events"];

    /// <summary>Fills a store, and two more databases of the server with the rows that it then has.</summary>
    /// <param name="history">The history.</param>
    /// <param name="filled">An empty database, which keeps the history.</param>
    /// <param name="connection">The server.</param>
    public static async Task<Filling> MeasureAsync(DrawnHistory history, BenchDatabase filled, string connection)
    {
        var store = await MartenEventStore.OpenAsync(filled.Source);
        var append = await Timing.MeasureAsync(() => AppendAsync(store, history));
        var rows = await RowsAsync(filled.Source);
        return new(
            append,
            await CopyAsync(rows, connection, withTrigger: true),
            await CopyAsync(rows, connection, withTrigger: false)
        );
    }

    private static async Task AppendAsync(MartenEventStore store, DrawnHistory history)
    {
        foreach (var arrival in history.Arrivals)
            await store.AppendAsync(arrival.Stream, arrival.ExpectedVersion, arrival.Events);
    }

    private static async Task<TimeSpan> CopyAsync(IReadOnlyList<byte[]> rows, string connection, bool withTrigger)
    {
        await using var database = await BenchDatabase.CreateAsync(connection);
        await MartenEventStore.OpenAsync(database.Source);
        if (!withTrigger)
        {
            await using var drop = database.Source.CreateCommand(
                "drop trigger negotiations_record on public.mt_events"
            );
            await drop.ExecuteNonQueryAsync();
        }

        return await Timing.MeasureAsync(() => WriteAsync(database.Source, rows));
    }

    private static async Task<IReadOnlyList<byte[]>> RowsAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        var rows = new List<byte[]>();
        foreach (var table in Tables)
        {
            await using var stream = await connection.BeginRawBinaryCopyAsync(
                $"copy {table} to stdout (format binary)"
            );
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            rows.Add(bytes.ToArray());
        }

        return rows;
    }

    private static async Task WriteAsync(NpgsqlDataSource source, IReadOnlyList<byte[]> rows)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (table, bytes) in Tables.Zip(rows))
        {
            await using var stream = await connection.BeginRawBinaryCopyAsync(
                $"copy {table} from stdin (format binary)"
            );
            await stream.WriteAsync(bytes);
        }

        await transaction.CommitAsync();
    }
}
