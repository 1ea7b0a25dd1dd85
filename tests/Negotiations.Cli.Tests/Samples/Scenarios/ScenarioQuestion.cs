namespace Negotiations.Cli.Tests;

/// <summary>One question of a scenario.</summary>
/// <param name="Known">The bound of the known clock, or null.</param>
/// <param name="Happened">The bound of the clock of acts, or null.</param>
public sealed record ScenarioQuestion(string? Known, string? Happened)
{
    /// <summary>The options that ask it.</summary>
    public IEnumerable<string> Arguments =>
        [
            .. Known is null ? (string[])[] : ["--known-by", Known],
            .. Happened is null ? (string[])[] : ["--happened-by", Happened],
        ];
}
