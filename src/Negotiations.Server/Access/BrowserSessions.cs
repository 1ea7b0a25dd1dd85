using System.Globalization;
using System.Security.Claims;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Negotiations.Server;

/// <summary>Who has signed in with a browser, which cannot send a key by a header.</summary>
/// <remarks>
/// The cookie counts for pages: at the desk, and where something is only read. Whoever sends something to the API shows
/// a key or a token each time, so that no page can have a browser do it.
/// </remarks>
internal static class BrowserSessions
{
    public const string SchemeName = "session";

    /// <summary>Where one signs in.</summary>
    public const string SignInPath = "/desk/sign-in";

    // The browser takes a cookie with this beginning only for this host, and only if it is secure.
    public const string CookieName = "__Host-negotiations";

    private const string KeyClaim = "key";
    private const string SinceClaim = "since";

    private static readonly TimeSpan LongestIdle = TimeSpan.FromHours(2);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static void Add(AuthenticationBuilder authentication) => authentication.AddCookie(SchemeName, options =>
        {
            options.Cookie.Name = CookieName;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.Path = "/";
            options.ExpireTimeSpan = LongestIdle;
            options.SlidingExpiration = true;
            options.Events.OnValidatePrincipal = ValidateAsync;
        });

    /// <summary>Whether the cookie of a request counts for what it asks.</summary>
    public static bool Counts(HttpRequest request) =>
        request.Headers.Authorization.Count == 0
        && request.Cookies.ContainsKey(CookieName)
        && (IsDesk(request) || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));

    /// <summary>Whether a request is one of the desk's.</summary>
    public static bool IsDesk(HttpRequest request) =>
        request.Path.StartsWithSegments("/desk", StringComparison.Ordinal);

    /// <summary>Signs somebody in who has a key.</summary>
    /// <returns>Whether the key is valid.</returns>
    public static async Task<bool> TrySignInAsync(HttpContext context, string text)
    {
        var documents = context.RequestServices.GetRequiredService<IDocumentStore>();
        if (await ApiKeys.FindAsync(documents, text, context.RequestAborted) is not { } key)
            return false;
        await context.SignInAsync(SchemeName, CreatePrincipal(key, DateTimeOffset.UtcNow));
        return true;
    }

    /// <summary>Marks when somebody signed in, so that the session ends however much it is used.</summary>
    public static void Begin(ClaimsIdentity identity, DateTimeOffset since) =>
        identity.AddClaim(new(SinceClaim, since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    private static ClaimsPrincipal CreatePrincipal(ApiKey key, DateTimeOffset since)
    {
        var identity = new ClaimsIdentity(key.ListClaims(), SchemeName);
        identity.AddClaim(new(KeyClaim, key.Name));
        Begin(identity, since);
        return new(identity);
    }

    // A key that was revoked since stops at once.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var since = long.TryParse(
            context.Principal?.FindFirstValue(SinceClaim),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seconds
        )
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MinValue;
        var isValid = DateTimeOffset.UtcNow - since < Longest;
        if (isValid && context.Principal!.FindFirstValue(KeyClaim) is { } name)
        {
            var documents = context.HttpContext.RequestServices.GetRequiredService<IDocumentStore>();
            await using var session = documents.QuerySession();
            var key = await session.LoadAsync<ApiKey>(name, context.HttpContext.RequestAborted);
            isValid = key is { Revoked: null };
            if (isValid)
                context.ReplacePrincipal(CreatePrincipal(key!, since));
        }

        if (isValid)
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SchemeName);
    }
}
