namespace Negotiations.Postgres;

/// <summary>The server or the database cannot hold a store.</summary>
/// <param name="message">Why, and what to do.</param>
public sealed class UnsuitableServerException(string message) : Exception(message);
