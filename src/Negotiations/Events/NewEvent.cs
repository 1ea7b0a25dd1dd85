namespace Negotiations;

/// <summary>An event that is about to be appended.</summary>
/// <param name="Id">Its identifier, the same on every machine.</param>
/// <param name="Event">The event.</param>
public sealed record NewEvent(Guid Id, DomainEvent Event);
