namespace Negotiations;

/// <summary>
/// The one way to append: read what is recorded, decide, append if nothing that was read has changed.
/// </summary>
public static class OptimisticLoop
{
    // Others who append at the same time are few, and each of them is soon done.
    private const int MostAttempts = 100;

    /// <summary>Decides and appends, and does so anew as long as somebody else records something in between.</summary>
    /// <param name="decideAndAppend">Reads, decides and appends; it is given the number of the attempt, from 1.</param>
    /// <param name="cancellationToken">Stops it between two attempts.</param>
    /// <exception cref="ContendedStreamException">Others kept recording.</exception>
    public static async Task<T> RunAsync<T>(
        Func<int, Task<T>> decideAndAppend,
        CancellationToken cancellationToken = default
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await decideAndAppend(attempt);
            }
            catch (ConcurrencyException exception)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (attempt == MostAttempts)
                    throw new ContendedStreamException(exception.Stream, attempt);
            }
        }
    }
}

/// <summary>A stream never stood still for an append; nothing was appended to it.</summary>
/// <param name="stream">Name of the stream.</param>
/// <param name="attempts">How often it was tried.</param>
public sealed class ContendedStreamException(string stream, int attempts)
    : ConflictException(
        $"nothing was appended to stream '{stream}': in {attempts} attempts it was never at the version that the store "
            + "had just given for it. Either somebody else keeps appending to it, then run the same "
            + "command again later; or the "
            + "version that the store keeps of the stream is not that of its last event"
    )
{
    /// <summary>Name of the stream.</summary>
    public string Stream { get; } = stream;
}
