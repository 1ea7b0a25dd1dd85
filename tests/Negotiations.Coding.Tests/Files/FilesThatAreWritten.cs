using System.Diagnostics;
using System.Text;

namespace Negotiations.Coding.Tests;

// Modes, links and pipes are those of Unix.
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class FilesThatAreWritten : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_file_is_there_whole_and_nothing_beside_it()
    {
        await WriteAsync(folder.ResolvePath("new.csv"), "new");

        Assert.Equal("new", File.ReadAllText(folder.ResolvePath("new.csv")));
        Assert.Equal(["new.csv"], Names());
    }

    [Fact]
    public async Task What_fails_leaves_what_was_there()
    {
        var path = folder.Write("a.csv", "old");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            AtomicFile.WriteAsync(path, _ => throw new InvalidOperationException())
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            AtomicFile.WriteAsync(path, file => Put(file, "new"), () => throw new InvalidOperationException())
        );
        await AtomicFile.WriteAsync(path, _ => false);

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["a.csv"], Names());
    }

    [Theory]
    [InlineData(Private)]
    [InlineData(Private | UnixFileMode.GroupWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead)]
    public async Task A_file_keeps_its_mode(UnixFileMode mode)
    {
        var path = folder.Write("a.csv", "old and longer");
        File.SetUnixFileMode(path, mode);

        await AtomicFile.FillAsync(path, unfinished =>
        {
            // Whoever may not read the file may not read what becomes of it either.
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(unfinished) & ~(mode | Private));
            File.WriteAllText(unfinished, "new");
            return Task.FromResult(true);
        });

        Assert.Equal(("new", mode), (File.ReadAllText(path), File.GetUnixFileMode(path)));
    }

    [Fact]
    public async Task A_read_only_file_is_refused_also_to_who_may_do_everything()
    {
        var path = folder.Write("a.csv", "old");
        File.SetUnixFileMode(path, UnixFileMode.UserRead);

        var refusal = await Assert.ThrowsAsync<WrongInputException>(() => WriteAsync(path, "new"));

        Assert.Contains("is read-only; name another file, or make it writable", refusal.Message);
        Assert.Equal(("old", UnixFileMode.UserRead), (File.ReadAllText(path), File.GetUnixFileMode(path)));
    }

    [Fact]
    public async Task A_folder_is_refused()
    {
        Directory.CreateDirectory(folder.ResolvePath("below"));

        var refusal = await Assert.ThrowsAsync<WrongInputException>(() =>
            WriteAsync(folder.ResolvePath("below"), "new")
        );

        Assert.Contains("is a folder; name a file", refusal.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_target_of_a_link_is_written_and_the_link_stays(bool isThere)
    {
        Directory.CreateDirectory(folder.ResolvePath("elsewhere"));
        var target = folder.ResolvePath("elsewhere/target.csv");
        if (isThere)
            File.WriteAllText(target, "old");
        File.CreateSymbolicLink(folder.ResolvePath("first"), "elsewhere/target.csv");
        File.CreateSymbolicLink(folder.ResolvePath("second"), "first");

        await WriteAsync(folder.ResolvePath("second"), "new");

        Assert.Equal("new", File.ReadAllText(target));
        Assert.Equal("first", new FileInfo(folder.ResolvePath("second")).LinkTarget);
        Assert.Equal("elsewhere/target.csv", new FileInfo(folder.ResolvePath("first")).LinkTarget);
        Assert.Equal(
            ["target.csv"],
            Directory.EnumerateFiles(folder.ResolvePath("elsewhere")).Select(Path.GetFileName)
        );
    }

    [Fact]
    public async Task A_link_that_goes_round_is_refused()
    {
        File.CreateSymbolicLink(folder.ResolvePath("round"), "round");

        await Assert.ThrowsAsync<WrongInputException>(() => WriteAsync(folder.ResolvePath("round"), "new"));
    }

    [Fact]
    public async Task Both_names_of_a_file_lead_to_what_was_written()
    {
        var path = folder.Write("a.csv", "old and longer");
        await RunAsync("ln", path, folder.ResolvePath("b.csv"));

        await WriteAsync(path, "new");

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal("new", File.ReadAllText(folder.ResolvePath("b.csv")));
    }

    [Fact]
    public async Task A_pipe_is_written_through_and_stays_one()
    {
        var pipe = folder.ResolvePath("pipe");
        await RunAsync("mkfifo", pipe);
        var reading = Task.Run(() => File.ReadAllText(pipe));

        await WriteAsync(pipe, "new");

        Assert.Equal("new", await reading);
        Assert.True(AtomicFile.IsStream(pipe));
        Assert.Equal(["pipe"], Names());
    }

    [Fact]
    public async Task A_device_stays_a_device()
    {
        await WriteAsync("/dev/null", "new");

        Assert.True(AtomicFile.IsStream("/dev/null"));
        Assert.Equal("", File.ReadAllText("/dev/null"));
    }

    [Fact]
    public async Task An_empty_folder_stays_the_same_folder()
    {
        var path = folder.ResolvePath("out");
        Directory.CreateDirectory(path, Private | UnixFileMode.UserExecute);
        var before = FileStatus.Read(path)!;
        File.CreateSymbolicLink(folder.ResolvePath("link"), "out");

        await AtomicFolder.WriteAsync(
            folder.ResolvePath("link"),
            unfinished => File.WriteAllText(Path.Combine(unfinished, "a.yaml"), "new"),
            () => Task.CompletedTask
        );

        Assert.Equal(
            (before.Identity, before.Mode, "out"),
            (
                FileStatus.Read(path)!.Identity,
                FileStatus.Read(path)!.Mode,
                new FileInfo(folder.ResolvePath("link")).LinkTarget
            )
        );
        Assert.Equal(["a.yaml"], Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName));
    }

    private IEnumerable<string?> Names() =>
        Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static Task WriteAsync(string path, string text) => AtomicFile.WriteAsync(path, file => Put(file, text));

    private static bool Put(Stream file, string text)
    {
        file.Write(Encoding.UTF8.GetBytes(text));
        return true;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var running = Process.Start(program, arguments);
        await running.WaitForExitAsync();
        Assert.Equal(0, running.ExitCode);
    }
}
