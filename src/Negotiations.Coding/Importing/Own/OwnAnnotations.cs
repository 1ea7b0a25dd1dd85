using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>A version of an article in an export of annotations.</summary>
/// <param name="Sha256">The hash of its text.</param>
/// <param name="Head">The head of its coded file.</param>
/// <param name="Tail">The links that the chain of each report ends with, for they are the article's.</param>
internal sealed record OwnVersion(string Sha256, JsonObject Head, int Tail);

/// <summary>Reads the annotations that this program exported.</summary>
internal static class OwnAnnotations
{
    // The fields of the coding that a coded file has under the same name.
    private static readonly string[] Same =
    [
        "written",
        "others",
        "issue",
        "ended",
        "details",
        "happened",
        "happenedFrom",
        "timeOfDay",
        "lookingBack",
        "covers",
        "modality",
        "certainty",
        "grades",
        "act",
        "precededBy",
    ];

    /// <summary>The version whose reports are read; null where this program did not write the file.</summary>
    public static OwnVersion? FindVersion(
        string file,
        PlacedJson root,
        AnnotatedText? text,
        string? source,
        List<CodingError> errors
    )
    {
        if (root.Find(ExportedTerms.Versions) is not { Kind: JsonValueKind.Array } list)
        {
            if (text is null)
                errors.Add(
                    new(
                        file,
                        0,
                        "",
                        "says where words stand by quoting them: give the text of the page with --text FILE"
                    )
                );
            return null;
        }

        var versions = list.Items.Select(ReadVersion).OfType<OwnVersion>().ToList();
        var hash = text?.Text.Identity().Sha256;
        var fitting = versions
            .Where(version => hash is null || version.Sha256 == hash)
            .Where(version => source is null || Names(version).Contains(source))
            .ToList();
        if (fitting is [var only])
            return only;
        errors.Add(
            new(
                file,
                list.Place.Line,
                ExportedTerms.Versions,
                fitting.Count == 0
                    ? "has no version of that text, or of that name"
                    : $"has {fitting.Count} articles; say which one with --text FILE or --source: "
                        + string.Join(", ", fitting.Select(version => Names(version)[0]).Take(20))
            )
        );
        return null;
    }

    /// <summary>Whether a target lies in the text with a hash.</summary>
    public static bool IsOf(PlacedJson target, string sha256) =>
        (target.Find("state")?.AsList() ?? []).Any(state => state.FindText("sha256") == sha256);

    /// <summary>The fields of the coded file, from the body that has the coding.</summary>
    public static void ReadEvent(PlacedJson json, SourceAnnotation annotation, OwnVersion version)
    {
        var bodies = json.Find("body")?.AsList() ?? [];
        if (bodies.FirstOrDefault(one => one.Find("eventType") is not null) is not { } coding)
            return;
        var type = coding.FindText("eventType")!;
        var fields = new JsonObject
        {
            ["id"] = coding.FindText("report") is { } report ? report[(report.LastIndexOf('#') + 1)..] : null,
            ["type"] = type.StartsWith(ExportedTerms.Namespace, StringComparison.Ordinal)
                ? type[ExportedTerms.Namespace.Length..]
                : type,
            ["actor"] = OneOrSeveral([
                .. new[] { ReadName(coding.Find("actor")) }
                    .Concat((coding.Find("joint")?.AsList() ?? []).Select(one => ReadName(one.Find("name") ?? one)))
                    .OfType<string>(),
            ]),
        };
        if (coding.Find("sideIsWritten") is { Kind: JsonValueKind.True })
            fields["side"] = ReadName(coding.Find("side"));
        if (ReadName(coding.Find("addressee")) is { } addressee)
            fields["target"] = addressee;
        fields["round"] = OneOrSeveral([
            .. new[] { coding.FindText("round") }
                .Concat((coding.Find("furtherRounds")?.AsList() ?? []).Select(one => one.AsScalar()))
                .OfType<string>(),
        ]);
        foreach (var name in Same)
        {
            if (coding.Find(name) is { } value)
                fields[name] = ToNode(value);
        }

        if (coding.Find("knownOfEntry") is { } known)
            fields["known"] = ToNode(known);
        if (coding.Find("standingIsDerived") is not { Kind: JsonValueKind.True })
            fields["standing"] = coding.FindText("standing");
        var chain = (coding.Find("attribution")?.AsList() ?? []).SkipLast(version.Tail).ToList();
        if (chain.Count > 0)
            fields["chain"] = new JsonArray([.. chain.Select(WriteLink)]);
        fields["summary"] = bodies.FirstOrDefault(one => one.FindText("purpose") == "describing")?.FindText("value");
        annotation.Event = fields;
    }

    private static OwnVersion? ReadVersion(PlacedJson json) =>
        json.Find("head") is { Kind: JsonValueKind.Object } head
        && head.Find("text")?.FindText("sha256") is { } hash
        && ToNode(head) is JsonObject fields
            ? new(hash, fields, json.Find("tail")?.AsInteger() ?? 1)
            : null;

    private static List<string> Names(OwnVersion version) =>
        [
            .. new[] { version.Head["article"], version.Head["url"], (version.Head["text"] as JsonObject)?["file"] }
                .OfType<JsonValue>()
                .Select(name => name.ToString()),
        ];

    private static JsonObject WriteLink(PlacedJson link)
    {
        var fields = new JsonObject { ["name"] = ReadName(link.Find("name")), ["kind"] = link.FindText("kind") };
        if (ReadName(link.Find("side")) is { } side)
            fields["side"] = side;
        if (link.Find("span") is { } span)
            fields["at"] = $"{span.Find("start")?.AsScalar()}-{span.Find("end")?.AsScalar()} {span.FindText("sha256")}";
        if (link.FindText("implied") is { } implied)
            fields["implied"] = implied;
        return fields;
    }

    private static string? ReadName(PlacedJson? name) =>
        name is null ? null
        : name.IsText ? name.Text
        : name.FindText("written") is { Length: > 0 } written ? written
        : name.FindText("name") ?? name.FindText("id");

    private static JsonNode? OneOrSeveral(IReadOnlyList<string> texts) =>
        texts switch
        {
            [] => null,
            [var only] => only,
            _ => new JsonArray([.. texts.Select(text => (JsonNode)text)]),
        };

    private static JsonNode? ToNode(PlacedJson json) =>
        json.Kind switch
        {
            JsonValueKind.Object => new JsonObject(
                json.Members.DistinctBy(member => member.Name)
                    .Select(member => KeyValuePair.Create(member.Name, ToNode(member.Value)))
            ),
            JsonValueKind.Array => new JsonArray([.. json.Items.Select(ToNode)]),
            JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => json.Kind == JsonValueKind.Number && json.AsInteger() is { } number ? number : json.Text,
        };
}
