using Marten;
using Wolverine;

namespace Negotiations.Server;

/// <summary>Takes in the file of a negotiation.</summary>
public static class DefineNegotiationHandler
{
    /// <summary>
    /// Appends the definition, where it says anything new, and has the change published with the commit.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="session">The session that is committed with the outgoing messages.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<(IntakeResult TakenIn, OutgoingMessages Outgoing)> Handle(
        DefineNegotiation message,
        IDocumentSession session,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var definition = await SubmissionReader.ReadDefinitionAsync(store, message.Coded, cancellationToken);
        var stream = await store.ReadStreamAsync(StreamName.ForNegotiation(definition.Negotiation), cancellationToken);
        return await Intake.AppendAsync(
            definition.Negotiation,
            NegotiationIntake.Decide(stream, definition),
            basis: null,
            session,
            store,
            cancellationToken
        );
    }
}
