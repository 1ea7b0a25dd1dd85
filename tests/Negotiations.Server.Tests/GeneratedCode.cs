using System.Diagnostics;

namespace Negotiations.Server.Tests;

/// <summary>The code by which Wolverine calls the handlers and the endpoints is written before the build.</summary>
public sealed class GeneratedCode : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("generated-code-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Is_what_the_handlers_and_endpoints_need_now()
    {
        var now = Path.Combine(folder.FullName, "now");
        // In a process of its own: while code is written, servers that start in the same process would not load it.
        using var process = Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath!,
                ["exec", Path.Combine(AppContext.BaseDirectory, "ServerProbe.dll"), "generate", now]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{await output}\n{error}");

        var kept = Read(KeptFolder());
        var needed = Read(now);

        Assert.NotEmpty(needed);
        var stale = kept
            .Keys.Union(needed.Keys)
            .Where(file => kept.GetValueOrDefault(file) != needed.GetValueOrDefault(file))
            .Order(StringComparer.Ordinal);
        Assert.True(
            !stale.Any(),
            $"write the code anew as Negotiations.Server.csproj says; stale: {string.Join(", ", stale)}"
        );
    }

    [Fact]
    public void Needs_no_compiler_in_the_server()
    {
        var packages = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Negotiations.Server.deps.json"));

        Assert.Contains("WolverineFx.Http", packages);
        Assert.DoesNotContain("Microsoft.CodeAnalysis", packages);
    }

    private static Dictionary<string, string> Read(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetRelativePath(folder, file),
                file => File.ReadAllText(file).ReplaceLineEndings("\n")
            );

    private static string KeptFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Negotiations.sln")))
            folder = folder.Parent
                ?? throw new DirectoryNotFoundException("the tests do not lie below Negotiations.sln");
        return Path.Combine(folder.FullName, "src", "Negotiations.Server", "Internal", "Generated");
    }
}
