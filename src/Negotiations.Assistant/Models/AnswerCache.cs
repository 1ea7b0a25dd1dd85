using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Assistant;

/// <summary>Answers of models, by what was asked: the same question is paid for once.</summary>
/// <remarks>They hold words of articles, so the folder is the user's own.</remarks>
/// <param name="folder">Where they are kept; made when the first one comes.</param>
public sealed class AnswerCache(string folder)
{
    /// <summary>The name under which an answer is kept: a hash over all that it depends on.</summary>
    internal static string FindName(params IEnumerable<string> parts)
    {
        var whole = new StringBuilder();
        foreach (var part in parts)
            whole.Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole.ToString())));
    }

    /// <summary>An answer; null where there is none that can be read.</summary>
    internal JsonObject? Find(string name)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(FindPath(name))) as JsonObject;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // Then it is asked again.
            return null;
        }
    }

    /// <summary>Keeps an answer; whoever stops the program in between leaves no half of one.</summary>
    internal void Keep(string name, JsonObject answer)
    {
        Directory.CreateDirectory(folder);
        var path = FindPath(name);
        var half = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllText(half, answer.ToJsonString());
        File.Move(half, path, overwrite: true);
    }

    private string FindPath(string name) => Path.Combine(folder, $"{name}.json");
}
