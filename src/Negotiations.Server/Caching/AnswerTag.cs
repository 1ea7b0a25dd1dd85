using System.Security.Cryptography;
using System.Text;

namespace Negotiations.Server;

/// <summary>
/// The strong entity tag of an answer or a page: the same as long as that is the same to the byte.
/// </summary>
internal static class AnswerTag
{
    // Another build of the program may write the same answer otherwise.
    private static readonly string Build = string.Join(
        '.',
        new[] { typeof(AnswerTag), typeof(AnswerJson), typeof(Answer), typeof(MartenEventStore) }.Select(type =>
            type.Module.ModuleVersionId.ToString("N")
        )
    );

    /// <summary>The tag of what follows from the record up to a position, and from some texts.</summary>
    /// <remarks>It begins with the position and its proof, so that it says of which record it is.</remarks>
    public static string Create(ProvenPosition position, params string[] parts)
    {
        // Each part with its length, so that no two lists of parts read the same.
        var text = string.Concat(parts.Prepend(Build).Select(part => $"{part.Length}:{part}"));
        return $"\"{position}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]}\"";
    }

    /// <summary>The tag of what is not known before it is made: that of its bytes.</summary>
    public static string Create(byte[] content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"";

    /// <summary>Whether whoever asks has the answer of a tag already.</summary>
    public static bool IsHeld(HttpRequest request, string tag) =>
        ReadHeld(request).Any(held => held == tag || held == $"W/{tag}");

    /// <summary>
    /// Checks that whoever asks for an answer at a position does not have it of a record that this one is not.
    /// </summary>
    /// <exception cref="LostPositionException">They do: it would be another answer to the same question.</exception>
    public static void RefuseLost(HttpRequest request, ProvenPosition position)
    {
        foreach (var held in ReadHeld(request))
        {
            var named = ProvenPosition.Find(held.Split('"').ElementAtOrDefault(1)?.Split('.')[0]);
            if (named is { Proof: not null } lost && lost.Position == position.Position && lost != position)
                throw new LostPositionException(lost);
        }
    }

    /// <summary>The tags that whoever asks has, as they were sent.</summary>
    public static IEnumerable<string> ReadHeld(HttpRequest request) =>
        request.Headers.IfNoneMatch.SelectMany(value => (value ?? "").Split(',')).Select(value => value.Trim());
}
