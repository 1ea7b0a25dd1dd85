using System.Net;
using System.Text;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Negotiations.Server;
using Npgsql;

namespace Negotiations.Pages.Tests;

/// <summary>A server with the invented dispute about a harbour, its texts and two corrections.</summary>
public class PagesServer : IAsyncLifetime
{
    public const string Talks = "harbour";

    private TestDatabase database = null!;
    private NpgsqlDataSource dataSource = null!;
    private WebApplication app = null!;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>Where it is, without a slash at the end.</summary>
    public string Site => app.Urls.First();

    /// <summary>How it is set.</summary>
    protected virtual ServerSettings Settings => Usual;

    /// <summary>How such a server is set where nothing else is wanted.</summary>
    protected static ServerSettings Usual { get; } =
        new()
        {
            SingleNode = true,
            SingleUser = true,
            ArticlesFolder = Path.Combine(DataFolder("harbour"), "texts"),
        };

    /// <summary>The documents that it keeps.</summary>
    public IDocumentStore Documents => app.Services.GetRequiredService<IDocumentStore>();

    /// <summary>The last position of the record when all was taken in.</summary>
    public long Position { get; private set; }

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        var settings = Settings;
        await using (var owner = NpgsqlDataSource.Create(database.ConnectionString))
            await ServerMigration.RunAsync(CreateBuilder(), settings, owner);
        dataSource = await ProgramConnections.CreateAsync(database.ConnectionString);
        app = await NegotiationServer.BuildAsync(CreateBuilder(), settings, dataSource);
        await app.StartAsync();
        Http = CreateClient();
        await PrepareAsync();
        foreach (
            var file in Directory
                .GetFiles(DataFolder("harbour"), "*.yaml")
                .OrderBy(IsArticle)
                .ThenBy(Path.GetFileName, StringComparer.Ordinal)
        )
            await PostAsync(
                IsArticle(file) ? "/api/articles" : "/api/negotiations",
                "application/yaml",
                await File.ReadAllTextAsync(file)
            );
        await PostAsync(
            "/api/corrections",
            "application/json",
            """
            {"event": "courier-2031-04-02#shipping-warning",
             "correction": {"by": "coder", "reason": "<script>alert(1)</script> misread", "retract": true}}
            """
        );
        await PostAsync(
            "/api/corrections",
            "application/json",
            """
            {"event": "courier-2031-04-02#first-session",
             "correction": {"by": "publisher", "reason": "the notice gives another hall",
               "noticePublished": "2031-04-03T12:00", "noticeReference": "page 2",
               "changes": [{"group": "amend", "field": "summary", "value": "A first session is set, by the notice."}]}}
            """
        );
        Position = await database.QueryAsync<long>("select max(position) from public.negotiations_record");
    }

    /// <summary>What is done before anything is taken in.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Somebody who asks it, and follows no redirection.</summary>
    public HttpClient CreateClient() =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(Site) };

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await dataSource.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>How the owner of the database connects.</summary>
    public string OwnersConnection => database.ConnectionString;

    /// <summary>The store, as the server reads it.</summary>
    public Task<MartenEventStore> OpenStoreAsync() => MartenEventStore.OpenExistingAsync(dataSource);

    /// <summary>A page, with its status.</summary>
    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
    {
        using var response = await Http.GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>A page that is there.</summary>
    public async Task<string> ReadAsync(string path)
    {
        var (status, html) = await GetAsync(path);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {status} {html}");
        return html;
    }

    /// <summary>Takes a definition, an article or a correction in.</summary>
    public async Task PostAsync(string path, string type, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await Http.PostAsync(path, content);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {await response.Content.ReadAsStringAsync()}");
    }

    /// <summary>A folder of the data of the tests.</summary>
    public static string DataFolder(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Negotiations.sln")))
            folder = folder.Parent
                ?? throw new DirectoryNotFoundException("the tests do not lie below Negotiations.sln");
        return Path.Combine(folder.FullName, "tests", "data", name);
    }

    private static bool IsArticle(string file) => !file.EndsWith(".negotiation.yaml", StringComparison.Ordinal);

    private static WebApplicationBuilder CreateBuilder()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }
}

/// <summary>The tests that share one server.</summary>
[CollectionDefinition(Name)]
public sealed class OneServer : ICollectionFixture<PagesServer>
{
    public const string Name = "one server";
}
