namespace Negotiations;

/// <summary>
/// Somebody else appended in between, to a stream or to what the decision was made on; read it again and decide anew.
/// </summary>
public sealed class ConcurrencyException : ConflictException
{
    /// <summary>That a stream has another version.</summary>
    /// <param name="stream">Name of the stream.</param>
    /// <param name="expectedVersion">The version that it was expected to have.</param>
    public ConcurrencyException(string stream, long expectedVersion)
        : base($"stream '{stream}' is no longer at version {expectedVersion}: somebody appended to it in between") =>
        Stream = stream;

    /// <summary>That more was recorded of what a decision was made on.</summary>
    /// <param name="stream">Name of the stream that was to be appended to.</param>
    /// <param name="basis">What the decision was made on.</param>
    public ConcurrencyException(string stream, ConsistencyBoundary basis)
        : base(
            $"nothing was appended to stream '{stream}': more was recorded of the negotiation "
                + $"'{basis.Negotiation}' since position {basis.Position}"
        ) => Stream = stream;

    /// <summary>Name of the stream.</summary>
    public string Stream { get; }
}
