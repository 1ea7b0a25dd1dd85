namespace Negotiations;

/// <summary>Nobody can tell which event is meant.</summary>
/// <param name="message">Why, and which there are.</param>
public sealed class UnclearEventException(string message) : NotFoundException(message);
