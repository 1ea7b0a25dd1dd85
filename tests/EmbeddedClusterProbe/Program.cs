using Negotiations.Store;

// A process of its own that uses the embedded cluster until its input ends: what it says on its output is read by
// tests.
try
{
    await using (var cluster = await EmbeddedCluster.StartAsync(args[0], null, Console.Error.WriteLine, new Dialog()))
    {
        Console.WriteLine(cluster.ConnectionString);
        Console.In.ReadToEnd();
    }

    return 0;
}
catch (Exception exception) when (exception is ClusterException or PostgresNotFoundException)
{
    Console.Error.WriteLine(exception.Message);
    return 3;
}

internal sealed class Dialog : IDownloadDialog
{
    public Task<bool> AskAsync(string offer, CancellationToken cancellationToken) =>
        Task.FromResult(Environment.GetEnvironmentVariable("PROBE_MAY_DOWNLOAD") == "1");

    public void Report(DownloadStep value) { }
}
