using Npgsql;

namespace Negotiations.Store;

/// <summary>The list of what was handed out.</summary>
internal static class ExportLog
{
    private const string Insert = """
        insert into public.negotiations_exports (format, negotiation, position, bounds, destination, sha256)
        values (@format, @negotiation, @position, @bounds, @destination, @sha256) returning id, at
        """;

    private const string Select = """
        select id, at, format, negotiation, position, bounds, destination, sha256 from public.negotiations_exports
         where negotiation = @negotiation and position >= @position order by id
        """;

    public static async Task<RecordedExport> RecordAsync(
        StoreConnections connections,
        NewExport export,
        CancellationToken cancellationToken
    )
    {
        await connections.CompleteSchemaAsync(cancellationToken);
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Insert, connection)
        {
            Parameters =
            {
                new("format", export.Format),
                new("negotiation", export.Negotiation),
                new("position", export.Position),
                new("bounds", export.Bounds),
                new("destination", export.Destination),
                new("sha256", export.Sha256.ToArray()),
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetInt64(0), ServerTime.Read(reader, 1), export);
    }

    public static async Task<IReadOnlyList<RecordedExport>> ReadAsync(
        StoreConnections connections,
        string negotiation,
        long fromPosition,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        if (!await ExistsAsync(connection, cancellationToken))
            return [];
        await using var command = new NpgsqlCommand(Select, connection)
        {
            Parameters = { new("negotiation", negotiation), new("position", fromPosition) },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var exports = new List<RecordedExport>();
        while (await reader.ReadAsync(cancellationToken))
        {
            exports.Add(
                new(
                    reader.GetInt64(0),
                    ServerTime.Read(reader, 1),
                    new(
                        reader.GetString(2),
                        reader.GetString(3),
                        reader.GetInt64(4),
                        reader.GetString(5),
                        reader.GetString(6),
                        reader.GetFieldValue<byte[]>(7)
                    )
                )
            );
        }

        return exports;
    }

    /// <summary>Whether there is a list: a store of the first schema has none.</summary>
    public static async Task<bool> ExistsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var asked = new NpgsqlCommand(
            "select to_regclass('public.negotiations_exports') is not null",
            connection
        );
        return (bool)(await asked.ExecuteScalarAsync(cancellationToken))!;
    }
}
