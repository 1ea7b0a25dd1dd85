namespace Negotiations.Cli.Exports;

/// <summary>Writes a file whole or not at all: beside its place, then moved there.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">Its place; a file that is there is replaced.</param>
    /// <param name="write">Writes the content; false for none, and then there is no file.</param>
    /// <param name="beforeMoved">What has to be done before it stands in its place.</param>
    public static async Task WriteAsync(string path, Func<Stream, bool> write, Func<Task>? beforeMoved = null)
    {
        var beside = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            bool isThere;
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
                isThere = write(file);
            if (!isThere)
                return;
            if (beforeMoved is not null)
                await beforeMoved();
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
