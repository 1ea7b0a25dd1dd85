namespace Negotiations;

/// <summary>A condition that names what nothing knows: a type, a round, an act, an actor, a side, an issue.</summary>
/// <param name="field">Which condition.</param>
/// <param name="message">What is not known, and what may be meant.</param>
public sealed class UnknownFilterException(string field, string message) : WrongInputException($"{field}: {message}")
{
    /// <summary>Which condition.</summary>
    public string Field { get; } = field;
}
