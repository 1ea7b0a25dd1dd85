using System.Globalization;
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
        var settled = (await store.ReadPositionAsync(cancellationToken)).Position;
        var after = FindStart(context.Request, parameters, settled) ?? settled;
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
            catch (OperationCanceledException)
            {
                // Whoever listened has left, or comes back with the last position that they had.
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
            var settled = (await watch.LookAsync(cancellationToken)).Position;
            if (settled > seen)
            {
                foreach (
                    var batch in await store.ReadBatchesAsync(
                        negotiation,
                        seen,
                        settled,
                        cancellationToken: cancellationToken
                    )
                )
                {
                    await WriteAsync(stream, Describe(negotiation, after, batch), cancellationToken);
                    (after, sent) = (batch.Last, DateTimeOffset.UtcNow);
                }

                seen = settled;
            }

            if (DateTimeOffset.UtcNow - sent < heartbeat)
                continue;
            await WriteAsync(stream, ": still here\n\n", cancellationToken);
            sent = DateTimeOffset.UtcNow;
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
        return $"id: {batch.Last}\nevent: recorded\ndata: {data.ReplaceLineEndings("\ndata: ")}\n\n";
    }

    private static async Task WriteAsync(Stream stream, string text, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    // A position that is not there yet is another store's: whoever has it has seen what this one never had.
    private static long? FindStart(HttpRequest request, Parameters parameters, long settled)
    {
        var (name, text) = request.Headers.TryGetValue(LastEventId, out var last)
            ? (LastEventId, last.ToString())
            : ("after", parameters["after"]);
        if (text is null)
            return null;
        return
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && position <= settled
            ? position
            : throw new WrongParameterException(
                name,
                $"'{text}' is no position of the record, which ends at {settled}"
            );
    }

    private sealed record Listener(string Negotiation, long After, TimeSpan HeartbeatAfter);
}
