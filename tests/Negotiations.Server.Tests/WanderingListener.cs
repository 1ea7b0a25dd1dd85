namespace Negotiations.Server.Tests;

/// <summary>Listens to the events of a negotiation, and goes to another node when one leaves.</summary>
internal sealed class WanderingListener(Func<IReadOnlyList<ServerNode>> nodes)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly List<string> ids = [];

    /// <summary>How often it had to go to another node.</summary>
    public int Moves { get; private set; }

    /// <summary>The identifiers of the events, as they came.</summary>
    public IReadOnlyList<string> Ids
    {
        get
        {
            lock (ids)
                return [.. ids];
        }
    }

    /// <summary>Listens from the beginning on, until it is stopped.</summary>
    public async Task ListenAsync(string talks, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                var there = nodes();
                await ListenAsync(there[Moves % there.Count], talks, end);
            }
            catch (Exception exception)
                when (exception is HttpRequestException or IOException or ObjectDisposedException)
            {
                // The node is killed, or stops.
            }
            catch (OperationCanceledException)
            {
                // The same, or the end.
            }

            Moves++;
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private async Task ListenAsync(ServerNode node, string talks, CancellationToken end)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/{talks}/events");
        request.Headers.Add("Last-Event-ID", Ids is [.., var last] ? last : "0");
        using var response = await node.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end);
        response.EnsureSuccessStatusCode();
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync(end));
        while (await events.ReadLineAsync(end) is { } line)
        {
            if (!line.StartsWith("id: ", StringComparison.Ordinal))
                continue;
            lock (ids)
                ids.Add(line[4..]);
        }
    }
}
