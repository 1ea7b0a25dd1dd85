using Marten;
using Wolverine;

namespace Negotiations.Server;

/// <summary>What all use cases share that append to the store.</summary>
internal static class Intake
{
    /// <summary>Carries a message out while somebody waits, and answers with the events that were appended.</summary>
    public static async Task<IResult> AnswerAsync(IMessageBus bus, object message, CancellationToken cancellationToken)
    {
        var result = await RetryPolicy.InvokeAsync<IntakeResult>(bus, message, cancellationToken);
        return JsonResults.Create(
            AnswerJson.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("talks", result.Negotiation);
                writer.WriteString("stream", result.Stream);
                writer.WriteNumber("appended", result.Events.Count);
                AnswerJson.WriteStrings(writer, "events", result.Events.Select(id => id.ToString()));
                writer.WriteEndObject();
            })
        );
    }

    /// <summary>Adds the events of a decision to a session, and the message that leaves with their commit.</summary>
    /// <exception cref="RefusedIntakeException">The decision found differences to the store.</exception>
    public static async Task<(IntakeResult Result, OutgoingMessages Outgoing)> AppendAsync(
        string negotiation,
        IntakeDecision decision,
        ConsistencyBoundary? basis,
        Sender? sender,
        IDocumentSession session,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        Caller.RequireNegotiation(sender?.Only, negotiation);
        if (decision.Differences.Count > 0)
            throw new RefusedIntakeException(decision.Differences);
        IntakeResult result = new(negotiation, decision.Stream, [.. decision.Append.Select(added => added.Id)]);
        OutgoingMessages outgoing = [];
        EarlierIntake.Keep(sender, result, session);
        if (decision.Append.Count == 0)
            return (result, outgoing);
        if (sender?.Name is { } who)
            session.Insert(
                new SignedIntake(result.Events[0], negotiation, decision.Stream, who, DateTimeOffset.UtcNow)
            );
        await store.AppendAsync(
            session,
            decision.Stream,
            decision.ExpectedVersion,
            decision.Append,
            basis,
            cancellationToken
        );
        outgoing.Add(new PublishChange(negotiation, result.Events));
        return (result, outgoing);
    }

    /// <summary>Reads the coded file of an article, with the names that the store holds for its negotiation.</summary>
    /// <exception cref="CodingException">The file is not well-formed, or is not that of an article.</exception>
    public static async Task<CodedFile> ReadArticleAsync(
        IEventStore store,
        SubmittedFile coded,
        Sender? sender,
        CancellationToken cancellationToken
    ) =>
        (await ReadAsync(store, coded, sender, cancellationToken)).Articles is [var file]
            ? file
            : throw new CodingException([
                new(coded.File, 0, "article", "this is the file of a negotiation, not of an article"),
            ]);

    /// <summary>Reads the file of a negotiation.</summary>
    /// <exception cref="CodingException">The file is not well-formed, or is not that of a negotiation.</exception>
    public static async Task<NegotiationDefined> ReadDefinitionAsync(
        IEventStore store,
        SubmittedFile coded,
        Sender? sender,
        CancellationToken cancellationToken
    ) =>
        (await ReadAsync(store, coded, sender, cancellationToken)).Definitions is [var file]
            ? file.Definition
            : throw new CodingException([
                new(coded.File, 0, "article", "this is the coded file of an article, not of a negotiation"),
            ]);

    private static Task<CodedBatch> ReadAsync(
        IEventStore store,
        SubmittedFile coded,
        Sender? sender,
        CancellationToken cancellationToken
    ) =>
        CodedFiles.ReadAsync([coded], negotiation =>
        {
            // Before any name of it can be told.
            Caller.RequireNegotiation(sender?.Only, negotiation);
            return FileIntake.ReadDefinitionAsync(store, negotiation, cancellationToken);
        });
}

/// <summary>What was appended: no events where everything was in the store already.</summary>
public sealed record IntakeResult(string Negotiation, string Stream, IReadOnlyList<Guid> Events);

/// <summary>A file that differs from what the store holds of it.</summary>
// The message may come into a log. It names the places, and nothing of what the file or the store says there.
public sealed class RefusedIntakeException(IReadOnlyList<CodingDifference> differences)
    : RefusedException($"it says otherwise than the store; nothing was taken in: {ListPlaces(differences)}")
{
    public IReadOnlyList<CodingDifference> Differences { get; } = differences;

    private static string ListPlaces(IEnumerable<CodingDifference> differences) =>
        string.Join(
            "; ",
            differences.Select(difference =>
                difference.Field is null ? difference.Where : $"{difference.Where}: {difference.Field}"
            )
        );
}
