using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Negotiations.Server;

/// <summary>Signing in at the desk with an organisation, by OpenID Connect.</summary>
internal static class OrganisationSignIn
{
    public const string SchemeName = "organisation";

    private const string CallbackPath = "/desk/signed-in";

    public static void Add(AuthenticationBuilder authentication, OpenIdConnectSettings settings) =>
        authentication.AddOpenIdConnect(SchemeName, options =>
        {
            options.Authority = settings.Authority;
            options.ClientId = settings.ClientId;
            options.ClientSecret = settings.ClientSecret;
            // The settings allow this on loopback only.
            options.RequireHttpsMetadata = new Uri(settings.Authority).Scheme == Uri.UriSchemeHttps;
            options.SignInScheme = BrowserSessions.SchemeName;
            options.CallbackPath = CallbackPath;
            options.ResponseType = OpenIdConnectResponseType.Code;
            // A form that the other site sends would be one of another site.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            foreach (var cookie in new[] { options.NonceCookie, options.CorrelationCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = CookieSecurePolicy.Always;
            }

            options.Events.OnTokenValidated = context =>
            {
                context.Principal = CreatePrincipal(context.Principal!, settings);
                return Task.CompletedTask;
            };
            options.Events.OnRemoteFailure = context =>
            {
                context.Response.Redirect($"{BrowserSessions.SignInPath}?failed=true");
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });

    // Of all that the organisation says, the cookie keeps the name and the roles.
    private static ClaimsPrincipal CreatePrincipal(ClaimsPrincipal told, OpenIdConnectSettings settings)
    {
        var identity = new ClaimsIdentity(SchemeName);
        if (told.FindFirstValue(settings.NameClaim) is { } name)
            identity.AddClaim(new(ClaimTypes.Name, name));
        foreach (var role in told.FindAll(settings.RoleClaim).Select(claim => claim.Value).Where(Roles.All.Contains))
            identity.AddClaim(new(ClaimTypes.Role, role));
        BrowserSessions.Begin(identity, DateTimeOffset.UtcNow);
        return new(identity);
    }
}
