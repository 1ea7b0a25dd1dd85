namespace Negotiations.Coding;

/// <summary>Writes a file whole or not at all: beside its place, then moved there.</summary>
/// <remarks>
/// What the path names stays what it is. The target of a symbolic link is written, and the link stays; a file keeps its
/// mode and its owner. What has to stay the same file is written in place once the content is whole: devices and pipes,
/// a file with several hard links, and one whose owner cannot be kept. A read-only file is refused.
/// </remarks>
public static class AtomicFile
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Whether a path leads to a device, a pipe or an open file, which has no place to put others beside it.
    /// </summary>
    public static bool IsStream(string path) =>
        FileStatus.Read(path) is { } status
        && (!(status.IsRegular || status.IsFolder) || FileStatus.IsOfTheSystem(path));

    /// <summary>Refuses a path to which no file can be written, before anything is done for it.</summary>
    /// <exception cref="WrongInputException">It is a folder or read-only, or there is no folder for it.</exception>
    public static void RequireWritable(string path)
    {
        var status = FileStatus.Read(path);
        if (status is { IsFolder: true })
            throw new WrongInputException($"'{path}' is a folder; name a file");
        if (status is { IsReadOnly: true })
            throw ReadOnly(path);
        if (IsStream(path))
            return;
        var target = Resolve(path);
        if (Path.GetDirectoryName(target) is var folder && !Directory.Exists(folder))
            throw new WrongInputException($"there is no folder '{folder}' for '{path}'; make it, or name another file");
        if (status is null)
            return;
        try
        {
            // Only to see whether it may be written.
            using var file = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        }
        catch (UnauthorizedAccessException)
        {
            throw ReadOnly(path);
        }
    }

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its place; what a file there has said is replaced.</param>
    /// <param name="write">Writes the content; false for none, and then nothing is changed.</param>
    /// <param name="beforeSeen">What has to be done before anybody can read it.</param>
    /// <exception cref="WrongInputException">No file can be written there.</exception>
    public static Task WriteAsync(string path, Func<Stream, bool> write, Func<Task>? beforeSeen = null) =>
        FillAsync(
            path,
            async unfinished =>
            {
                await using var file = new FileStream(unfinished, FileMode.Open, FileAccess.Write);
                return write(file);
            },
            beforeSeen
        );

    /// <summary>The same for a content that something else writes, to a file that it is given.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="fill">Writes the content into the file of the name that it is given.</param>
    /// <param name="beforeSeen">What has to be done before anybody can read it.</param>
    /// <param name="isPrivate">Whether nobody else may read it where it is new.</param>
    /// <exception cref="WrongInputException">No file can be written there.</exception>
    public static async Task FillAsync(
        string path,
        Func<string, Task<bool>> fill,
        Func<Task>? beforeSeen = null,
        bool isPrivate = false
    )
    {
        RequireWritable(path);
        var status = FileStatus.Read(path);
        var isInPlace = IsStream(path) || status is { Links: > 1 };
        var target = IsStream(path) ? path : Resolve(path);
        var unfinished = Path.Combine(
            isInPlace ? Path.GetTempPath() : Path.GetDirectoryName(target)!,
            $".{Path.GetRandomFileName()}.unfinished"
        );
        try
        {
            Create(unfinished, isInPlace || isPrivate ? Private : status?.Mode);
            if (!await fill(unfinished))
                return;
            isInPlace |= status is not null && !TryMakeAlike(unfinished, status);
            if (beforeSeen is not null)
                await beforeSeen();
            if (isInPlace)
                await WriteInPlaceAsync(unfinished, target, status!);
            else
                File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Where a path leads at last; also where nothing is there yet.</summary>
    /// <exception cref="WrongInputException">Its links go round.</exception>
    internal static string Resolve(string path)
    {
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            return File.ResolveLinkTarget(whole, returnFinalTarget: true)?.FullName ?? whole;
        }
        catch (FileNotFoundException)
        {
            return whole;
        }
        catch (DirectoryNotFoundException)
        {
            return whole;
        }
        catch (IOException exception)
        {
            throw new WrongInputException($"'{path}' leads nowhere: {exception.Message}; name another file", exception);
        }
    }

    // Nobody who may not read the file that is replaced may read what replaces it, not even for a moment.
    private static void Create(string unfinished, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows() && mode is { } given)
            options.UnixCreateMode = given | Private;
        new FileStream(unfinished, options).Dispose();
    }

    private static bool TryMakeAlike(string unfinished, FileStatus status)
    {
        if (OperatingSystem.IsWindows())
            return true;
        if (
            status.Owner is { } owner
            && FileStatus.Read(unfinished)!.Owner != owner
            && !FileStatus.TryGive(unfinished, owner)
        )
            return false;
        File.SetUnixFileMode(unfinished, status.Mode);
        return true;
    }

    private static async Task WriteInPlaceAsync(string unfinished, string target, FileStatus status)
    {
        await using var content = new FileStream(unfinished, FileMode.Open, FileAccess.Read);
        // An open file may have a beginning that somebody else has written.
        var mode = status.IsRegular && IsStream(target) ? FileMode.Append : FileMode.Open;
        await using var file = new FileStream(target, mode, FileAccess.Write, FileShare.ReadWrite);
        await content.CopyToAsync(file);
        await file.FlushAsync();
        if (status.IsRegular && mode == FileMode.Open)
            file.SetLength(file.Position);
    }

    private static WrongInputException ReadOnly(string path) =>
        new($"'{path}' is read-only; name another file, or make it writable first");
}
