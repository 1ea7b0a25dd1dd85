namespace Negotiations.Coding.Tests;

/// <summary>A folder of files for one test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coded-");

    public string Path => folder.FullName;

    /// <summary>Writes a file; its path.</summary>
    public string Write(string name, string text)
    {
        var path = ResolvePath(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a file of bytes; its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(ResolvePath(name), bytes);
        return ResolvePath(name);
    }

    public string ResolvePath(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => folder.Delete(recursive: true);
}
