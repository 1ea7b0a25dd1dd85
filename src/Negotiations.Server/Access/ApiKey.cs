using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using SecurityClaim = System.Security.Claims.Claim;

namespace Negotiations.Server;

/// <summary>A key of a script. Its secret is not kept, only the hash.</summary>
/// <remarks>
/// The secret has 256 random bits, so that a fast hash is enough: nobody can try them all. A name is given once and for
/// all, because it stands in what was recorded with the key.
/// </remarks>
/// <param name="Name">Letters, digits and hyphens, at most 40.</param>
/// <param name="Hash">SHA-256 of the whole key, in hexadecimal.</param>
/// <param name="Roles">What it allows.</param>
/// <param name="Negotiation">The only negotiation in which it allows that; null: in all.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Revoked">When it was revoked; null: it is valid.</param>
public sealed record ApiKey(
    string Name,
    string Hash,
    IReadOnlyList<string> Roles,
    string? Negotiation,
    DateTimeOffset Created,
    DateTimeOffset? Revoked = null
)
{
    private const string Start = "negotiations";
    private const int LongestName = 40;
    private const int SecretBytes = 32;

    /// <summary>Makes a key; the text is what its user sends.</summary>
    /// <exception cref="ArgumentException">The name cannot be one, or there is no such role.</exception>
    internal static (ApiKey Key, string Text) Create(
        string name,
        IReadOnlyList<string> roles,
        string? negotiation,
        DateTimeOffset now
    )
    {
        if (!IsName(name))
            throw new ArgumentException(
                $"'{name}' is no name of a key; it has at most {LongestName} letters, digits and hyphens"
            );
        if (roles.FirstOrDefault(role => !Server.Roles.All.Contains(role)) is { } other)
            throw new ArgumentException($"there is no role '{other}'; there are {string.Join(", ", Server.Roles.All)}");
        if (roles.Count == 0)
            throw new ArgumentException("a key without a role allows nothing: name one by --role");
        var text = $"{Start}.{name}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
        return (new(name, HashText(text), [.. roles.Distinct()], negotiation, now), text);
    }

    /// <summary>The name in the text of a key; null where it is no key.</summary>
    internal static string? FindName(string text) =>
        text.Split('.') is [Start, { } name, { Length: > 0 }] && IsName(name) ? name : null;

    /// <summary>Whether a text is this key, and the key is valid.</summary>
    internal bool Accepts(string text) =>
        Revoked is null
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(HashText(text)),
            Encoding.ASCII.GetBytes(Hash)
        );

    /// <summary>What is known of whoever has it.</summary>
    internal IEnumerable<SecurityClaim> ListClaims() =>
        [
            new(ClaimTypes.Name, Name),
            .. Roles.Select(role => new SecurityClaim(ClaimTypes.Role, role)),
            .. Negotiation is null ? [] : new[] { new SecurityClaim(Caller.NegotiationClaim, Negotiation) },
        ];

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static string HashText(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
