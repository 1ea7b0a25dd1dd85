using System.Text.Json.Serialization;

namespace Negotiations;

/// <summary>Which text an article version has, without the text.</summary>
/// <param name="Sha256">SHA-256 of the UTF-8 bytes of the normalised text, in lower-case hexadecimal.</param>
/// <param name="Length">Length of the normalised text in Unicode code points.</param>
/// <param name="File">Name under which holders of the article keep it.</param>
/// <param name="PageRules">Version of the rules by which the text is taken from a web page; null for the first
/// ones, and of no meaning for plain text.</param>
public sealed record TextIdentity(string Sha256, int Length, string? File = null, int? PageRules = null)
{
    /// <summary>The version of the rules by which a web page with this text is read.</summary>
    [JsonIgnore]
    public int RulesForPages => PageRules ?? Negotiations.PageRules.First;
}
