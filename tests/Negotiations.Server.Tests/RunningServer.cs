using System.Net;
using System.Text;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Negotiations.Coding;
using Npgsql;
using Wolverine;

namespace Negotiations.Server.Tests;

/// <summary>The server as it runs, on a database of its own.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    public const string MessagesUnderWay = """
        select (select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Incoming')
             + (select count(*) from wolverine.wolverine_outgoing_envelopes)
        """;

    // Long enough for a slow and busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private NpgsqlDataSource dataSource = null!;
    private NpgsqlDataSource? standbys;
    private WebApplication app = null!;

    public TestDatabase Database { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>What the server is made of.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Gets everything that the server logs; null: nobody does.</summary>
    internal ILoggerProvider? Logs { get; init; }

    /// <summary>The server as tests want it: what others wait for minutes comes at once.</summary>
    public static ServerSettings Settings { get; } =
        new()
        {
            SingleNode = true,
            SingleUser = true,
            ChangesQueue = "changes",
            CheckAgainAfter = TimeSpan.FromSeconds(1),
            RetryAfter = [TimeSpan.FromMilliseconds(200)],
            HeartbeatAfter = TimeSpan.FromSeconds(1),
            MostListeners = 20,
            MostReportsOfAHistory = 150,
        };

    /// <summary>What this server is told.</summary>
    public ServerSettings Own { get; init; } = Settings;

    /// <summary>How to connect to the server of the database; null: to that of the test run.</summary>
    public string? DatabaseServer { get; init; }

    /// <summary>The hosts among which the primary is looked for; null: the one of the database.</summary>
    public string? Hosts { get; init; }

    public async Task InitializeAsync()
    {
        Database = await (
            DatabaseServer is null ? TestDatabase.CreateAsync() : TestDatabase.CreateAsync(DatabaseServer)
        );
        await MigrateAsync(Database);
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        // On a server of the test's own it goes with that.
        if (DatabaseServer is null)
            await Database.DisposeAsync();
        else
            await Database.DataSource.DisposeAsync();
    }

    public static async Task MigrateAsync(TestDatabase database)
    {
        await using var owner = NpgsqlDataSource.Create(database.ConnectionString);
        await ServerMigration.RunAsync(Builder(), Settings, owner);
    }

    public Task StartAsync() => StartAsync(Own);

    public async Task StartAsync(ServerSettings settings)
    {
        var connection = new NpgsqlConnectionStringBuilder(Database.ConnectionString);
        connection.Host = Hosts ?? connection.Host;
        dataSource = await ProgramConnections.CreateAsync(connection.ConnectionString);
        standbys = ProgramConnections.CreateForStandbys(connection.ConnectionString);
        var builder = Builder();
        if (Logs is not null)
            builder.Logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Trace);
        app = await NegotiationServer.BuildAsync(builder, settings, dataSource, standbys);
        await app.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = Patience };
    }

    public async Task StopAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await dataSource.DisposeAsync();
        if (standbys is not null)
            await standbys.DisposeAsync();
    }

    /// <summary>Hands a coded file in; gives the status and what was said.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, SubmittedFile coded)
    {
        using var content = new StringContent(coded.Text, Encoding.UTF8, "application/yaml");
        return await ReadAsync(await Http.PostAsync($"{path}?file={coded.File}", content));
    }

    /// <summary>Sends any body.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string type, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await ReadAsync(await Http.PostAsync(path, content));
    }

    /// <summary>Hands a coded file in, which is taken in.</summary>
    public async Task TakeInAsync(string path, SubmittedFile coded)
    {
        var (status, body) = await PostAsync(path, coded);
        Assert.True(status == HttpStatusCode.OK, body);
    }

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path) =>
        await ReadAsync(await Http.GetAsync(path));

    /// <summary>Makes a key; gives its text.</summary>
    public Task<string> AddKeyAsync(string name, IReadOnlyList<string> roles, string? negotiation = null) =>
        ApiKeys.AddAsync(
            app.Services.GetRequiredService<IDocumentStore>(),
            name,
            roles,
            negotiation,
            CancellationToken.None
        );

    /// <summary>Sends anything with a key; null: without one.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? key = null,
        SubmittedFile? coded = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (coded is not null)
            request.Content = new StringContent(
                coded.Text,
                Encoding.UTF8,
                coded.Text.StartsWith('{') ? "application/json" : "application/yaml"
            );
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Sends a message that nobody waits for.</summary>
    public async Task SendAsync(object message)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().SendAsync(message);
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        for (var end = DateTime.UtcNow + Patience; !await isSo(); await Task.Delay(50))
            if (DateTime.UtcNow > end)
                Assert.Fail($"it never came to this: {what}");
    }

    /// <summary>Waits until a number is reached.</summary>
    public Task UntilCountAsync(long count, string sql) =>
        UntilAsync(async () => await Database.QueryAsync<long>(sql) == count, $"{sql} is {count}");

    /// <summary>
    /// Waits until every message is carried out or a dead letter; those that wait for their time do not count.
    /// </summary>
    public Task UntilQuietAsync() => UntilCountAsync(0, MessagesUnderWay);

    /// <summary>How many messages of changes of some talks have left.</summary>
    public Task<long> CountOfMessagesAsync(string talks) =>
        Database.QueryAsync<long>(
            "select count(*) from wolverine.wolverine_queue_changes "
                + $"where position(convert_to('{talks}', 'UTF8') in body) > 0"
        );

    /// <summary>A web application that says nothing and listens on a free port.</summary>
    public static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }

    private static async Task<(HttpStatusCode Status, string Body)> ReadAsync(HttpResponseMessage response)
    {
        using (response)
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
