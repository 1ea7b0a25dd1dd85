namespace Negotiations.Coding;

/// <summary>Writes a folder whole or not at all: beside its place, then moved there.</summary>
public static class AtomicFolder
{
    /// <summary>Refuses a path to which no folder can be written.</summary>
    /// <exception cref="WrongInputException">There is something already, or no folder for it.</exception>
    public static void RequireEmpty(string path)
    {
        var target = AtomicFile.Resolve(path);
        if (Directory.Exists(target) ? Directory.EnumerateFileSystemEntries(target).Any() : File.Exists(target))
            throw new WrongInputException(
                $"'{path}' is there already; name a folder that is not there yet, or is empty"
            );
        if (Path.GetDirectoryName(target) is { } above && !Directory.Exists(above))
            throw new WrongInputException($"there is no folder '{above}'; make it, or name another");
    }

    /// <summary>Writes a folder.</summary>
    /// <param name="path">Its place, where there is nothing, or an empty folder.</param>
    /// <param name="write">Writes the files into the folder that it is given.</param>
    /// <param name="beforeSeen">What has to be done before it stands in its place.</param>
    public static async Task WriteAsync(string path, Action<string> write, Func<Task> beforeSeen)
    {
        var target = AtomicFile.Resolve(path);
        // An empty folder stays the same: somebody may work in it, or another disk be mounted there.
        var isThere = Directory.Exists(target);
        var name = $".{Path.GetRandomFileName()}.unfinished";
        var unfinished = Path.Combine(isThere ? target : Path.GetDirectoryName(target)!, name);
        try
        {
            Directory.CreateDirectory(unfinished);
            write(unfinished);
            await beforeSeen();
            if (isThere)
                MoveFiles(unfinished, target);
            else
                Directory.Move(unfinished, target);
        }
        finally
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
        }
    }

    private static void MoveFiles(string from, string to)
    {
        var moved = new List<string>();
        try
        {
            foreach (var file in Directory.GetFiles(from))
            {
                var place = Path.Combine(to, Path.GetFileName(file));
                File.Move(file, place);
                moved.Add(place);
            }
        }
        catch
        {
            moved.ForEach(File.Delete);
            throw;
        }
    }
}
