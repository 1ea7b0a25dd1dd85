using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Writes spans of one coded file, each hash once.</summary>
/// <param name="names">The names of the negotiation, whose forms tell a hash that is theirs.</param>
/// <param name="contended">The positions of which the file gives several hashes.</param>
internal sealed class SpanWriter(NegotiationDefined names, IReadOnlySet<(int Start, int End)> contended)
{
    private readonly HashSet<(int Start, int End)> written = [];

    private readonly Lazy<Dictionary<string, string>> formsByHash = new(() =>
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entity in names.Entities)
        {
            foreach (var form in entity.Spellings.Prepend(entity.Name))
                forms.TryAdd(new NormalisedText(form).Identity().Sha256, form);
        }

        return forms;
    });

    /// <summary>The positions to which events give several hashes: there a position alone says nothing.</summary>
    public static IReadOnlySet<(int Start, int End)> FindContended(IEnumerable<JsonNode?> events)
    {
        var hashes = new Dictionary<(int Start, int End), string>();
        var contended = new HashSet<(int Start, int End)>();
        var open = new Stack<JsonNode?>(events);
        while (open.TryPop(out var node))
        {
            if (node is JsonObject span && span.ContainsKey("start") && span.ContainsKey("sha256"))
            {
                var read = span.Deserialize<TextSpan>(EventJson.Options)!;
                if (
                    !hashes.TryAdd((read.Start, read.End), read.Sha256)
                    && hashes[(read.Start, read.End)] != read.Sha256
                )
                    contended.Add((read.Start, read.End));
                continue;
            }

            foreach (
                var child in node is JsonArray list ? list : (node as JsonObject)?.Select(field => field.Value) ?? []
            )
                open.Push(child);
        }

        return contended;
    }

    private static bool IsHash(string words, TextSpan span) =>
        new NormalisedText(words).Identity().Sha256 == span.Sha256;

    /// <summary>A position, with its hash where that was not written yet.</summary>
    public YamlNode Write(JsonNode? span)
    {
        var read = span.Deserialize<TextSpan>(EventJson.Options)!;
        var place = $"{read.Start}-{read.End}";
        var needsHash = contended.Contains((read.Start, read.End)) || written.Add((read.Start, read.End));
        return YamlText.Plain(needsHash ? $"{place} {read.Sha256}" : place);
    }

    /// <summary>
    /// The fields of a link's span: the words where they are a name of the negotiation, of which the hash follows.
    /// </summary>
    public IEnumerable<(string, YamlNode?)> WriteFields(JsonNode? span, string? name)
    {
        var read = span.Deserialize<TextSpan>(EventJson.Options)!;
        var words = FindWords(read, name);
        if (words is null)
            return [("at", Write(span))];
        return
        [
            ("words", words == name ? null : YamlText.Text(words)),
            ("at", YamlText.Plain($"{read.Start}-{read.End}")),
        ];
    }

    private string? FindWords(TextSpan span, string? name)
    {
        if (written.Contains((span.Start, span.End)))
            return null;
        // A name alone tells the hash only where the file gives no other for the position.
        var words =
            name is not null && IsHash(name, span)
                ? (contended.Contains((span.Start, span.End)) ? null : name)
                : formsByHash.Value.GetValueOrDefault(span.Sha256);
        return
            words is not null
            && FoldedText.Fold(words) == words
            && new NormalisedText(words).Length == span.End - span.Start
            ? words
            : null;
    }
}
