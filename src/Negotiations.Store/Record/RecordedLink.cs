using Npgsql;

namespace Negotiations.Store;

/// <summary>Links of the hash chain.</summary>
internal static class RecordedLink
{
    public static async Task<byte[]?> AtAsync(
        StoreConnections connections,
        long position,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "select link from public.negotiations_record where position = @position",
            connection
        )
        {
            Parameters = { new("position", position) },
        };
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken);
    }
}
