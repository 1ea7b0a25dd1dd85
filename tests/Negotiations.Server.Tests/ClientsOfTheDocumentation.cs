using System.Diagnostics;
using System.Text.RegularExpressions;
using Negotiations.Coding;

namespace Negotiations.Server.Tests;

/// <summary>The clients in docs/api.md do what they say, where their interpreter is.</summary>
public sealed class ClientsOfTheDocumentation : IAsyncLifetime
{
    private readonly RunningServer server = new() { Own = RunningServer.Settings with { SingleUser = false } };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("clients-");

    public async Task InitializeAsync()
    {
        await server.InitializeAsync();
        foreach (var file in Directory.EnumerateFiles(FindPath("tests", "data", "harbour"), "*.yaml"))
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
    }

    public async Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        await server.DisposeAsync();
    }

    [FactWithProgram("curl")]
    public async Task That_of_curl_records_asks_and_asks_again()
    {
        var output = await RunAsync("bash", "sh", "-e");

        Assert.Contains("\"appended\": 22", output);
        Assert.Contains("\"talks\": \"harbour\"", output);
        Assert.EndsWith("304", output.TrimEnd());
    }

    [FactWithProgram("python3")]
    public async Task That_of_Python_asks_and_keeps_the_answer()
    {
        await RecordHarbourAsync();

        var output = await RunAsync("python3", "python");

        var facts = await server.Http.GetStringAsync("/api/harbour/state?known-by=2031-04-05");
        var keys = Regex.Matches(facts, "\"key\": \"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains(key, output));
        Assert.Contains("the same as before", output);
        Assert.Contains("reports of 2 or more parts", output);
        Assert.Contains("there is no negotiation 'nowhere'", output);
    }

    [FactWithProgram("Rscript", "-e", "library(curl); library(jsonlite)")]
    public async Task That_of_R_asks_and_keeps_the_answer()
    {
        await RecordHarbourAsync();

        var output = await RunAsync("Rscript", "r");

        var facts = await server.Http.GetStringAsync("/api/harbour/state?known-by=2031-04-05");
        var keys = Regex.Matches(facts, "\"key\": \"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains(key, output));
        Assert.Contains("the same as before", output);
        Assert.Contains("there is no negotiation 'nowhere'", output);
    }

    private async Task RecordHarbourAsync()
    {
        var key = await server.AddKeyAsync("desk", [Roles.Coder, Roles.Editor]);
        foreach (
            var (path, name) in new[]
            {
                ("/api/negotiations", "harbour.negotiation.yaml"),
                ("/api/articles", "courier-2031-04-02.yaml"),
                ("/api/articles", "lantern-mail-2031-04-05.yaml"),
            }
        )
        {
            var coded = new SubmittedFile(name, await File.ReadAllTextAsync(Path.Combine(folder.FullName, name)));
            using var response = await server.SendAsync(HttpMethod.Post, path, key, coded);
            Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        }
    }

    // Runs the blocks of a language in the documentation, one after the other, as one program.
    private async Task<string> RunAsync(string program, string language, params string[] options)
    {
        var text = await File.ReadAllTextAsync(FindPath("docs", "api.md"));
        var blocks = Regex.Matches(
            text,
            $"^```{language}\\n(.*?)^```",
            RegexOptions.Singleline | RegexOptions.Multiline
        );
        Assert.NotEmpty(blocks);
        var code = string.Concat(blocks.Select(block => block.Groups[1].Value))
            .Replace(
                "http://localhost:5081",
                server.Http.BaseAddress!.ToString().TrimEnd('/'),
                StringComparison.Ordinal
            );
        var path = Path.Combine(folder.FullName, $"client.{language}");
        await File.WriteAllTextAsync(path, code);
        var start = new ProcessStartInfo(program, [.. options, path])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NEGOTIATIONS_KEY"] = await server.AddKeyAsync("client", [Roles.Coder, Roles.Editor]);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{output}\n{await error}");
        return output;
    }

    private static string FindPath(params string[] parts)
    {
        var place = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(place.FullName, "Negotiations.sln")))
            place = place.Parent ?? throw new DirectoryNotFoundException("the tests do not lie below Negotiations.sln");
        return Path.Combine([place.FullName, .. parts]);
    }
}

/// <summary>A test that needs a program, and is left out where there is none or where what it needs besides is
/// missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithProgramAttribute : FactAttribute
{
    public FactWithProgramAttribute(string program, params string[] trial)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, program))))
            Skip = $"there is no {program} here";
        else if (trial.Length > 0 && !Succeeds(program, trial))
            Skip = $"{program} fails here: {string.Join(' ', trial)}";
    }

    private static bool Succeeds(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
