using Marten;
using Npgsql;
using Wolverine;
using Wolverine.Attributes;

namespace Negotiations.Server;

/// <summary>Publish what some events changed that were recorded together.</summary>
[MessageIdentity("Negotiations.Marten.PublishChange")]
public sealed record PublishChange(string Negotiation, IReadOnlyList<Guid> Events);

/// <summary>
/// The answer of a negotiation has changed: <c>diff --clock recorded --from AFTER --to AT</c> says how.
/// </summary>
/// <remarks>
/// It says where to look, and nothing of what was reported: no message holds what is erased later.
/// </remarks>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="After">The last position of the record before the change.</param>
/// <param name="At">The position of the record at which the change was complete.</param>
/// <param name="Facts">The number of facts that differ.</param>
[MessageIdentity("Negotiations.Marten.AnswerChanged")]
public sealed record AnswerChanged(string Negotiation, long After, long At, int Facts);

/// <summary>A published change, as a row of the list that others read.</summary>
/// <param name="Id">Identifier of the first of the events that changed the answer.</param>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="After">The last position of the record before the change.</param>
/// <param name="At">The position of the record at which the change was complete.</param>
/// <param name="Facts">The number of facts that differ.</param>
/// <param name="Place">Its place in the list of the negotiation, from 1, given at the commit; 0 before.</param>
public sealed record PublishedChange(Guid Id, string Negotiation, long After, long At, int Facts, long Place = 0);

public static class PublishChangeHandler
{
    public static async Task<OutgoingMessages> Handle(
        PublishChange message,
        IDocumentSession session,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var id = message.Events[0];
        if (await session.LoadAsync<PublishedChange>(id, cancellationToken) is not null)
            return [];
        var log = await store.ReadLogAsync(message.Negotiation, recordedBy: null, cancellationToken);
        if (RecordedChange.Find(message.Negotiation, log, message.Events) is not { Facts: > 0 } change)
            return [];
        // If another node publishes the same change now, one of the two inserts fails. Tried again, it finds the row.
        session.Insert(new PublishedChange(id, change.Negotiation, change.After, change.At, change.Facts));
        ((ITransactionParticipantRegistrar)session).AddTransactionParticipant(new PublicationOrder(change.Negotiation));
        return [new AnswerChanged(change.Negotiation, change.After, change.At, change.Facts)];
    }

    // Changes are published in the order in which their messages are carried out, which is not that of the record. One
    // commit after the other gives places: a reader who has seen a place will see no lower one later.
    private sealed class PublicationOrder(string negotiation) : ITransactionParticipant
    {
        // Held until the commit is visible to all.
        private const string Lock =
            "select pg_advisory_xact_lock(hashtextextended('published changes of ' || @negotiation, 0))";

        // Changes that were published before there were places get theirs here too.
        private const string Give = """
            with published as (
              select id, (data ->> 'at')::bigint as at, coalesce((data ->> 'place')::bigint, 0) as place
                from public.mt_doc_published_change where data ->> 'negotiation' = @negotiation),
            given as (
              select id, (select max(place) from published) + row_number() over (order by at) as place
                from published where place = 0)
            update public.mt_doc_published_change d set data = jsonb_set(d.data, '{place}', to_jsonb(given.place))
              from given where d.id = given.id
            """;

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
}
