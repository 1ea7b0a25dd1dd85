namespace Negotiations;

/// <summary>A bound on the record clock at which the answer could still change.</summary>
/// <param name="message">Which bound, and where the clock stands.</param>
public sealed class UnsettledException(string message) : WrongInputException(message);
