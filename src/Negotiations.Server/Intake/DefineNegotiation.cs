using Marten;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>Record the file of a negotiation, as <c>replay</c> does.</summary>
/// <param name="Coded">The file.</param>
/// <param name="Sender">Who sends it; null: the server itself.</param>
[MessageIdentity("Negotiations.Marten.DefineNegotiation")]
public sealed record DefineNegotiation(SubmittedFile Coded, Sender? Sender = null);

public static class DefineNegotiationEndpoint
{
    [WolverinePost("/api/negotiations")]
    public static async Task<IResult> Post(HttpRequest request, IMessageBus bus, CancellationToken cancellationToken)
    {
        var coded = await RequestBodies.ReadCodedAsync(request, new Parameters(request, "file"), cancellationToken);
        return await Intake.AnswerAsync(
            bus,
            new DefineNegotiation(coded, Sender.From(request, coded.Text)),
            cancellationToken
        );
    }
}

public static class DefineNegotiationHandler
{
    public static async Task<(IntakeResult Result, OutgoingMessages Outgoing)> Handle(
        DefineNegotiation message,
        IDocumentSession session,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        if (await EarlierIntake.FindAsync(message.Sender, session, cancellationToken) is { } earlier)
            return (earlier, []);
        var definition = await Intake.ReadDefinitionAsync(store, message.Coded, message.Sender, cancellationToken);
        var stream = await store.ReadStreamAsync(StreamName.ForNegotiation(definition.Negotiation), cancellationToken);
        return await Intake.AppendAsync(
            definition.Negotiation,
            NegotiationIntake.Decide(stream, definition),
            basis: null,
            message.Sender,
            session,
            store,
            cancellationToken
        );
    }
}
