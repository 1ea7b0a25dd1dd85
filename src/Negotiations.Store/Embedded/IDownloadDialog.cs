namespace Negotiations.Store;

/// <summary>Asks whether PostgreSQL may be fetched where this machine has none, and shows how far that is.</summary>
public interface IDownloadDialog : IProgress<DownloadStep>
{
    /// <summary>Whether it may be fetched. Nothing has gone over the network before this.</summary>
    /// <param name="offer">Which version would be fetched, from where and into which folder.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    Task<bool> AskAsync(string offer, CancellationToken cancellationToken);
}

/// <summary>How far a download is.</summary>
/// <param name="Received">The bytes that have come.</param>
/// <param name="Total">The bytes of the whole; never fewer than have come, also where the source does not say.</param>
public sealed record DownloadStep(long Received, long Total);
