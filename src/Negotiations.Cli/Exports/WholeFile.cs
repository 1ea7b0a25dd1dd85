namespace Negotiations.Cli.Exports;

/// <summary>Writes a file whole or not at all: beside its place, then moved there.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">Its place; a file that is there is replaced.</param>
    /// <param name="write">Writes the content; false for none, and then there is no file.</param>
    public static void Write(string path, Func<Stream, bool> write)
    {
        var beside = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            bool isThere;
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write)) isThere = write(file);
            if (isThere) File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
