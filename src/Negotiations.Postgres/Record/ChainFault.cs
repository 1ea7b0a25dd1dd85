namespace Negotiations.Postgres;

/// <summary>A place at which the store does not fit its hash chain.</summary>
/// <param name="Position">The position on the record clock; null for an event that has none.</param>
/// <param name="Event">Identifier of the event.</param>
/// <param name="Problem">What does not fit.</param>
public sealed record ChainFault(long? Position, Guid Event, string Problem);
