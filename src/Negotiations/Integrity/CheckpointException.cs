namespace Negotiations;

/// <summary>A checkpoint or a key that cannot be used.</summary>
/// <param name="message">What is wrong with it, and what to do.</param>
public sealed class CheckpointException(string message) : WrongInputException(message);
