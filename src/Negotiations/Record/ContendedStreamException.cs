namespace Negotiations;

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
