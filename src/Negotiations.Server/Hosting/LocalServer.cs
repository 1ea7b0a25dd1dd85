using System.Net;
using System.Net.Sockets;
using Marten;
using Npgsql;

namespace Negotiations.Server;

/// <summary>The server as a command starts it: on a store that is open, for those on this machine.</summary>
public sealed class LocalServer : IAsyncDisposable
{
    // As in appsettings.json.
    private const int FirstPort = 5081;

    private const int MostPorts = 100;

    private readonly WebApplication app;
    private readonly NpgsqlDataSource dataSource;

    private LocalServer(WebApplication app, NpgsqlDataSource dataSource) =>
        (this.app, this.dataSource) = (app, dataSource);

    /// <summary>Where it listens.</summary>
    public IReadOnlyCollection<string> Addresses => [.. app.Urls];

    /// <summary>Starts it; it answers when this returns.</summary>
    /// <param name="opened">The store; the private one is migrated where that is needed.</param>
    /// <param name="options">How it is started.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="NotMigratedException">A database that is not the private one lacks a table.</exception>
    /// <exception cref="WrongInputException">It cannot listen where it is to.</exception>
    public static async Task<LocalServer> StartAsync(
        OpenedStore opened,
        LocalServerOptions options,
        CancellationToken cancellationToken = default
    )
    {
        // Whoever has the private store is its only user. On this machine they need no key.
        var settings = new ServerSettings
        {
            SingleNode = opened.IsPrivate,
            SingleUser = options.Urls is null || Listening.IsLoopback(options.Urls),
            ArticlesFolder = options.ArticlesFolder,
        };
        if (opened.IsPrivate || options.IsMigrating)
            await MigrateAsync(opened.ConnectionString, settings, cancellationToken);
        var dataSource = await ProgramConnections.CreateAsync(opened.ConnectionString, cancellationToken);
        try
        {
            var builder = CreateBuilder(options.Urls ?? $"http://127.0.0.1:{FindPort()}");
            var app = await NegotiationServer.BuildAsync(
                builder,
                settings,
                dataSource,
                cancellationToken: cancellationToken
            );
            try
            {
                await app.StartAsync(cancellationToken);
                return new(app, dataSource);
            }
            catch (IOException exception)
            {
                await app.DisposeAsync();
                throw new WrongInputException($"--urls: {exception.Message}", exception);
            }
        }
        catch
        {
            await dataSource.DisposeAsync();
            throw;
        }
    }

    /// <summary>Changes the keys of a store, or looks at them, without a server.</summary>
    /// <param name="opened">The store; the private one is migrated where that is needed.</param>
    /// <param name="change">What is done with them.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="NotMigratedException">A database that is not the private one lacks a table.</exception>
    /// <exception cref="WrongInputException">There is no such key or role, or the name cannot be one.</exception>
    public static async Task ChangeKeysAsync(
        OpenedStore opened,
        Func<IDocumentStore, CancellationToken, Task> change,
        CancellationToken cancellationToken = default
    )
    {
        var settings = new ServerSettings { SingleNode = opened.IsPrivate };
        if (opened.IsPrivate)
            await MigrateAsync(opened.ConnectionString, settings, cancellationToken);
        var builder = CreateBuilder("http://127.0.0.1:0");
        try
        {
            await ApiKeys.ChangeAsync(builder, opened.ConnectionString, settings, change, cancellationToken);
        }
        catch (ArgumentException exception)
        {
            throw new WrongInputException(exception.Message, exception);
        }
    }

    /// <summary>Answers until it is cancelled, then finishes what is under way.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await dataSource.DisposeAsync();
    }

    private static async Task MigrateAsync(
        string connection,
        ServerSettings settings,
        CancellationToken cancellationToken
    )
    {
        await using var owner = ProgramConnections.CreateForOwner(connection);
        try
        {
            await ServerMigration.RequireAsync(owner, settings, cancellationToken);
        }
        catch (NotMigratedException)
        {
            await ServerMigration.RunAsync(CreateBuilder("http://127.0.0.1:0"), settings, owner, cancellationToken);
        }
    }

    // The output of a command is for its results: what goes wrong is told beside it.
    private static WebApplicationBuilder CreateBuilder(string urls)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Configuration.AddInMemoryCollection([
            new("Logging:LogLevel:Negotiations", nameof(LogLevel.Warning)),
            new("Logging:LogLevel:Microsoft.Hosting.Lifetime", nameof(LogLevel.Warning)),
        ]);
        // Elsewhere whoever records needs a key, and asks by whatever name this machine has there.
        if (!Listening.IsLoopback(urls))
            Listening.RequireHosts(builder.Configuration, Listening.ListHosts(urls));
        builder.WebHost.UseUrls(urls.Split([';', ' '], StringSplitOptions.RemoveEmptyEntries));
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return builder;
    }

    private static int FindPort() => Enumerable.Range(FirstPort, MostPorts).FirstOrDefault(IsFree, 0);

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

/// <summary>How a server is started by a command.</summary>
/// <param name="Urls">Where it listens, several apart by semicolons; null: on loopback, at the first port from 5081 on
/// that is free.</param>
/// <param name="ArticlesFolder">A folder with texts of articles, from which pages quote sentences; null for
/// none.</param>
/// <param name="IsMigrating">Whether tables that are missing in a database are made; in the private store they always
/// are.</param>
public sealed record LocalServerOptions(string? Urls, string? ArticlesFolder, bool IsMigrating);
