using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Negotiations.Bench;

/// <summary>
/// Clients ask a server that runs elsewhere for states of random rounds at random times: <c>load URL TALKS</c>. Each
/// begins a question every so often, whether or not the server is slow, so that a slow server is not asked less.
/// </summary>
internal static class ServerLoad
{
    private const string Usage =
        "Negotiations.Bench load URL TALKS [--clients NUMBER] [--seconds NUMBER] [--every MILLISECONDS] "
        + "[--of api|pages] [--times NUMBER]";

    // Times of an answer differ by an order of magnitude or two; what comes first is compiled.
    private const int QuestionsToWarmUp = 200;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var url, var talks, .. var rest] || ReadOptions(rest) is not { } options)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = options.Clients })
        {
            BaseAddress = new(url),
            Timeout = TimeSpan.FromMinutes(10),
        };
        var addresses = await DrawAddressesAsync(http, talks, options);
        foreach (var address in addresses.Take(QuestionsToWarmUp))
            using (await http.GetAsync(address)) { }
        var load = new Load(http, addresses, options);
        await load.RunAsync();
        Console.WriteLine(load.Describe());
        return load.Errors == 0 ? 0 : 1;
    }

    private static LoadOptions? ReadOptions(string[] arguments)
    {
        var options = new LoadOptions();
        foreach (var pair in arguments.Chunk(2))
        {
            if (pair is ["--of", "api" or "pages"])
                options = options with { OfPages = pair[1] == "pages" };
            else if (pair is [var name, var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var number))
                options = name switch
                {
                    "--clients" => options with { Clients = number },
                    "--seconds" => options with { Seconds = number },
                    "--every" => options with { Every = number },
                    "--times" => options with { Times = number },
                    _ => null,
                };
            else
                return null;
            if (options is null)
                return null;
        }

        return options;
    }

    // A round, and a time at which something of it was known.
    private static async Task<IReadOnlyList<string>> DrawAddressesAsync(
        HttpClient http,
        string talks,
        LoadOptions options
    )
    {
        using var state = await JsonDocument.ParseAsync(await http.GetStreamAsync($"/api/{talks}/state"));
        var facts = state
            .RootElement.GetProperty("facts")
            .EnumerateArray()
            .Select(fact =>
                (
                    Round: fact.GetProperty("key").GetString()!.Split('/')[0],
                    Known: fact.GetProperty("knownFrom").GetString()!
                )
            )
            .ToList();
        var random = new Random(1);
        return
        [
            .. Enumerable
                .Range(0, options.Times)
                .Select(_ => facts[random.Next(facts.Count)])
                .Select(fact =>
                    options.OfPages
                        ? $"/{talks}/at/{Uri.EscapeDataString(fact.Known)}/round/{fact.Round}"
                        : $"/api/{talks}/state?facts={fact.Round}/&known-by={Uri.EscapeDataString(fact.Known)}"
                ),
        ];
    }

    private sealed record LoadOptions(
        int Clients = 32,
        int Seconds = 30,
        int Every = 1_000,
        int Times = 100_000,
        bool OfPages = false
    );

    private sealed class Load(HttpClient http, IReadOnlyList<string> addresses, LoadOptions options)
    {
        private readonly Samples samples = new();
        private readonly Dictionary<HttpStatusCode, int> failures = [];
        private int next = QuestionsToWarmUp;
        private long bytes;

        public int Errors => failures.Values.Sum();

        public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, options.Clients).Select(AskAsync));

        public string Describe()
        {
            var failed = string.Concat(failures.Select(failure => $", {(int)failure.Key}: {failure.Value}"));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{samples.Count} answers in {options.Seconds} s by {options.Clients} clients, one each every "
                    + $"{options.Every} ms, {bytes / Math.Max(1, samples.Count) / 1000} kB each\n"
                    + $"median {samples.Median.TotalMilliseconds:F1} ms, 95th percentile "
                    + $"{samples.Percentile95.TotalMilliseconds:F1} ms, 99th "
                    + $"{samples.Percentile99.TotalMilliseconds:F1} ms\n{Errors} errors{failed}"
            );
        }

        private async Task AskAsync(int client)
        {
            var begin = Stopwatch.GetTimestamp();
            var turn = TimeSpan.FromMilliseconds(options.Every);
            // The clients do not ask all at once.
            var due = turn * client / options.Clients;
            for (; due.TotalSeconds < options.Seconds; due += turn)
            {
                var early = due - Stopwatch.GetElapsedTime(begin);
                if (early > TimeSpan.Zero)
                    await Task.Delay(early);
                var address = addresses[Interlocked.Increment(ref next) % addresses.Count];
                var asked = Stopwatch.GetTimestamp();
                using var response = await http.GetAsync(address);
                var content = await response.Content.ReadAsByteArrayAsync();
                lock (failures)
                {
                    if (response.StatusCode != HttpStatusCode.OK)
                        failures[response.StatusCode] = failures.GetValueOrDefault(response.StatusCode) + 1;
                }

                Interlocked.Add(ref bytes, content.Length);
                samples.Add(Stopwatch.GetElapsedTime(asked));
            }
        }
    }
}
