namespace Negotiations.Server;

/// <summary>Whose tokens (JWT) the server believes, and what they say.</summary>
public sealed record JwtSettings
{
    /// <summary>Address of who issues the tokens, with https; with http on loopback only.</summary>
    public string Authority { get; init; } = "";

    /// <summary>For whom a token must be.</summary>
    public string Audience { get; init; } = "";

    /// <summary>The claim that has the roles.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>The claim that has the name of the person.</summary>
    public string NameClaim { get; init; } = "sub";

    /// <exception cref="ArgumentException">A setting is missing or makes no sense.</exception>
    internal void Check(string section)
    {
        CheckAuthority(section, Authority);
        if (Audience.Length == 0)
            throw new ArgumentException($"{section}__{nameof(Audience)} is missing: name for whom a token must be");
        if (RoleClaim.Length == 0)
            throw new ArgumentException($"{section}__{nameof(RoleClaim)} is empty: name the claim with the roles");
        if (NameClaim.Length == 0)
            throw new ArgumentException($"{section}__{nameof(NameClaim)} is empty: name the claim with the name");
    }

    /// <exception cref="ArgumentException">It is no address to be trusted.</exception>
    internal static void CheckAuthority(string section, string address)
    {
        if (
            !Uri.TryCreate(address, UriKind.Absolute, out var authority)
            || !(
                authority.Scheme == Uri.UriSchemeHttps
                || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)
            )
        )
            throw new ArgumentException($"{section}__{nameof(Authority)}: '{address}' is no address with https");
    }
}
