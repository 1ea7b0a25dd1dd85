namespace Negotiations.Formats.Tests;

/// <summary>Where the repository lies.</summary>
public static class Repository
{
    /// <summary>A path below the folder of the solution.</summary>
    public static string ResolvePath(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Negotiations.sln")))
            folder = folder.Parent
                ?? throw new DirectoryNotFoundException("the tests do not lie below Negotiations.sln");
        return Path.Combine([folder.FullName, .. parts]);
    }
}
