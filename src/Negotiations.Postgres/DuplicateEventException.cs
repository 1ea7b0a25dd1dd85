namespace Negotiations.Postgres;

/// <summary>An event that is to be appended is in the store already; nothing was appended.</summary>
/// <param name="stream">Name of the stream to which it was to be appended.</param>
/// <param name="detail">The server's own words about the identifier.</param>
public sealed class DuplicateEventException(string stream, string? detail)
    : Exception($"nothing was appended to stream '{stream}': one of the events is in the store already ({detail}). "
        + "Append each event once, under an identifier of its own");
