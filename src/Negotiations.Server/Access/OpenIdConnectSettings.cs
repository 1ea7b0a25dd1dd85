namespace Negotiations.Server;

/// <summary>With which organisation people sign in at the desk (OpenID Connect), and what it says of them.</summary>
public sealed record OpenIdConnectSettings
{
    /// <summary>Address of the organisation's server, with https; with http on loopback only.</summary>
    public string Authority { get; init; } = "";

    /// <summary>By which name that server knows this one.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>What this server shows to it; null where it wants nothing.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The claim that has the roles.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>The claim that has the name of the person.</summary>
    public string NameClaim { get; init; } = "sub";

    /// <exception cref="ArgumentException">A setting is missing or makes no sense.</exception>
    internal void Check(string section)
    {
        JwtSettings.CheckAuthority(section, Authority);
        if (ClientId.Length == 0)
            throw new ArgumentException(
                $"{section}__{nameof(ClientId)} is missing: name this server as the other knows it"
            );
        if (RoleClaim.Length == 0)
            throw new ArgumentException($"{section}__{nameof(RoleClaim)} is empty: name the claim with the roles");
        if (NameClaim.Length == 0)
            throw new ArgumentException($"{section}__{nameof(NameClaim)} is empty: name the claim with the name");
    }
}
