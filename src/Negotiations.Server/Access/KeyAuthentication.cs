using System.Security.Claims;
using System.Text.Encodings.Web;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Negotiations.Server;

/// <summary>Tells by a key who sends a request. Each time the key is looked up: it may have been revoked.</summary>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    IDocumentStore documents
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "key";

    private const string Bearer = "Bearer ";

    /// <summary>The text of a key in a request; null where it has none.</summary>
    public static string? FindKey(HttpRequest request) =>
        FindBearer(request) is { } text && ApiKey.FindName(text) is not null ? text : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (FindKey(Request) is not { } text)
            return Request.Headers.Authorization.Count == 0
                ? AuthenticateResult.NoResult()
                : AuthenticateResult.Fail("it is no key");
        if (await ApiKeys.FindAsync(documents, text, Context.RequestAborted) is not { } key)
            return AuthenticateResult.Fail("the key is unknown, or was revoked");
        var principal = new ClaimsPrincipal(new ClaimsIdentity(key.ListClaims(), SchemeName));
        return AuthenticateResult.Success(new(principal, SchemeName));
    }

    private static string? FindBearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header
        && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..].Trim()
            : null;
}
