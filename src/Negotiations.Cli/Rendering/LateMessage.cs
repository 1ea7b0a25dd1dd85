namespace Negotiations.Cli.Rendering;

/// <summary>Says what is going on, but only when it takes long.</summary>
/// <param name="status">Where it is said.</param>
internal sealed class LateMessage(TextWriter status) : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Timer? timer;

    /// <summary>What is going on from now on.</summary>
    public void Set(string message)
    {
        lock (gate)
        {
            timer?.Dispose();
            timer = new(_ => Say(message), null, Long, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            timer?.Dispose();
            timer = null;
        }
    }

    private void Say(string message)
    {
        lock (gate)
        {
            if (timer is not null)
                status.WriteLine($"negotiations: {message} …");
        }
    }
}
