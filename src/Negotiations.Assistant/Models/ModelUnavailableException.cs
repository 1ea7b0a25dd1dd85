namespace Negotiations.Assistant;

/// <summary>The service of a model does not answer, or refuses what it is asked.</summary>
/// <param name="message">What happened, and what to do.</param>
/// <param name="inner">What it came from.</param>
public sealed class ModelUnavailableException(string message, Exception? inner = null)
    : NegotiationException(message, inner);
