namespace Negotiations.Server;

/// <summary>Tells those who wait how far the record has come.</summary>
/// <remarks>
/// The database is asked twice a second, however many wait, and not at all while nobody does. It is asked rather than
/// listened to, because the command line and other servers append too.
/// </remarks>
public sealed class RecordWatch(MartenEventStore store)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private Task<RecordHead> look = Task.FromResult(new RecordHead(new(0, null), new(0)));

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

    // Of nobody in particular: whoever leaves does not stop it for the others.
    private async Task<RecordHead> LookOnceAsync()
    {
        await Task.Delay(Interval);
        return await store.ReadHeadAsync();
    }
}
