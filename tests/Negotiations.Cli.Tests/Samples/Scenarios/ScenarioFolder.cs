using System.CommandLine.Parsing;

namespace Negotiations.Cli.Tests;

/// <summary>A folder in which a scenario is played: its own files, and the first coding of the seeds in a folder
/// below.</summary>
public sealed class ScenarioFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Makes the folder of a scenario.</summary>
    public ScenarioFolder(string scenario)
    {
        Directory.CreateDirectory(folder.ResolvePath("seeds"));
        foreach (var file in Directory.EnumerateFiles(Repository.ResolvePath("tests/data/first-coding"), "*.yaml"))
            File.Copy(file, folder.ResolvePath(Path.Combine("seeds", Path.GetFileName(file))));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Scenario.Root, scenario)))
            File.Copy(file, folder.ResolvePath(Path.GetFileName(file)));
    }

    /// <summary>Edits a file in it.</summary>
    public void Edit(FileEdit edit)
    {
        var text = File.ReadAllText(folder.ResolvePath(edit.File));
        if (edit.Replace is { } replaced)
        {
            Assert.Equal(2, text.Split(replaced).Length);
            text = text.Replace(replaced, edit.With, StringComparison.Ordinal);
        }

        folder.Write(edit.File, text + edit.Append);
    }

    /// <summary>The arguments of a command line that is typed in the folder.</summary>
    public string[] Arguments(string line) =>
        [
            .. CommandLineParser
                .SplitCommandLine(line)
                .Select(argument =>
                    Path.Exists(folder.ResolvePath(argument)) ? folder.ResolvePath(argument) : argument
                ),
        ];

    public void Dispose() => folder.Dispose();
}
