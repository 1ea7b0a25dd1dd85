namespace Negotiations.Coding.Tests;

/// <summary>Where the repository lies.</summary>
public static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root.</summary>
    public static string ResolvePath(params string[] parts) => Path.GetFullPath(Path.Combine([Root, .. parts]));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Negotiations.sln")))
            folder = folder.Parent
                ?? throw new DirectoryNotFoundException("the tests do not lie below Negotiations.sln");
        return folder.FullName;
    }
}
