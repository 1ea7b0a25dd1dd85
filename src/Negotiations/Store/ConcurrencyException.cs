namespace Negotiations;

/// <summary>Somebody else appended to a stream in between; read it again and decide anew.</summary>
/// <param name="stream">Name of the stream.</param>
/// <param name="expectedVersion">The version that it was expected to have.</param>
public sealed class ConcurrencyException(string stream, long expectedVersion)
    : Exception($"stream '{stream}' is no longer at version {expectedVersion}: somebody appended to it in between")
{
    /// <summary>Name of the stream.</summary>
    public string Stream { get; } = stream;
}
