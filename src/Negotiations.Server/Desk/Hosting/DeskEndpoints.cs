using Microsoft.AspNetCore.Antiforgery;
using Negotiations.Server.Pages;

namespace Negotiations.Server.Desk;

/// <summary>The desk: pages on which somebody codes, reviews, records and corrects.</summary>
internal static partial class DeskEndpoints
{
    private const string Html = "text/html; charset=utf-8";

    private static readonly string[] Coders = [Roles.Coder];
    private static readonly string[] Editors = [Roles.Editor];

    /// <summary>Adds what forms need.</summary>
    public static void Add(IServiceCollection services, ServerSettings settings)
    {
        // That the keys are not encrypted in the database docs/server.md says once.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddAntiforgery(options =>
        {
            options.Cookie = new FormCookie(isSecure: !settings.SingleUser)
            {
                Name = "negotiations-form",
                SameSite = SameSiteMode.Strict,
                HttpOnly = true,
                SecurePolicy = CookieSecurePolicy.None,
            };
            options.HeaderName = null;
            options.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>The pages, each with the roles of those who may use it; none: everybody.</summary>
    public static IReadOnlyList<DeskRoute> Routes { get; } =
    [
        new("GET", "/desk/sign-in", null, SignIn.ShowAsync),
        new("POST", "/desk/sign-in", null, SignIn.SendAsync),
        new("POST", "/desk/sign-out", null, SignIn.EndAsync),
        new("GET", "/desk/sign-in/organisation", null, SignIn.AskOrganisationAsync),
        new("GET", "/desk/welcome", null, SignIn.WelcomeAsync),
        new("GET", "/desk", [Roles.Coder, Roles.Editor], DeskOverview.ShowAsync),
        new("GET", "/desk/begin", Coders, BeginArticle.ShowAsync),
        new("POST", "/desk/begin", Coders, BeginArticle.SendAsync),
        new("GET", "/desk/drafts/{draft}", Coders, CodeArticle.ShowAsync),
        new("POST", "/desk/drafts/{draft}/report", Coders, CodeArticle.SaveReportAsync),
        new("POST", "/desk/drafts/{draft}/step", Coders, ReviewArticle.StepAsync),
        new("POST", "/desk/drafts/{draft}/delete", Coders, DeskOverview.DeleteAsync),
        new("GET", "/desk/drafts/{draft}/article", Coders, ChangeArticle.ShowAsync),
        new("POST", "/desk/drafts/{draft}/article", Coders, ChangeArticle.SendAsync),
        new("GET", "/desk/drafts/{draft}/file", Coders, DownloadArticle.ShowAsync),
        new("GET", "/desk/drafts/{draft}/text", Coders, DownloadArticle.ShowTextAsync),
        new("GET", "/desk/drafts/{draft}/record", Coders, RecordDraft.ShowAsync),
        new("POST", "/desk/drafts/{draft}/record", Coders, RecordDraft.SendAsync),
        new("GET", "/desk/recorded", Coders, RecordDraft.ShowDoneAsync),
        new("GET", "/desk/correct", Editors, CorrectReport.ShowAsync),
        new("POST", "/desk/correct", Editors, CorrectReport.SendAsync),
        new("GET", "/desk/corrected", Editors, CorrectReport.ShowDoneAsync),
    ];

    public static void Map(WebApplication app)
    {
        foreach (var route in Routes)
            app.MapMethods(
                route.Pattern,
                route.Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [route.Method],
                (Delegate)((HttpContext context) => AnswerAsync(context, route))
            );
        // So that no address of the desk is taken for a negotiation.
        app.MapMethods(
            "/desk/{**rest}",
            [HttpMethods.Get, HttpMethods.Head],
            (Delegate)((HttpContext context) => AnswerAsync(context, new("GET", "", null, RefuseUnknown)))
        );
    }

    private static Task<IResult> RefuseUnknown(DeskRequest request) =>
        throw new UnknownPageException("the desk has no such page") { Nearest = [("the desk", "/desk")] };

    private static async Task<IResult> AnswerAsync(HttpContext context, DeskRoute route)
    {
        var services = context.RequestServices.GetRequiredService<PageServices>();
        Protect(context.Response);
        try
        {
            var caller = Caller.Find(context);
            if (route.Roles is { } roles)
            {
                if (!caller.IsKnown && route.Method == HttpMethods.Get)
                    return new DeskRequest(context, caller, services).Go(SignInAddress.For(context.Request));
                if (!caller.IsKnown)
                    throw AccessException.Challenge(
                        "nobody is signed in, or the session has ended: sign in on another page, go back in your "
                            + "browser, which keeps what you typed, and send it again"
                    );
                caller.Require(roles);
            }

            if (route.Method == HttpMethods.Get)
                return await route.Answer(new DeskRequest(context, caller, services));
            DeskForm.Limit(context);
            var form = await DeskForm.ReadAsync(context);
            await RequireTokenAsync(context);
            return await route.Answer(new DeskRequest(context, caller, services) { Form = form });
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var problem = Problems.Describe(exception);
            if (problem.Status >= StatusCodes.Status500InternalServerError)
                LogFailure(services.Log, context.Request.Method, exception);
            Protect(context.Response);
            if (problem.Status == StatusCodes.Status503ServiceUnavailable)
                context.Response.Headers.RetryAfter = Problems.RetryAfter;
            context.Response.StatusCode = problem.Status!.Value;
            var failure = FailureContent.From(problem, exception);
            return Results.Bytes(
                await services.Renderer.RenderAsync<FailurePage>(
                    failure with
                    {
                        Nearest =
                            failure.Nearest.Count > 0 ? failure.Nearest
                            : exception is UnknownDraftException && RecordedDraft.FindArticle(context) is { } article
                                ? [("the article that you recorded from this draft", article), ("the desk", "/desk")]
                            : [("the desk", "/desk")],
                    }
                ),
                Html
            );
        }
    }

    private static void Protect(HttpResponse response)
    {
        PageHeaders.Protect(response);
        // Last, for who makes a token says so as well, in other words.
        response.OnStarting(() =>
        {
            response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
    }

    private static async Task RequireTokenAsync(HttpContext context)
    {
        try
        {
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            throw new BadHttpRequestException(
                "the form was not made by this server for you, or before you signed in: go back in your browser, keep "
                    + "a copy of what you typed, load the page again and send it anew",
                StatusCodes.Status400BadRequest
            );
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "a page of the desk could not be made ({Method})")]
    private static partial void LogFailure(ILogger log, string method, Exception exception);
}

/// <summary>A page of the desk, or what a form on one does.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Pattern">Its path.</param>
/// <param name="Roles">Who may use it: those who have one of these; null: everybody.</param>
/// <param name="Answer">What it answers.</param>
internal sealed record DeskRoute(
    string Method,
    string Pattern,
    IReadOnlyList<string>? Roles,
    Func<DeskRequest, Task<IResult>> Answer
);

/// <summary>The cookie that belongs to the forms of somebody.</summary>
/// <param name="isSecure">Whether a browser sends it over HTTPS alone. Not every browser keeps such a cookie of a
/// server
/// on its own machine, so the only user's is not.</param>
// By its own policy antiforgery would refuse requests that a proxy passes on without HTTPS.
internal sealed class FormCookie(bool isSecure) : CookieBuilder
{
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = isSecure;
        return options;
    }
}
