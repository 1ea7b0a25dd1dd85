using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>Server-sent events: what is recorded of a negotiation, as it is recorded.</summary>
public static class StreamEventsEndpoint
{
    internal const string MediaType = "text/event-stream";

    private const string LastEventId = "Last-Event-ID";

    // A browser comes back by itself, with a key that may have been revoked since.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    [WolverineGet("/api/{talks}/events")]
    public static async Task<IResult> Get(
        string talks,
        HttpContext context,
        MartenEventStore store,
        RecordWatch watch,
        ServerSettings settings,
        IHostApplicationLifetime lifetime,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(context.Request, "after");
        var negotiation = await NegotiationLookup.FindAsync(store, context.Request, talks, cancellationToken);
        var head = await store.ReadHeadAsync(cancellationToken);
        var after = await FindStartAsync(context.Request, parameters, store, head, cancellationToken) ?? head.Proven;
        if (!HeadRequests.IsMeant(context))
            context.Response.RegisterForDispose(watch.TakePlace());
        context.Response.Headers.CacheControl = "no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return Results.Stream(WriteAsync, MediaType);

        async Task WriteAsync(Stream stream)
        {
            if (HeadRequests.IsMeant(context))
                return;
            using var end = CancellationTokenSource.CreateLinkedTokenSource(
                cancellationToken,
                lifetime.ApplicationStopping
            );
            end.CancelAfter(Longest);
            try
            {
                await SendAsync(stream, new(negotiation, after, settings.HeartbeatAfter), store, watch, end.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or LostPositionException)
            {
                // Whoever listened has left, or comes back with the last position that they had. If the record has lost
                // that, they are told so then.
            }
        }
    }

    private static async Task SendAsync(
        Stream stream,
        Listener listener,
        MartenEventStore store,
        RecordWatch watch,
        CancellationToken cancellationToken
    )
    {
        var (negotiation, after, heartbeat) = listener;
        await WriteAsync(stream, ": the record is listened to\n\n", cancellationToken);
        var seen = after;
        var sent = DateTimeOffset.UtcNow;
        while (true)
        {
            if (await FindNewsAsync(store, watch, negotiation, seen, cancellationToken) is var (head, batches))
            {
                foreach (var batch in batches)
                {
                    await WriteAsync(stream, Describe(negotiation, after.Position, batch), cancellationToken);
                    (after, sent) = (batch.Proven, DateTimeOffset.UtcNow);
                }

                seen = head;
            }

            if (DateTimeOffset.UtcNow - sent < heartbeat)
                continue;
            await WriteAsync(stream, ": still here\n\n", cancellationToken);
            sent = DateTimeOffset.UtcNow;
        }
    }

    // Null where nothing is new, and while the database is away: whoever listens need not come back for that.
    private static async Task<News?> FindNewsAsync(
        MartenEventStore store,
        RecordWatch watch,
        string negotiation,
        ProvenPosition seen,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var head = (await watch.LookAsync(cancellationToken)).Proven;
            if (head == seen)
                return null;
            await store.RequireAsync(seen, cancellationToken);
            return new(
                head,
                await store.ReadBatchesAsync(
                    negotiation,
                    seen.Position,
                    head.Position,
                    cancellationToken: cancellationToken
                )
            );
        }
        catch (Exception exception) when (ServerFailure.Translate(exception) is StoreUnavailableException)
        {
            return null;
        }
    }

    private static string Describe(string negotiation, long after, RecordBatch batch)
    {
        var data = AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("talks", negotiation);
            writer.WriteNumber("after", after);
            writer.WriteNumber("at", batch.Last);
            writer.WriteString("recordedAt", batch.At.ToString());
            writer.WriteEndObject();
        });
        // One line of data for each line of JSON.
        return $"id: {batch.Proven}\nevent: recorded\ndata: {data.ReplaceLineEndings("\ndata: ")}\n\n";
    }

    private static async Task WriteAsync(Stream stream, string text, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    // A position that is not there yet is another store's: whoever has it has seen what this one never had.
    private static async Task<ProvenPosition?> FindStartAsync(
        HttpRequest request,
        Parameters parameters,
        MartenEventStore store,
        RecordHead head,
        CancellationToken cancellationToken
    )
    {
        var (name, text) = request.Headers.TryGetValue(LastEventId, out var last)
            ? (LastEventId, last.ToString())
            : ("after", parameters["after"]);
        if (text is null)
            return null;
        // Beyond the end a position with a proof was lost, which is told otherwise.
        if (
            ProvenPosition.Find(text) is not { } position
            || (position.Proof is null && position.Position > head.Settled.Position)
        )
            throw new WrongParameterException(
                name,
                $"'{text}' is no position of the record, which ends at {head.Settled.Position}"
            );
        await store.RequireAsync(position, cancellationToken);
        return await store.ProveAsync(position.Position, cancellationToken);
    }

    private sealed record Listener(string Negotiation, ProvenPosition After, TimeSpan HeartbeatAfter);

    private sealed record News(ProvenPosition Head, IReadOnlyList<RecordBatch> Batches);
}
