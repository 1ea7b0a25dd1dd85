using System.Data;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Erases events, by the one function of the server that can.</summary>
internal static class EventEraser
{
    // Held from here on: nobody appends to the stream between the look at its version and the erasure.
    private const string Version = "select version from public.mt_streams where id = @stream for update";

    private const string Erase = "select public.negotiations_erase(@event, @erasure, @said::jsonb, @clr_name)";

    public static async Task<ErasureRemains> EraseAsync(
        StoreConnections connections,
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> erasures,
        CancellationToken cancellationToken
    )
    {
        await connections.CompleteSchemaAsync(cancellationToken);
        await using var connection = await connections.OpenAsOwnerAsync(cancellationToken);
        await using (
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken)
        )
        {
            await using var version = new NpgsqlCommand(Version, connection) { Parameters = { new("stream", stream) } };
            if (await version.ExecuteScalarAsync(cancellationToken) is not long found || found != expectedVersion)
                throw new ConcurrencyException(stream, expectedVersion);
            foreach (var erasure in erasures)
            {
                await using var erase = new NpgsqlCommand(Erase, connection)
                {
                    Parameters =
                    {
                        new("event", ((PayloadErased)erasure.Event).Event),
                        new("erasure", erasure.Id),
                        new("said", EventJson.Write(erasure.Event)),
                        new("clr_name", EventTypes.GetClrName(typeof(PayloadErased))),
                    },
                };
                await erase.ExecuteNonQueryAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return await PhysicalErasure.ClearAsync(connection, cancellationToken);
    }
}
