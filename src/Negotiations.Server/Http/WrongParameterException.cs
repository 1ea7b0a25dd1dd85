namespace Negotiations.Server;

/// <summary>A parameter of a request that is missing, unknown or wrong.</summary>
/// <param name="name">Its name.</param>
/// <param name="message">What is wrong with it, and what there is.</param>
internal sealed class WrongParameterException(string name, string message) : Exception(message)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;
}
