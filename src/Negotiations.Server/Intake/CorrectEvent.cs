using Marten;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>Record a correction, as <c>correct</c> does.</summary>
/// <param name="Event">The event to correct: an identifier or a short form (<see cref="EventFinder"/>).</param>
/// <param name="Correction">The correction.</param>
[MessageIdentity("Negotiations.Marten.CorrectEvent")]
public sealed record CorrectEvent(string Event, CorrectionRequest Correction);

public static class CorrectEventEndpoint
{
    [WolverinePost("/corrections")]
    public static async Task<IResult> Post(HttpRequest request, IMessageBus bus, CancellationToken cancellationToken)
    {
        _ = new Parameters(request);
        var message = await RequestBodies.ReadJsonAsync<CorrectEvent>(request, cancellationToken);
        if (message.Correction.Changes.Any(change => change is null))
            throw new WrongParameterException("$.correction.changes", "a change is null");
        return await Intake.AnswerAsync(bus, message, cancellationToken);
    }
}

public static class CorrectEventHandler
{
    public static async Task<(IntakeResult Result, OutgoingMessages Outgoing)> Handle(
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

/// <summary>A correction that the rules refuse.</summary>
// The message may come into a log. It says nothing of what the correction or the store says.
public sealed class RefusedEventException(CorrectionRefusal refusal)
    : RefusedException("a correction was refused; nothing was appended")
{
    public CorrectionRefusal Refusal { get; } = refusal;
}
