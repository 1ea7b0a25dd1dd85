using System.Diagnostics;

namespace Negotiations.Cli.Tests;

public class Checkpoints
{
    [Fact]
    public async Task The_record_is_checked_against_a_checkpoint_that_was_kept()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var (key, open) = (folder.ResolvePath("record.pem"), folder.ResolvePath("record.pub.pem"));
        Assert.Equal(0, (await CommandRun.ExecuteAsync("checkpoint", "--new-key", key)).Code);
        var taken = await store.RunAsync("checkpoint", "--key", key);
        var file = folder.Write("checkpoint.txt", taken.Output);

        var holds = await store.RunAsync("checkpoint", "--check", file, "--public-key", open);
        await store.ExecuteAsync(
            "update negotiations_record set link = sha256(link) where position = (select "
                + "max(position) from negotiations_record)"
        );
        var fails = await store.RunAsync("checkpoint", "--check", file, "--public-key", open);

        Assert.Equal((0, "", 0), (taken.Code, taken.Error, holds.Code));
        Assert.Equal(1, fails.Code);
        Assert.Contains("it was rewritten at this position or before it", fails.Output);
        Assert.Contains(
            "\"holds\": false",
            (await store.RunAsync("checkpoint", "--check", file, "--public-key", open, "--format", "json")).Output
        );
    }

    [Fact]
    public async Task A_checkpoint_is_not_said_to_fit_a_record_whose_events_do_not()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        await store.RunAsync("checkpoint", "--new-key", folder.ResolvePath("k.pem"));
        var file = folder.Write(
            "c.txt",
            (await store.RunAsync("checkpoint", "--key", folder.ResolvePath("k.pem"))).Output
        );
        var sound = await store.RunAsync(
            "audit",
            "--checkpoint",
            file,
            "--public-key",
            folder.ResolvePath("k.pub.pem")
        );
        await store.ExecuteAsync("update mt_events set data = jsonb_set(data, '{summary}', '\"x\"') where seq_id = 10");

        var audited = await store.RunAsync(
            "audit",
            "--checkpoint",
            file,
            "--public-key",
            folder.ResolvePath("k.pub.pem")
        );
        var compared = await store.RunAsync(
            "checkpoint",
            "--check",
            file,
            "--public-key",
            folder.ResolvePath("k.pub.pem")
        );

        Assert.Equal((0, 1, 1), (sound.Code, audited.Code, compared.Code));
        Assert.All(new[] { audited, compared }, run => Assert.Matches(@"position \d+", run.Output));
    }

    [Fact]
    public async Task A_private_key_is_readable_by_its_owner_alone_and_never_written_over()
    {
        using var folder = new TemporaryFolder();
        var key = folder.ResolvePath("record.pem");
        Assert.Equal(0, (await CommandRun.ExecuteAsync("checkpoint", "--new-key", key)).Code);
        var before = await File.ReadAllTextAsync(key);

        var again = await CommandRun.ExecuteAsync("checkpoint", "--new-key", key);

        Assert.Equal(2, again.Code);
        Assert.Contains("is there already", again.Error);
        Assert.Equal(before, await File.ReadAllTextAsync(key));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
    }

    // OpenSSL is on nearly every machine; where it is not, the signature is checked by this program's tests alone.
    [Fact]
    public async Task OpenSSL_agrees_on_the_signature()
    {
        if (
            Environment
                .GetEnvironmentVariable("PATH")!
                .Split(Path.PathSeparator)
                .All(path => !File.Exists(Path.Combine(path, "openssl")))
        )
            return;
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var key = folder.ResolvePath("record.pem");
        await CommandRun.ExecuteAsync("checkpoint", "--new-key", key);
        var lines = (await store.RunAsync("checkpoint", "--key", key)).Output.Split('\n');
        var text = folder.Write("text", string.Concat(lines.Take(5).Select(line => line + "\n")));
        await File.WriteAllBytesAsync(
            folder.ResolvePath("signature"),
            Convert.FromBase64String(lines[5]["signature ".Length..])
        );
        string[] arguments =
        [
            "dgst",
            "-sha256",
            "-verify",
            folder.ResolvePath("record.pub.pem"),
            "-signature",
            folder.ResolvePath("signature"),
            text,
        ];

        Assert.Equal(0, await RunAsync("openssl", arguments));
        await File.AppendAllTextAsync(text, " ");
        Assert.NotEqual(0, await RunAsync("openssl", arguments));
    }

    [Theory]
    [InlineData("give one of --key, --new-key and --check")]
    [InlineData("give one of --key, --new-key and --check", "--key", "a", "--check", "b", "--public-key", "c")]
    [InlineData("--check and --public-key go together", "--check", "b")]
    [InlineData("--check and --public-key go together", "--key", "b", "--public-key", "c")]
    [InlineData("there is no file nowhere", "--key", "nowhere")]
    public async Task Wrong_use_is_refused(string message, params string[] options)
    {
        var run = await CommandRun.ExecuteAsync(["checkpoint", .. options]);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public async Task A_file_that_is_no_checkpoint_is_refused()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        await CommandRun.ExecuteAsync("checkpoint", "--new-key", folder.ResolvePath("record.pem"));

        var run = await store.RunAsync(
            "checkpoint",
            "--check",
            folder.Write("checkpoint.txt", "nothing"),
            "--public-key",
            folder.ResolvePath("record.pub.pem")
        );

        Assert.Equal(2, run.Code);
        Assert.Contains("this is no checkpoint", run.Error);
    }

    private static async Task<int> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
