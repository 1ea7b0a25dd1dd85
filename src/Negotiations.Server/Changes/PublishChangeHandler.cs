using Marten;
using Wolverine;

namespace Negotiations.Server;

/// <summary>Makes known what events changed.</summary>
public static class PublishChangeHandler
{
    /// <summary>
    /// Lists the change and sends a message of it, once for the same events, however often it is asked to.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="session">The session that is committed with the outgoing messages.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
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
        // Where another node does the same at this very time, one of the two fails, and finds it done when it tries
        // again.
        session.Insert(new PublishedChange(id, change.Negotiation, change.After, change.At, change.Facts));
        ((ITransactionParticipantRegistrar)session).AddTransactionParticipant(new PublicationOrder(change.Negotiation));
        return [new AnswerChanged(change.Negotiation, change.After, change.At, change.Facts)];
    }
}
