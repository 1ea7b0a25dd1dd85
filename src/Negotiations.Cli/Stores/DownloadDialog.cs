using Negotiations.Cli.Rendering;

namespace Negotiations.Cli.Stores;

/// <summary>Asks on a terminal whether PostgreSQL may be fetched, and shows how far that is.</summary>
/// <param name="status">Where it asks.</param>
/// <param name="isAllowed">Whether the user has allowed it already.</param>
internal sealed class DownloadDialog(TextWriter status, bool isAllowed) : IDownloadDialog, IDisposable
{
    private readonly ProgressLine line = new(status);

    /// <inheritdoc/>
    public async Task<bool> AskAsync(string offer, CancellationToken cancellationToken)
    {
        if (isAllowed)
        {
            status.WriteLine($"negotiations: fetching PostgreSQL, {offer}");
            return true;
        }

        if (!ReferenceEquals(status.Unwrap(), Console.Error) || Console.IsErrorRedirected || Console.IsInputRedirected)
            return false;
        status.Write($"This machine has no PostgreSQL for the store. Fetch {offer}? [y/N] ");
        // On a thread of its own, since nothing but a key ends the reading: Ctrl-C ends the waiting for it.
        var answer = await Task.Run(Console.ReadLine, cancellationToken).WaitAsync(cancellationToken);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    /// <inheritdoc/>
    public void Report(DownloadStep value)
    {
        line.Report(value);
        // What is said next is not about bytes.
        if (value.Received == value.Total)
            line.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => line.Dispose();
}
