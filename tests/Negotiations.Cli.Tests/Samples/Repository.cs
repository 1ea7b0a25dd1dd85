namespace Negotiations.Cli.Tests;

/// <summary>Where things lie in the repository.</summary>
public static class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>The invented negotiation that the tests replay.</summary>
    public static string Harbour { get; } = ResolvePath("tests", "data", "harbour");

    /// <summary>A path below the root.</summary>
    public static string ResolvePath(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Negotiations.sln")))
            folder = folder.Parent
                ?? throw new DirectoryNotFoundException("the tests do not lie below Negotiations.sln");
        return folder.FullName;
    }
}
