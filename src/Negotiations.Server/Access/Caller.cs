using System.Security.Claims;

namespace Negotiations.Server;

/// <summary>Who may read.</summary>
public enum Reading
{
    /// <summary>Everybody.</summary>
    Open,

    /// <summary>Whoever has a key or a token.</summary>
    Closed,
}

/// <summary>What somebody may do. No role includes another but the administrator's, which includes all.</summary>
internal static class Roles
{
    public const string Reader = "reader";
    public const string Coder = "coder";
    public const string Editor = "editor";
    public const string Administrator = "administrator";

    public static readonly IReadOnlyList<string> All = [Reader, Coder, Editor, Administrator];
}

/// <summary>Who sends a request.</summary>
/// <param name="Name">Name of the key, or of the person by the token; null where nobody says.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="Negotiation">The only negotiation in which they may do it; null: in all.</param>
internal sealed record Caller(string? Name, IReadOnlyList<string> Roles, string? Negotiation = null)
{
    /// <summary>The type of the claim that names the only negotiation of a key.</summary>
    public const string NegotiationClaim = "negotiation";

    /// <summary>Somebody without a key or a token.</summary>
    public static readonly Caller Nobody = new(null, []);

    /// <summary>The only user of a server that listens to nobody else.</summary>
    public static readonly Caller OnlyUser = new(null, [Server.Roles.Administrator]);

    /// <summary>Whether they have a key or a token, or are the only user.</summary>
    public bool IsKnown => !ReferenceEquals(this, Nobody);

    /// <summary>Whether they are the only user.</summary>
    public bool IsOnlyUser => ReferenceEquals(this, OnlyUser);

    public static Caller Find(HttpContext context) => context.Features.Get<Caller>() ?? Nobody;

    /// <exception cref="AccessException">It does not say who they are: then nothing that they record could.</exception>
    public static Caller From(ClaimsPrincipal principal)
    {
        var identity = (ClaimsIdentity)principal.Identity!;
        if (string.IsNullOrEmpty(identity.Name))
            throw AccessException.Challenge("the token does not say whose it is: the claim with the name is missing");
        return new(
            identity.Name,
            [.. identity.FindAll(identity.RoleClaimType).Select(claim => claim.Value).Where(Server.Roles.All.Contains)],
            principal.FindFirstValue(NegotiationClaim)
        );
    }

    /// <summary>Whether they have one of some roles, or are an administrator.</summary>
    public bool Has(params IReadOnlyList<string> roles) =>
        Roles.Any(role => role == Server.Roles.Administrator || roles.Contains(role));

    /// <exception cref="AccessException">They have none of these roles.</exception>
    public void Require(params IReadOnlyList<string> roles)
    {
        if (!Has(roles))
            throw AccessException.Forbid($"it needs the role {string.Join(" or ", roles)}");
    }

    /// <exception cref="AccessException">Their key is for another negotiation.</exception>
    public void RequireNegotiation(string negotiation) => RequireNegotiation(Negotiation, negotiation);

    /// <summary>The same, where only the negotiation of the key is known; null: the key is for all.</summary>
    /// <exception cref="AccessException">The key is for another negotiation.</exception>
    public static void RequireNegotiation(string? only, string negotiation)
    {
        if (only is not null && only != negotiation)
            throw Refuse(only);
    }

    /// <summary>What somebody is told whose key is for one negotiation.</summary>
    public static AccessException Refuse(string only) =>
        AccessException.Forbid($"this key is for the negotiation '{only}' alone");

    /// <summary>Who is said to have made a correction: whoever sends it, if that is known.</summary>
    /// <exception cref="AccessException">They name somebody else.</exception>
    public string? Sign(string? who)
    {
        if (Name is null || who == Name)
            return who;
        return who is null
            ? Name
            : throw AccessException.Forbid($"'who' is the name of whoever sends it, '{Name}'; leave it out");
    }
}

/// <summary>Somebody may not do what they ask for.</summary>
internal sealed class AccessException(int status, string message) : RefusedException(message)
{
    public int Status => status;

    public static AccessException Forbid(string message) => new(StatusCodes.Status403Forbidden, message);

    public static AccessException Challenge(string message) => new(StatusCodes.Status401Unauthorized, message);
}
