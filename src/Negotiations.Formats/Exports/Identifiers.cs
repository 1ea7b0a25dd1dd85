using Negotiations.Coding;

namespace Negotiations.Formats;

/// <summary>Identifiers (IRIs) of what exports name.</summary>
/// <remarks>Nothing is promised at an address of the web: all are URNs.</remarks>
public static class Identifiers
{
    /// <summary>The namespace of the terms of this program (docs/exports.md lists them).</summary>
    public const string Terms = ExportedTerms.Namespace;

    /// <summary>The namespace of events: their UUIDs, RFC 9562.</summary>
    public const string Events = "urn:uuid:";

    /// <summary>A negotiation.</summary>
    public static string ForNegotiation(string negotiation) => $"urn:negotiations:{Segment(negotiation)}";

    /// <summary>An event.</summary>
    public static string ForEvent(Guid id) => $"{Events}{id:D}";

    /// <summary>The namespace of those who act and speak in a negotiation.</summary>
    public static string Agents(string negotiation) => $"{ForNegotiation(negotiation)}:agent:";

    /// <summary>An answer: its negotiation, its position and its bounds.</summary>
    public static string ForAnswer(Answer answer)
    {
        var bounds = new[] { ("known", answer.Asked.KnownBy), ("happened", answer.Asked.HappenedBy) }
            .Where(bound => bound.Item2 is not null)
            .Select(bound => $":{bound.Item1}:{bound.Item2!.Value}");
        return $"{ForNegotiation(answer.Asked.Negotiation)}:at:{answer.Settled.Position}{string.Concat(bounds)}";
    }

    /// <summary>The text of an article version, by its hash alone: a URI of RFC 6920 ("named information").</summary>
    public static string ForText(TextIdentity text) => $"ni:///sha-256;{Base64(text.Sha256)}";

    /// <summary>An article version on the web, or where it has no address there, its text.</summary>
    public static string ForSource(ArticleVersionPublished version) =>
        WebAddress.Parse(version.Url) is { } address ? address.AbsoluteUri : ForText(version.Text);

    /// <summary>Any words as a part of an identifier.</summary>
    public static string Segment(string words) => Uri.EscapeDataString(words);

    private static string Base64(string hexadecimal) =>
        hexadecimal.Length % 2 == 0 && hexadecimal.All(char.IsAsciiHexDigit)
            ? Convert
                .ToBase64String(Convert.FromHexString(hexadecimal))
                .TrimEnd('=')
                .Replace('+', '-')
                .Replace('/', '_')
            : Segment(hexadecimal);
}
