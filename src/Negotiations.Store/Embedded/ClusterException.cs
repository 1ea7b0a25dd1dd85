namespace Negotiations.Store;

/// <summary>The private PostgreSQL cluster cannot be made or started.</summary>
/// <param name="message">What failed, where, what the server said and what to do.</param>
public sealed class ClusterException(string message) : StoreUnavailableException(message);
