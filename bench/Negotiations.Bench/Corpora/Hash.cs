using System.Security.Cryptography;
using System.Text;

namespace Negotiations.Bench;

/// <summary>Hashes of texts that do not exist.</summary>
internal static class Hash
{
    public static string Compute(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
