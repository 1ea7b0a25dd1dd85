namespace Negotiations.Store;

/// <summary>Locks between processes, on files; the system releases them when their holder dies.</summary>
internal static class FileLock
{
    /// <summary>Takes a lock that many may hold at once, or gives null where somebody holds it alone.</summary>
    public static FileStream? TryShared(string path) => TryOpen(path, FileAccess.Read, FileShare.Read);

    /// <summary>Takes a lock for oneself alone, or gives null where anybody holds it.</summary>
    public static FileStream? TryExclusive(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    // .NET maps the sharing mode to flock on Unix: none is exclusive, read is shared.
    private static FileStream? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException exception) when (IsHeldByAnother(exception))
        {
            return null;
        }
    }

    // A sharing or lock violation on Windows; EWOULDBLOCK on Linux (11) and macOS (35).
    private static bool IsHeldByAnother(IOException exception) =>
        OperatingSystem.IsWindows() ? (exception.HResult & 0xFFFF) is 32 or 33 : exception.HResult is 11 or 35;
}
