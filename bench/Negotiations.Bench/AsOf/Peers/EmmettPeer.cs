using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Negotiations.Bench;

/// <summary>
/// Emmett on the same server, by a script of Node.js in <c>bench/emmett</c>: as many events of the same size.
/// </summary>
internal sealed class EmmettPeer(BenchDatabase database, int size, Figures figures, TimeSpan limit)
{
    public const string Round = "Emmett: a round as of a version, from its own stream";

    public async Task TakeAsync(RoundText round)
    {
        if (FindFolder() is not { } folder)
        {
            Console.Error.WriteLine("  Emmett is left out: install its packages by `npm ci` in bench/emmett");
            return;
        }

        using var script = Process.Start(
            new ProcessStartInfo("node")
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                ArgumentList =
                {
                    "asof.js",
                    FormatAddress(),
                    Format(size),
                    Format(round.BytesOfEvent),
                    Format(round.Events),
                    Format((int)limit.TotalSeconds),
                },
            }
        )!;
        while (await script.StandardOutput.ReadLineAsync() is { } line)
            Add(JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web)!);
        await script.WaitForExitAsync();
        if (script.ExitCode != 0)
            throw new InvalidOperationException($"the script in {folder} ended with exit code {script.ExitCode}");
    }

    private void Add(Line line)
    {
        if (line.PerSecond is { } perSecond)
        {
            figures.Add(AsOfMeasurement.Filling, "Emmett: everything, in streams of articles", size, perSecond);
            return;
        }

        var samples = new Samples();
        foreach (var time in line.Times ?? [])
            samples.Add(TimeSpan.FromMilliseconds(time));
        var table = line.What.EndsWith("committed", StringComparison.Ordinal)
            ? AsOfMeasurement.Writes
            : AsOfMeasurement.Questions;
        figures.Add(table, $"Emmett: {line.What}", size, samples);
    }

    // The folder of the repository in which this program was built.
    private static string? FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var emmett = Path.Combine(folder.FullName, "bench", "emmett");
            if (Directory.Exists(Path.Combine(emmett, "node_modules")))
                return emmett;
        }

        return null;
    }

    // A host that is a folder is one with a socket in it, which an address has at its end.
    private string FormatAddress()
    {
        var parts = new NpgsqlConnectionStringBuilder(database.Connection);
        var password = parts.Password is { Length: > 0 } secret ? $":{Uri.EscapeDataString(secret)}" : "";
        var isSocket = parts.Host!.StartsWith('/');
        return $"postgresql://{Uri.EscapeDataString(parts.Username!)}{password}"
            + $"@{(isSocket ? "localhost" : parts.Host)}:{parts.Port}/{parts.Database}"
            + (isSocket ? $"?host={Uri.EscapeDataString(parts.Host)}" : "");
    }

    private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A line of what the script prints.</summary>
    private sealed record Line(string What, double? PerSecond, IReadOnlyList<double>? Times);
}
