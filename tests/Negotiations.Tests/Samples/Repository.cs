namespace Negotiations.Tests;

/// <summary>The working copy in which the tests run.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Negotiations.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("the tests do not lie within a working copy");
    }
}
