namespace Negotiations.Coding;

/// <summary>The files in a folder and in all that is below it.</summary>
internal static class FolderContent
{
    /// <summary>The paths of the files, each real folder once; links to folders that are there already are passed over.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="closed">Is told of each folder that cannot be read, and why.</param>
    public static IReadOnlyList<string> ListFiles(string folder, Action<string, string> closed)
    {
        var files = new List<string>();
        var seen = new HashSet<object>();
        var real = new Stack<string>([folder]);
        // Links come after all real folders, so that a file is found by its own path where it has one.
        var links = new Queue<string>();
        while (real.TryPop(out var next) || links.TryDequeue(out next))
        {
            try
            {
                if (!seen.Add(Identify(next)))
                    continue;
                foreach (var below in new DirectoryInfo(next).EnumerateDirectories())
                {
                    var path = Path.Combine(next, below.Name);
                    if (below.LinkTarget is null)
                        real.Push(path);
                    else
                        links.Enqueue(path);
                }

                files.AddRange(Directory.GetFiles(next));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                closed(next, exception.Message);
            }
        }

        return files;
    }

    /// <summary>The same for every path to one file or folder.</summary>
    public static object Identify(string path) =>
        FileStatus.Read(path)?.Identity is { } identity
            ? identity
            : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);

    /// <summary>
    /// Whether a file has bytes of its own: a pipe, a socket or a device has none, nor has an empty file.
    /// </summary>
    /// <exception cref="IOException">It leads nowhere.</exception>
    public static bool HasContent(string path) =>
        FileStatus.Read(path) is not { IsRegular: false }
        && (File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path)).Length > 0;
}
