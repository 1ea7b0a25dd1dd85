namespace Negotiations;

/// <summary>A stored event that this program cannot read.</summary>
/// <param name="message">What is wrong with it.</param>
public sealed class UnreadableEventException(string message) : UnreadableException(message);
