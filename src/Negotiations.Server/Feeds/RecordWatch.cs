namespace Negotiations.Server;

/// <summary>Tells those who wait how far the record has come.</summary>
/// <remarks>
/// The database is asked twice a second, however many wait, and not at all while nobody does. It is asked rather than
/// listened to, because the command line and other servers append too.
/// </remarks>
public sealed class RecordWatch(MartenEventStore store, ServerSettings settings)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private int listeners;
    private Task<RecordHead> look = Task.FromResult(new RecordHead(new(0, null), new(0)));

    /// <summary>A place for somebody who listens; they give it back when they leave.</summary>
    /// <exception cref="TooManyListenersException">There is none.</exception>
    public IDisposable TakePlace()
    {
        if (Interlocked.Increment(ref listeners) <= settings.MostListeners)
            return new Place(this);
        Interlocked.Decrement(ref listeners);
        throw new TooManyListenersException(settings.MostListeners);
    }

    /// <summary>The last position of the record, half a second from now at the latest.</summary>
    public Task<RecordHead> LookAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (look.IsCompleted)
                look = LookOnceAsync();
            return look.WaitAsync(cancellationToken);
        }
    }

    private sealed class Place(RecordWatch watch) : IDisposable
    {
        private int isGivenBack;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isGivenBack, 1) == 0)
                Interlocked.Decrement(ref watch.listeners);
        }
    }

    // Of nobody in particular: whoever leaves does not stop it for the others.
    private async Task<RecordHead> LookOnceAsync()
    {
        await Task.Delay(Interval);
        return await store.ReadHeadAsync();
    }
}

/// <summary>As many listen to a server as may.</summary>
internal sealed class TooManyListenersException(int most)
    : RefusedException($"{most} listen already, the most that may at a time: come again, or ask for the feed");
