namespace Negotiations;

/// <summary>A bound of a question that cannot be read.</summary>
/// <param name="bound">Which bound: <c>known-by</c>, <c>happened-by</c> or <c>recorded-by</c>.</param>
/// <param name="message">What is wrong with it, and what to write.</param>
public sealed class UnreadableBoundException(string bound, string message) : WrongInputException($"{bound}: {message}")
{
    /// <summary>Which bound.</summary>
    public string Bound { get; } = bound;
}
