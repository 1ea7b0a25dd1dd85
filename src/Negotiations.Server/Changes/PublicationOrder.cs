using Marten;
using Npgsql;

namespace Negotiations.Server;

/// <summary>Gives a change its place among the published ones, just before the commit.</summary>
/// <remarks>
/// Changes are published in whatever order their messages are carried out. One commit after the other gives places, so
/// that
/// whoever has seen a place will see no lower one later.
/// </remarks>
/// <param name="negotiation">Identifier of the negotiation.</param>
internal sealed class PublicationOrder(string negotiation) : ITransactionParticipant
{
    // Held until the commit is seen by all.
    private const string Lock =
        "select pg_advisory_xact_lock(hashtextextended('published changes of ' || @negotiation, 0))";

    // Also those that were published when there were no places yet.
    private const string Give = """
        with published as (
          select id, (data ->> 'at')::bigint as at, coalesce((data ->> 'place')::bigint, 0) as place
            from public.mt_doc_published_change where data ->> 'negotiation' = @negotiation),
        given as (
          select id, (select max(place) from published) + row_number() over (order by at) as place from published where place = 0)
        update public.mt_doc_published_change d set data = jsonb_set(d.data, '{place}', to_jsonb(given.place)) from given where d.id = given.id
        """;

    /// <inheritdoc/>
    public async Task BeforeCommitAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        CancellationToken token
    )
    {
        foreach (var statement in new[] { Lock, Give })
        {
            await using var command = new NpgsqlCommand(statement, connection, transaction)
            {
                Parameters = { new("negotiation", negotiation) },
            };
            await command.ExecuteNonQueryAsync(token);
        }
    }
}
