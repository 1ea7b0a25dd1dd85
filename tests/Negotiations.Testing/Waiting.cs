namespace Negotiations.Testing;

/// <summary>Waits for what others do.</summary>
public static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until something is so.</summary>
    /// <exception cref="TimeoutException">It never came to that.</exception>
    public static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        for (var end = DateTime.UtcNow + Patience; !await isSo(); await Task.Delay(50))
            if (DateTime.UtcNow > end)
                throw new TimeoutException($"it never came to this: {what}");
    }
}
