using Marten;
using Wolverine;

namespace Negotiations.Server;

/// <summary>Carries out what was decided of something that is handed in.</summary>
internal static class Intake
{
    /// <summary>
    /// Adds the events of a decision to a session, and the message that goes out if the session is committed.
    /// </summary>
    /// <exception cref="RefusedIntakeException">The store says otherwise.</exception>
    public static async Task<(IntakeResult TakenIn, OutgoingMessages Outgoing)> AppendAsync(
        string negotiation,
        IntakeDecision decision,
        ConsistencyBoundary? basis,
        IDocumentSession session,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        if (decision.Differences.Count > 0)
            throw new RefusedIntakeException(decision.Differences);
        var taken = IntakeResult.From(negotiation, decision);
        OutgoingMessages outgoing = [];
        if (decision.Append.Count == 0)
            return (taken, outgoing);
        await store.AppendAsync(
            session,
            decision.Stream,
            decision.ExpectedVersion,
            decision.Append,
            basis,
            cancellationToken
        );
        outgoing.Add(new PublishChange(negotiation, taken.Events));
        return (taken, outgoing);
    }
}
