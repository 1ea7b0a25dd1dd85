using System.CommandLine;

namespace Negotiations.Cli;

/// <summary>A verb of the command line, with examples for its help.</summary>
internal sealed class Verb(string name, string description, params (string Command, string Meaning)[] examples)
    : Command(name, description)
{
    /// <summary>Commands, each with what it does.</summary>
    public IReadOnlyList<(string Command, string Meaning)> Examples { get; } = examples;
}
