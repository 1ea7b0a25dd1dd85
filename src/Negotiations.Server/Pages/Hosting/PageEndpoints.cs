namespace Negotiations.Server.Pages;

/// <summary>The pages: every state of every negotiation has an address.</summary>
internal static partial class PageEndpoints
{
    private const string Html = "text/html; charset=utf-8";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(WebApplication app)
    {
        // As a RequestDelegate, for which its form would do as well, what it gives would be dropped.
        app.MapMethods("/", Reading, (Delegate)ShowIndexAsync);
        app.MapMethods("/assets/{hash}/{file}", Reading, PageAssets.Find);
        app.MapMethods($"/{{talks}}/{StepAddress.Word}", Reading, GoAsync);
        app.MapMethods("/{talks}/{**rest}", Reading, ShowAsync);
    }

    private static Task<IResult> ShowIndexAsync(HttpContext context) => AnswerAsync(context, async services =>
        {
            RefuseParameters(context.Request);
            var head = await services.Store.ReadHeadAsync(context.RequestAborted);
            var tag = AnswerTag.Create(head.Proven, "/");
            return await KeepAsync(context, services, tag, isForEver: false, async () =>
                await services.Renderer.RenderAsync<IndexPage>(
                    await IndexContent.ReadAsync(services.Store, head.Settled, context.RequestAborted)
                )
            );
        });

    private static Task<IResult> GoAsync(HttpContext context, string talks) => AnswerAsync(context, async services =>
        {
            if (ReservedWords.Has(talks))
                return Results.NotFound();
            var to = await StepAddress.FindAsync(
                context.Request,
                talks,
                services.Store,
                services.States,
                context.RequestAborted
            );
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Headers.Location = to.Path;
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        });

    private static Task<IResult> ShowAsync(HttpContext context, string talks, string? rest) =>
        ReservedWords.Has(talks) ? Task.FromResult(Results.NotFound()) : AnswerAsync(context, async services =>
            {
                RefuseForbidden($"{talks}/{rest}");
                var parameters = new Parameters(context.Request, "fact", "columns", "page");
                var address = PageAddress.Parse(talks, rest, parameters["fact"]);
                context.Items[typeof(PageAddress)] = address;
                var page = await PageContext.ReadAsync(
                    services.Store,
                    address,
                    $"{context.Request.Scheme}://{context.Request.Host}",
                    services.Texts,
                    services.States,
                    context.RequestAborted
                );
                if (page.IsFixed)
                    AnswerTag.RefuseLost(context.Request, page.Proven);
                // What its checks come to can change without anything being recorded.
                if (address.View == PageView.Audit)
                {
                    context.Response.Headers.CacheControl = "no-store";
                    return Results.Bytes(
                        await RenderAsync(services.Renderer, page, parameters, context.RequestAborted),
                        Html
                    );
                }

                return await KeepAsync(
                    context,
                    services,
                    PageTag.Create(page, $"{context.Request.Path}{context.Request.QueryString}"),
                    page.IsFixed && !page.Quotes,
                    () => RenderAsync(services.Renderer, page, parameters, context.RequestAborted)
                );
            });

    private static async Task<byte[]> RenderAsync(
        PageRenderer renderer,
        PageContext page,
        Parameters parameters,
        CancellationToken cancellationToken
    ) =>
        page.Address.View switch
        {
            PageView.Fact => await renderer.RenderAsync<FactPage>(await FactContent.ReadAsync(page, cancellationToken)),
            PageView.Compare => await renderer.RenderAsync<ComparePage>(
                await CompareContent.ReadAsync(
                    page,
                    parameters["columns"] == "2",
                    parameters["page"],
                    cancellationToken
                )
            ),
            PageView.Positions => await renderer.RenderAsync<PositionsPage>(
                await PositionsContent.ReadAsync(page, cancellationToken)
            ),
            PageView.Timeline => await renderer.RenderAsync<TimelinePage>(
                await TimelineContent.ReadAsync(page, parameters["page"], cancellationToken)
            ),
            PageView.Articles when page.Address.Arguments.Count > 0 => await renderer.RenderAsync<ArticlePage>(
                await ArticleContent.ReadAsync(page, cancellationToken)
            ),
            PageView.Articles => await renderer.RenderAsync<ArticlesPage>(
                await ArticlesContent.ReadAsync(page, parameters["page"], cancellationToken)
            ),
            PageView.Corrections => await renderer.RenderAsync<CorrectionsPage>(
                await CorrectionsContent.ReadAsync(page, parameters["page"], cancellationToken)
            ),
            PageView.Sources => await renderer.RenderAsync<SourcesPage>(
                await SourcesContent.ReadAsync(page, cancellationToken)
            ),
            PageView.Audit => await renderer.RenderAsync<AuditPage>(
                await AuditContent.ReadAsync(page, cancellationToken)
            ),
            _ => await renderer.RenderAsync<StatePage>(
                await StateContent.ReadAsync(page, parameters["page"], cancellationToken)
            ),
        };

    // The tag is compared before anything is computed.
    private static async Task<IResult> KeepAsync(
        HttpContext context,
        PageServices services,
        string tag,
        bool isForEver,
        Func<Task<byte[]>> render
    )
    {
        PageHeaders.Keep(context.Response, tag, isForEver);
        if (PageHeaders.Has(context.Request, tag))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return Results.Bytes(await services.Pages.RenderAsync(tag, render), Html);
    }

    // Whoever reads a page is told on a page what went wrong.
    private static async Task<IResult> AnswerAsync(HttpContext context, Func<PageServices, Task<IResult>> answer)
    {
        var services = context.RequestServices.GetRequiredService<PageServices>();
        PageHeaders.Protect(context.Response);
        try
        {
            return await answer(services);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var problem = Problems.Describe(exception);
            if (problem.Status >= StatusCodes.Status500InternalServerError)
                LogFailure(services.Log, context.Request.Method, exception);
            PageHeaders.Protect(context.Response);
            context.Response.Headers.ETag = default;
            context.Response.Headers.CacheControl = "no-store";
            if (problem.Status == StatusCodes.Status503ServiceUnavailable)
                context.Response.Headers.RetryAfter = Problems.RetryAfter;
            context.Response.StatusCode = problem.Status!.Value;
            return Results.Bytes(
                await services.Renderer.RenderAsync<FailurePage>(
                    FailureContent.From(problem, exception, context.Items[typeof(PageAddress)] as PageAddress)
                ),
                Html
            );
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "a page could not be made ({Method})")]
    private static partial void LogFailure(ILogger log, string method, Exception exception);

    private static void RefuseParameters(HttpRequest request) => _ = new Parameters(request);

    private static void RefuseForbidden(string text)
    {
        if (ForbiddenCharacters.FindProblem(text) is { } problem)
            throw new WrongParameterException("address", $"the address {problem}");
    }
}

/// <summary>What pages are made with.</summary>
internal sealed class PageServices(
    MartenEventStore store,
    IServiceProvider services,
    ILoggerFactory logs,
    ServerSettings settings
) : IDisposable
{
    public MartenEventStore Store => store;

    public RecentStates States { get; } = new(settings.LargeFrom);

    public RecentPages Pages { get; } = new();

    public PageRenderer Renderer { get; } = new(services, logs);

    public HeldTexts? Texts { get; } =
        settings.ArticlesFolder is { Length: > 0 } folder ? new(new ArticleTextFolder(folder)) : null;

    public ILogger Log { get; } = logs.CreateLogger("Negotiations.Pages");

    public void Dispose()
    {
        States.Dispose();
        Pages.Dispose();
    }
}
