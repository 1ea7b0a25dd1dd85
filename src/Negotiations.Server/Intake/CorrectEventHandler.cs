using Marten;
using Wolverine;

namespace Negotiations.Server;

/// <summary>Takes in a correction.</summary>
public static class CorrectEventHandler
{
    /// <summary>Appends the correction, and has the change published with the commit.</summary>
    /// <param name="message">The message.</param>
    /// <param name="session">The session that is committed with the outgoing messages.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="RefusedEventException">The correction is refused.</exception>
    public static async Task<(IntakeResult TakenIn, OutgoingMessages Outgoing)> Handle(
        CorrectEvent message,
        IDocumentSession session,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var (log, target) = await store.FindEventAsync(message.Event, cancellationToken);
        var plan = message.Correction.Plan(log, target, message.Event);
        if (plan.Refusal is { } refusal)
            throw new RefusedEventException(refusal);
        IntakeDecision decision = new(plan.Stream, plan.ExpectedVersion, [plan.Added], []);
        return await Intake.AppendAsync(
            plan.Correction.Negotiation,
            decision,
            plan.Basis,
            session,
            store,
            cancellationToken
        );
    }
}
