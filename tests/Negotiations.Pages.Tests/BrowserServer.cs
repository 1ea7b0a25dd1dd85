using Microsoft.Playwright;

namespace Negotiations.Pages.Tests;

/// <summary>The server, and a browser that looks at it.</summary>
public sealed class BrowserServer : IAsyncLifetime
{
    private IPlaywright? playwright;

    /// <summary>The server.</summary>
    public PagesServer Server { get; } = new();

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Program is not { } program)
            return;
        await Server.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu"] }
        );
    }

    public async Task DisposeAsync()
    {
        if (playwright is null)
            return;
        await Browser.DisposeAsync();
        playwright.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>A page of a browser, with what it complained of.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private Visit(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What stands in the console that is no plain message.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens an address as a reader with some habits.</summary>
    public static async Task<Visit> OpenAsync(
        BrowserServer browser,
        string address,
        BrowserNewContextOptions? habits = null
    )
    {
        habits ??= new();
        habits.BaseURL ??= browser.Server.Site;
        var context = await browser.Browser.NewContextAsync(habits);
        var visit = new Visit(context, await context.NewPageAsync());
        visit.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                visit.Complaints.Add($"{message.Type}: {message.Text} ({message.Location})");
        };
        visit.Page.PageError += (_, error) => visit.Complaints.Add(error);
        await visit.Page.GotoAsync(address);
        return visit;
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
