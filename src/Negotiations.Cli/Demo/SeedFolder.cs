namespace Negotiations.Cli.Demo;

/// <summary>Finds the coded articles that come with the program.</summary>
internal static class SeedFolder
{
    private const string Name = "seeds";

    /// <summary>The folder: the one given, else <c>seeds</c> here, in a folder above, or beside the program.</summary>
    /// <exception cref="WrongInputException">There is none.</exception>
    public static string Find(string? given)
    {
        if (given is not null)
            return Directory.Exists(given)
                ? given
                : throw new WrongInputException($"--seeds: there is no folder '{given}'");
        var here = Directory.GetCurrentDirectory();
        for (var folder = new DirectoryInfo(here); folder is not null; folder = folder.Parent)
        {
            var seeds = Path.Combine(folder.FullName, Name);
            if (Directory.Exists(seeds))
                return Path.GetRelativePath(here, seeds);
        }

        var beside = Path.Combine(AppContext.BaseDirectory, Name);
        return Directory.Exists(beside)
            ? beside
            : throw new WrongInputException(
                $"there is no folder '{Name}' here, in a folder above, or beside the program; name one with --seeds"
            );
    }
}
