namespace Negotiations.Store;

/// <summary>A private PostgreSQL server, from binaries on this machine, for as long as somebody uses it.</summary>
/// <remarks>
/// Several processes, and several users within one, share the server: the first starts it, the last one to leave stops
/// it. A process that is killed leaves it running for the next one to find. The library that fetches PostgreSQL has a
/// server too, but that does not run as root, ends with the process that started it although others use it, and takes
/// any process of the name for its server.
/// </remarks>
public sealed class EmbeddedCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private static readonly IReadOnlyDictionary<string, string> NoSettings = new Dictionary<string, string>();

    private readonly ClusterFolder folder;
    private readonly ClusterServer server;
    private readonly Action<string>? progress;
    private FileStream? user;

    private EmbeddedCluster(ClusterFolder folder, ClusterServer server, Action<string>? progress) =>
        (this.folder, this.server, this.progress) = (folder, server, progress);

    /// <summary>The folder of the server and its data.</summary>
    public string Folder => folder.Path;

    /// <summary>How to connect to the database of the store.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Starts the server, or attaches to it where it runs; makes its data at the first start.</summary>
    /// <param name="dataFolder">The folder for its data; null for <see cref="DataFolder.Default"/>.</param>
    /// <param name="extraSettings">Settings of the server beside its own, by name.</param>
    /// <param name="progress">Is told what takes time, in one line each.</param>
    /// <param name="dialog">Is asked whether PostgreSQL may be fetched where there is none; null: it may not.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="PostgresNotFoundException">This machine has no PostgreSQL that can hold a store.</exception>
    /// <exception cref="ClusterException">The cluster cannot be made or started; the message says why.</exception>
    public static async Task<EmbeddedCluster> StartAsync(
        string? dataFolder = null,
        IReadOnlyDictionary<string, string>? extraSettings = null,
        Action<string>? progress = null,
        IDownloadDialog? dialog = null,
        CancellationToken cancellationToken = default
    )
    {
        dataFolder = Path.GetFullPath(dataFolder ?? DataFolder.Default);
        try
        {
            return await StartInAsync(dataFolder, extraSettings ?? NoSettings, progress, dialog, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ClusterException(
                $"the data of the store cannot be kept in {dataFolder}: {exception.Message} Name another place with "
                    + DataFolder.Variable
            );
        }
    }

    private static async Task<EmbeddedCluster> StartInAsync(
        string dataFolder,
        IReadOnlyDictionary<string, string> extraSettings,
        Action<string>? progress,
        IDownloadDialog? dialog,
        CancellationToken cancellationToken
    )
    {
        var serverUser = await ServerAccount.FindAsync(cancellationToken);
        var (folder, binaries) = await ClusterSelection.ChooseAsync(dataFolder, FetchAsync, cancellationToken);
        await ClusterCreation.PrepareFolderAsync(folder, serverUser, cancellationToken);
        var cluster = new EmbeddedCluster(folder, new ClusterServer(folder, binaries, serverUser), progress);
        try
        {
            await using var startup = await cluster.LockStartupAsync(cancellationToken);
            // Whoever would hold it exclusively has the startup lock too, so it is free now.
            cluster.user = FileLock.TryShared(folder.UsersLock)
                ?? throw new ClusterException($"{folder.UsersLock} is locked by another program: close that");
            if (!folder.IsCreated)
            {
                progress?.Invoke($"making a private PostgreSQL {folder.Major} database in {folder.Path} (once)");
                await ClusterCreation.CreateAsync(folder, binaries, serverUser, cancellationToken);
            }

            cluster.ConnectionString = await cluster.server.RunAsync(extraSettings, progress, cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }

        async Task<PostgresBinaries?> FetchAsync(int? major) =>
            dialog is null
                ? null
                : await new PostgresDownload(dataFolder, serverUser).FetchAsync(
                    major,
                    dialog,
                    progress,
                    cancellationToken
                );
    }

    /// <summary>Leaves the server; the last one to leave stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref user, null) is not { } mine)
            return;
        await using var startup = await LockStartupAsync(CancellationToken.None);
        await mine.DisposeAsync();
        await using var alone = FileLock.TryExclusive(folder.UsersLock);
        if (alone is null)
            return;
        if (await server.StopAsync(CancellationToken.None) is { } problem)
            progress?.Invoke(problem);
    }

    private async Task<FileStream> LockStartupAsync(CancellationToken cancellationToken)
    {
        for (var deadline = DateTime.UtcNow + Patience; ; )
        {
            if (FileLock.TryExclusive(folder.StartupLock) is { } startup)
                return startup;
            if (DateTime.UtcNow > deadline)
            {
                throw new ClusterException(
                    $"another process has been starting or stopping the PostgreSQL server in {folder.Path} for "
                        + $"{Patience.TotalMinutes} minutes: end that process, or wait for it, and try again"
                );
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
