using Negotiations.Store;

namespace Negotiations.Bench;

/// <summary>
/// The server on which everything is measured: a given one, or a private one that is removed afterwards.
/// </summary>
public sealed class BenchServer : IAsyncDisposable
{
    private readonly EmbeddedCluster? cluster;
    private readonly string? folder;

    private BenchServer(string connection, EmbeddedCluster? cluster = null, string? folder = null) =>
        (Connection, this.cluster, this.folder) = (connection, cluster, folder);

    public string Connection { get; }

    /// <summary>Takes the server of a connection, or starts one where there is none.</summary>
    public static async Task<BenchServer> StartAsync(string? connection)
    {
        if (connection is not null)
            return new(connection);
        // Not a temporary folder by the runtime's own function: as root the server runs as somebody else, who must get
        // in.
        var folder = Path.Combine(Path.GetTempPath(), $"negotiations-bench-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        var cluster = await EmbeddedCluster.StartAsync(folder);
        return new(cluster.ConnectionString, cluster, folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
            await cluster.DisposeAsync();
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
    }
}
