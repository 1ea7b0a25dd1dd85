using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Negotiations.Server;

/// <summary>Who may do what: finds out who sends a request, and refuses what they may not do.</summary>
/// <remarks>
/// What the catalogue of the API does not list only an administrator may send, so that nothing new is open by mistake.
/// </remarks>
internal static class AccessControl
{
    private const string Schemes = "negotiations";

    // They say nothing of any negotiation.
    private static readonly string[] AlwaysOpen = ["/health", "/openapi", "/assets"];

    // Without a default: whoever sends a request is looked for once, where it matters who they are.
    public static void Add(IServiceCollection services, ServerSettings settings)
    {
        var authentication = services
            .AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddPolicyScheme(Schemes, null, options => options.ForwardDefaultSelector = context =>
                    BrowserSessions.Counts(context.Request) ? BrowserSessions.SchemeName
                    : settings.Jwt is null || KeyAuthentication.FindKey(context.Request) is not null
                        ? KeyAuthentication.SchemeName
                    : JwtBearerDefaults.AuthenticationScheme);
        BrowserSessions.Add(authentication);
        if (settings.OpenIdConnect is { } organisation)
            OrganisationSignIn.Add(authentication, organisation);
        if (settings.Jwt is { } jwt)
            authentication.AddJwtBearer(options =>
            {
                options.Authority = jwt.Authority;
                options.Audience = jwt.Audience;
                // The settings allow this on loopback only.
                options.RequireHttpsMetadata = new Uri(jwt.Authority).Scheme == Uri.UriSchemeHttps;
                options.MapInboundClaims = false;
                options.TokenValidationParameters.RoleClaimType = jwt.RoleClaim;
                options.TokenValidationParameters.NameClaimType = jwt.NameClaim;
            });
    }

    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var settings = context.RequestServices.GetRequiredService<ServerSettings>();
        FetchMetadata.Require(context.Request);
        if (!AlwaysOpen.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
        {
            var caller = await IdentifyAsync(context, settings);
            context.Features.Set(caller);
            // Each page of the desk says who may use it, and tells others so on a page.
            if (!BrowserSessions.IsDesk(context.Request) && !TryRequire(context, caller, settings))
                return;
            if (settings.Reading == Reading.Closed)
                context.Response.OnStarting(KeepPrivateAsync, context.Response);
        }

        await next(context);
    }

    // No cache between may give to others what one may read.
    private static Task KeepPrivateAsync(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (headers.CacheControl.Count > 0)
            headers.CacheControl = headers
                .CacheControl.ToString()
                .Replace("public", "private", StringComparison.Ordinal);
        headers.Append("Vary", "Authorization, Cookie");
        return Task.CompletedTask;
    }

    private static async Task<Caller> IdentifyAsync(HttpContext context, ServerSettings settings)
    {
        if (settings.SingleUser)
            return context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
                ? Caller.OnlyUser
                : throw AccessException.Forbid("this server answers its own machine only");
        var result = await context.AuthenticateAsync(Schemes);
        // A cookie that cannot be read any more is none.
        if (result.Failure is not null && !BrowserSessions.Counts(context.Request))
            throw AccessException.Challenge("the key or the token is not valid: it is unknown, expired or revoked");
        if (!result.Succeeded)
            return Caller.Nobody;
        // Forms are for whoever was given them.
        context.User = result.Principal;
        return Caller.From(result.Principal);
    }

    // False where whoever asks is sent to sign in.
    private static bool TryRequire(HttpContext context, Caller caller, ServerSettings settings)
    {
        var isReading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (isReading && settings.Reading == Reading.Open)
            return true;
        if (!caller.IsKnown && isReading && IsPage(context.Request))
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect(SignInAddress.For(context.Request));
            return false;
        }

        if (!caller.IsKnown)
            throw AccessException.Challenge("it needs a key or a token: send it by the header Authorization");
        var endpoint = ApiCatalogue.Find(context);
        if (!isReading)
            caller.Require(endpoint?.Roles ?? [Roles.Administrator]);
        else if (endpoint is null && caller.Negotiation is { } only)
            throw AccessException.Forbid($"this key is for the API, and for the negotiation '{only}' alone");
        return true;
    }

    private static bool IsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
