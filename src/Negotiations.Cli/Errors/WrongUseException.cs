namespace Negotiations.Cli.Errors;

/// <summary>The command was used wrongly, or its input is wrong.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
internal sealed class WrongUseException(string message) : Exception(message);
