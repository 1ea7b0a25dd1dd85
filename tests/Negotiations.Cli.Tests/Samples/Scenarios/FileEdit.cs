namespace Negotiations.Cli.Tests;

/// <summary>An edit of a file: one place of its text is replaced, or a text is added at its end.</summary>
/// <param name="File">The file, below the scenario's folder.</param>
public sealed record FileEdit(string File)
{
    /// <summary>The text that is replaced; it stands there once.</summary>
    public string? Replace { get; init; }

    /// <summary>What stands in its place.</summary>
    public string? With { get; init; }

    /// <summary>What is added at the end.</summary>
    public string? Append { get; init; }
}
