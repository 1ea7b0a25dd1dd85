using System.Text.Json;
using Marten;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>Record a correction, as <c>correct</c> does.</summary>
/// <param name="Event">The event to correct: an identifier or a short form (<see cref="EventFinder"/>).</param>
/// <param name="Correction">The correction.</param>
/// <param name="Sender">Who sends it; null: the server itself.</param>
/// <param name="Seen">The position of the record up to which whoever corrects has seen the corrections of it; null:
/// they have not said.</param>
[MessageIdentity("Negotiations.Marten.CorrectEvent")]
public sealed record CorrectEvent(
    string Event,
    CorrectionRequest Correction,
    Sender? Sender = null,
    long? Seen = null
);

public static class CorrectEventEndpoint
{
    // What others send has no sender: that is whoever sends it.
    private sealed record SentCorrection(string Event, CorrectionRequest Correction);

    [WolverinePost("/api/corrections")]
    public static async Task<IResult> Post(HttpRequest request, IMessageBus bus, CancellationToken cancellationToken)
    {
        _ = new Parameters(request);
        var sent = await RequestBodies.ReadJsonAsync<SentCorrection>(request, cancellationToken);
        var caller = Caller.Find(request.HttpContext);
        var message = new CorrectEvent(
            sent.Event,
            sent.Correction with
            {
                Who = caller.Sign(sent.Correction.Who),
            },
            Sender.From(request, JsonSerializer.Serialize(sent))
        );
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
        if (await EarlierIntake.FindAsync(message.Sender, session, cancellationToken) is { } earlier)
            return (earlier, []);
        var (log, target) = await store.FindEventAsync(message.Event, cancellationToken, message.Sender?.Only);
        if (
            message.Seen is { } seen
            && log.Timeline.Corrections.BearingOn(target.Id).Any(other => other.Recorded.Position > seen)
        )
            throw new RefusedEventException(
                new("somebody corrected it in between: look at what they did, and correct it then")
            );
        var plan = message.Correction.Plan(log, target, message.Event);
        if (plan.Refusal is { } refusal)
            // The same request, sent twice at once, may have been carried out since: then it is what refuses this one.
            return await EarlierIntake.FindAsync(message.Sender, session, cancellationToken) is { } meanwhile
                ? (meanwhile, [])
                : throw new RefusedEventException(refusal);
        IntakeDecision decision = new(plan.Stream, plan.ExpectedVersion, [plan.Added], []);
        return await Intake.AppendAsync(
            plan.Correction.Negotiation,
            decision,
            plan.Basis,
            message.Sender,
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
