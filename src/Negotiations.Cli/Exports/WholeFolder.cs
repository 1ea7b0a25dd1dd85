namespace Negotiations.Cli.Exports;

/// <summary>Writes a folder whole or not at all: beside its place, then moved there.</summary>
internal static class WholeFolder
{
    /// <summary>Writes a folder.</summary>
    /// <param name="path">Its place, where there is nothing, or an empty folder.</param>
    /// <param name="write">Writes the files into the folder that it is given.</param>
    /// <param name="beforeMoved">What has to be done before it stands in its place.</param>
    public static async Task WriteAsync(string path, Action<string> write, Func<Task> beforeMoved)
    {
        var beside = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            Directory.CreateDirectory(beside);
            write(beside);
            await beforeMoved();
            if (Directory.Exists(path))
                Directory.Delete(path);
            Directory.Move(beside, path);
        }
        finally
        {
            if (Directory.Exists(beside))
                Directory.Delete(beside, recursive: true);
        }
    }
}
