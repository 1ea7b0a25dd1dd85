using System.Runtime.InteropServices;
using System.Text;

namespace Negotiations.Coding;

/// <summary>What a path leads to, symbolic links followed.</summary>
/// <param name="IsRegular">Whether it is a file with bytes of its own: no folder, device, pipe or socket.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="Links">How many names it has.</param>
/// <param name="Mode">Who may read and write it.</param>
/// <param name="Owner">The user and the group to which it belongs; null where the system does not say.</param>
/// <param name="Identity">The same for every name of the same file; null where the system does not say.</param>
public sealed record FileStatus(
    bool IsRegular,
    bool IsFolder,
    int Links,
    UnixFileMode Mode,
    (uint User, uint Group)? Owner,
    (ulong Device, ulong Number)? Identity
)
{
    private const UnixFileMode AllWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    // The system knows open files by names in these folders: they lead to pipes, terminals and files without a place.
    private static readonly string[] OpenFiles = ["/dev/", "/proc/"];

    /// <summary>Whether nobody may write to it. The mode says so even to a user who may do everything.</summary>
    public bool IsReadOnly => (Mode & AllWrite) == 0;

    /// <summary>Whether a path is a name that the system gives to devices and open files.</summary>
    public static bool IsOfTheSystem(string path) =>
        !OperatingSystem.IsWindows()
        && OpenFiles.Any(folder => Path.GetFullPath(path).StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The status; null where there is nothing, or a link to nothing.</summary>
    public static FileStatus? Read(string path) => OperatingSystem.IsLinux() ? ReadOnLinux(path) : ReadPlainly(path);

    /// <summary>Gives a file to a user and a group; false where that is not allowed.</summary>
    public static bool TryGive(string path, (uint User, uint Group) owner) =>
        !OperatingSystem.IsWindows() && ChangeOwner(Terminate(path), owner.User, owner.Group) == 0;

    private static FileStatus? ReadOnLinux(string path)
    {
        // The layout of struct statx is the same on every processor.
        const int follow = 0;
        const int here = -100;
        const uint basic = 0x7ff;
        var status = new byte[256];
        try
        {
            if (Status(here, Terminate(path), follow, basic, status) != 0)
                return Path.Exists(path) ? ReadPlainly(path) : null;
        }
        catch (EntryPointNotFoundException)
        {
            return ReadPlainly(path);
        }

        var mode = BitConverter.ToUInt16(status, 28);
        return new(
            (mode & 0xf000) == 0x8000,
            (mode & 0xf000) == 0x4000,
            (int)BitConverter.ToUInt32(status, 16),
            (UnixFileMode)(mode & 0xfff),
            (BitConverter.ToUInt32(status, 20), BitConverter.ToUInt32(status, 24)),
            (
                ((ulong)BitConverter.ToUInt32(status, 136) << 32) | BitConverter.ToUInt32(status, 140),
                BitConverter.ToUInt64(status, 32)
            )
        );
    }

    private static FileStatus? ReadPlainly(string path)
    {
        try
        {
            if (Directory.Exists(path))
                return new(false, true, 1, FindMode(path), null, null);
            if (!File.Exists(path))
                return null;
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            return File.Exists(target) ? new(!IsOfTheSystem(path), false, 1, FindMode(target), null, null) : null;
        }
        catch (IOException)
        {
            // Links that go round.
            return null;
        }
    }

    private static UnixFileMode FindMode(string path) =>
        !OperatingSystem.IsWindows() ? File.GetUnixFileMode(path)
        : File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly) ? UnixFileMode.UserRead
        : UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static byte[] Terminate(string path) => Encoding.UTF8.GetBytes(Path.GetFullPath(path) + "\0");

    [DllImport("libc", EntryPoint = "statx")]
    private static extern int Status(int folder, byte[] path, int flags, uint mask, byte[] status);

    [DllImport("libc", EntryPoint = "chown")]
    private static extern int ChangeOwner(byte[] path, uint user, uint group);
}
