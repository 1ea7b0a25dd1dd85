namespace Negotiations.Cli.Tests;

/// <summary>A folder of files for one test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("negotiations-");

    /// <summary>The path of a file in it, or of the folder.</summary>
    public string ResolvePath(string name = "") => Path.Combine(folder.FullName, name);

    /// <summary>Writes a file; its path.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(ResolvePath(name), text);
        return ResolvePath(name);
    }

    /// <summary>
    /// A copy of a file of the invented negotiation in which one text stands for another, at its first place; with the
    /// line
    /// of that place.
    /// </summary>
    public (string Path, int Line) Edit(string name, string before, string after)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Harbour, name));
        var place = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(place >= 0, $"'{before}' does not stand in {name}");
        var path = Write(name, string.Concat(text.AsSpan(0, place), after, text.AsSpan(place + before.Length)));
        return (path, text[..place].Count(letter => letter == '\n') + 1);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
