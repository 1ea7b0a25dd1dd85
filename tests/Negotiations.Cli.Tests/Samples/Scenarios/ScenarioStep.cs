namespace Negotiations.Cli.Tests;

/// <summary>One step: files are edited, then a command is run.</summary>
/// <param name="Run">The command line, as it is typed in the folder that has the seeds beside the scenario's own
/// files.</param>
public sealed record ScenarioStep(string Run)
{
    /// <summary>The edits of files before it.</summary>
    public IReadOnlyList<FileEdit> Edit { get; init; } = [];

    /// <summary>The number of events that it appends.</summary>
    public int Appends { get; init; }

    /// <summary>What it says where it is refused.</summary>
    public string? Refused { get; init; }
}
