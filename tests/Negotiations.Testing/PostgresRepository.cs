using System.Collections.Concurrent;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MysticMind.PostgresEmbed;
using Negotiations.Store;

namespace Negotiations.Testing;

/// <summary>A Maven repository on this machine that serves its PostgreSQL as a jar for embedding.</summary>
public sealed partial class PostgresRepository : IAsyncDisposable
{
    private static readonly Lazy<Task<(byte[] Jar, string Version)>> Packed = new(PackAsync);
    private static readonly string System = PgPlatform.Detect().ArtifactName;

    private readonly HttpListener listener;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;

    private PostgresRepository(HttpListener listener, string address, byte[] jar, string version)
    {
        (this.listener, Address, Jar, Version) = (listener, address, jar, version);
        Checksums["sha1"] = Convert.ToHexStringLower(SHA1.HashData(jar));
        serving = ServeAsync();
    }

    /// <summary>The address to give as the source.</summary>
    public string Address { get; }

    /// <summary>The version that it has; others are not there.</summary>
    public string Version { get; set; }

    /// <summary>The jar; another one may be put in its place.</summary>
    public byte[] Jar { get; set; }

    /// <summary>The checksums beside the jar, by extension.</summary>
    public Dictionary<string, string> Checksums { get; } = [];

    /// <summary>How many bytes of the jar are sent.</summary>
    public int SentOfJar { get; set; } = int.MaxValue;

    /// <summary>Whether it goes silent after these, and does not cut the connection.</summary>
    public bool GoesSilent { get; set; }

    /// <summary>What was asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Is set when it has gone silent.</summary>
    public TaskCompletionSource Silent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The environment of a process whose machine has nothing but this.</summary>
    public Dictionary<string, string> Environment =>
        new()
        {
            ["NEGOTIATIONS_POSTGRES_BIN"] = "none",
            ["NEGOTIATIONS_POSTGRES_SOURCE"] = Address,
            ["NEGOTIATIONS_POSTGRES_VERSION"] = Version,
        };

    /// <summary>How often the jar was asked for.</summary>
    public int JarRequests => Requests.Count(path => path.EndsWith(".jar", StringComparison.Ordinal));

    public static async Task<PostgresRepository> StartAsync()
    {
        var (jar, version) = await Packed.Value;
        while (true)
        {
            var address = $"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}/maven2";
            var listener = new HttpListener { Prefixes = { $"{address}/" } };
            try
            {
                listener.Start();
                return new(listener, address, jar, version);
            }
            catch (HttpListenerException)
            {
                // Somebody else's port.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Close();
        await serving;
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        Requests.Enqueue(path);
        try
        {
            var artifact = $"embedded-postgres-binaries-{System}";
            var parent = $"/maven2/io/zonky/test/postgres/{artifact}";
            var jar = $"{parent}/{Version}/{artifact}-{Version}.jar";
            if (path == jar)
                await SendJarAsync(context.Response);
            else if (path == $"{parent}/maven-metadata.xml")
                await SendAsync(
                    context.Response,
                    $"<metadata><versioning><versions><version>{Version}</version></versions></versioning></metadata>"
                );
            else if (
                path.StartsWith($"{jar}.", StringComparison.Ordinal)
                && Checksums.TryGetValue(path[(jar.Length + 1)..], out var checksum)
            )
                await SendAsync(context.Response, checksum);
            else
                context.Response.StatusCode = 404;
            context.Response.Close();
        }
        catch (Exception exception)
            when (exception is HttpListenerException or OperationCanceledException or InvalidOperationException)
        {
            // The client left, or the connection is to be cut.
            context.Response.Abort();
        }
    }

    private async Task SendJarAsync(HttpListenerResponse response)
    {
        response.ContentLength64 = Jar.Length;
        var sent = Math.Min(SentOfJar, Jar.Length);
        await response.OutputStream.WriteAsync(Jar.AsMemory(0, sent), stopping.Token);
        await response.OutputStream.FlushAsync(stopping.Token);
        if (GoesSilent)
        {
            Silent.TrySetResult();
            await Task.Delay(Timeout.Infinite, stopping.Token);
        }

        if (sent < Jar.Length)
            throw new OperationCanceledException();
    }

    private static Task SendAsync(HttpListenerResponse response, string text) =>
        response.OutputStream.WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();

    // A jar that holds one archive of the programs that the published ones have, and what these need.
    private static async Task<(byte[] Jar, string Version)> PackAsync()
    {
        var binaries = (await PostgresBinaries.FindAsync("/nowhere", CancellationToken.None))[0];
        var version = VersionSaid().Match(await RunAsync(binaries.ResolvePath("postgres"), "--version"));
        var archive = Path.GetTempFileName();
        try
        {
            await WriteTarAsync(archive, binaries.Folder);
            await RunAsync("xz", "-0", "--threads=2", archive);
            using var jar = new MemoryStream();
            using (var zip = new ZipArchive(jar, ZipArchiveMode.Create))
            {
                zip.CreateEntry("META-INF/MANIFEST.MF");
                zip.CreateEntryFromFile($"{archive}.xz", $"postgres-{System}.txz", CompressionLevel.NoCompression);
            }

            return (jar.ToArray(), $"{version.Groups[1].Value}.0");
        }
        finally
        {
            File.Delete(archive);
            File.Delete($"{archive}.xz");
        }
    }

    private static async Task WriteTarAsync(string archive, string programs)
    {
        var share = (await RunAsync(Path.Combine(programs, "pg_config"), "--sharedir")).Trim();
        var library = (await RunAsync(Path.Combine(programs, "pg_config"), "--pkglibdir")).Trim();
        // PostgreSQL finds these from its programs when they lie to each other as they did when it was built.
        var common = programs;
        while (!new[] { share, library }.All(path => path.StartsWith($"{common}/", StringComparison.Ordinal)))
            common = Path.GetDirectoryName(common)!;
        await using var tar = new TarWriter(File.Create(archive));
        foreach (var program in (string[])["initdb", "pg_ctl", "postgres"])
        {
            var file = Path.Combine(programs, program);
            var name = Path.GetRelativePath(common, file);
            await tar.WriteEntryAsync(file, name);
            if (name != $"bin/{program}")
                await tar.WriteEntryAsync(
                    new PaxTarEntry(TarEntryType.SymbolicLink, $"bin/{program}") { LinkName = $"../{name}" }
                );
        }

        // Not what only extensions, compilers and readers need.
        foreach (
            var file in Directory
                .EnumerateFiles(library, "*", SearchOption.TopDirectoryOnly)
                .Where(file => !Path.GetFileName(file).StartsWith("llvm", StringComparison.Ordinal))
                .Concat(Directory.EnumerateFiles(share, "*", SearchOption.AllDirectories))
                .Where(file => !file.Contains("/man/") && !file.Contains("/contrib/"))
        )
            await tar.WriteEntryAsync(file, Path.GetRelativePath(common, file));
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed: {output}");
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+\.\d+)")]
    private static partial Regex VersionSaid();
}
