using System.Security.Cryptography;
using System.Text;

namespace Negotiations.Server;

/// <summary>The strong entity tag of an answer: the same as long as the answer is the same to the byte.</summary>
internal static class AnswerTag
{
    // Another build of the program may write the same answer otherwise.
    private static readonly string Build = string.Join(
        '.',
        new[] { typeof(AnswerTag), typeof(AnswerJson), typeof(Answer), typeof(MartenEventStore) }.Select(type =>
            type.Module.ModuleVersionId.ToString("N")
        )
    );

    /// <summary>The tag of what follows from some texts.</summary>
    public static string Create(params string[] parts)
    {
        // Each part with its length, so that no two lists of parts read the same.
        var text = string.Concat(parts.Prepend(Build).Select(part => $"{part.Length}:{part}"));
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]}\"";
    }

    /// <summary>Whether whoever asks has the answer of a tag already.</summary>
    public static bool IsHeld(HttpRequest request, string tag) =>
        request
            .Headers.IfNoneMatch.SelectMany(value => (value ?? "").Split(','))
            .Select(value => value.Trim())
            .Any(value => value == tag || value == $"W/{tag}");
}
