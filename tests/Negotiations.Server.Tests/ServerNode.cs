using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Negotiations.Server.Tests;

/// <summary>The server's own program as a process, one of several on a database.</summary>
internal sealed class ServerNode : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly Task<string> errors;

    private ServerNode(Process process, Uri address)
    {
        this.process = process;
        Http = new() { BaseAddress = address, Timeout = Patience };
        // The logs go to the standard output; what is not read would stop the process.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Asks this node.</summary>
    public HttpClient Http { get; }

    /// <summary>By what Wolverine knows this node.</summary>
    public Guid Id { get; private set; }

    /// <summary>Starts one, and waits until it answers.</summary>
    /// <param name="database">A database that was migrated.</param>
    /// <param name="connection">How it connects; null: as the database says.</param>
    public static async Task<ServerNode> StartAsync(TestDatabase database, string? connection = null)
    {
        var known = await ReadNodesAsync(database);
        var address = new Uri($"http://127.0.0.1:{FindPort()}");
        string[] arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "Negotiations.Server.dll"), "run"];
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Negotiations"] = connection ?? database.ConnectionString;
        start.Environment["URLS"] = $"{address}";
        start.Environment["Negotiations__SingleUser"] = "true";
        start.Environment["Negotiations__HeartbeatAfter"] = "00:00:01";
        start.Environment["Negotiations__ChangesQueue"] = "changes";
        var node = new ServerNode(Process.Start(start)!, address);
        await Until(node.IsReadyAsync, $"the node answers ({address})");
        await Until(
            async () =>
            {
                node.Id = (await ReadNodesAsync(database)).Except(known).FirstOrDefault();
                return node.Id != default;
            },
            "the node is known to the others"
        );
        return node;
    }

    /// <summary>Kills it by SIGKILL.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Asks it to stop by SIGTERM, as an operator does, and waits until it has.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
        Http.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        if (process.HasExited)
            Assert.Fail($"the node has ended: {await errors}");
        try
        {
            using var ready = await Http.GetAsync("/health/ready");
            return ready.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Task Until(Func<Task<bool>> isSo, string what) => RunningServer.UntilAsync(isSo, what);

    private static async Task<IReadOnlyList<Guid>> ReadNodesAsync(TestDatabase database) =>
        await database.QueryAsync<Guid[]>("select coalesce(array_agg(id), '{}') from wolverine.wolverine_nodes");

    private static int FindPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
