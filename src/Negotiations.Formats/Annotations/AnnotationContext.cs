using System.Text.Json;

namespace Negotiations.Formats;

/// <summary>The JSON-LD context of annotations: the one of the W3C, and the terms that it lacks.</summary>
public static class AnnotationContext
{
    /// <summary>The context of the Web Annotation Data Model.</summary>
    public const string Standard = "http://www.w3.org/ns/anno.jsonld";

    private static readonly string[] Texts =
    [
        "sha256",
        "textId",
        "fileName",
        "act",
        "round",
        "furtherRounds",
        "issue",
        "ended",
        "written",
        "happenedFrom",
        "timeOfDay",
        "lookingBack",
        "precededBy",
        "standingIsDerived",
        "sideIsWritten",
        "covers",
        "happened",
        "known",
        "standing",
        "modality",
        "fate",
        "report",
        "version",
        "knownBy",
        "happenedBy",
        "recordedAt",
        "chainHead",
        "program",
        "texts",
        "zone",
        "negotiation",
    ];

    private static readonly string[] Numbers = ["length", "certainty", "position", "erased"];

    private static readonly string[] Nodes = ["eventType", "actor", "side", "addressee", "corrections"];

    private static readonly string[] Wholes =
    [
        "details",
        "attribution",
        "grades",
        "joint",
        "others",
        "knownOfEntry",
        "versions",
    ];

    /// <summary>Writes the property <c>@context</c>.</summary>
    public static void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("@context");
        writer.WriteStringValue(Standard);
        writer.WriteStartObject();
        writer.WriteNumber("@version", 1.1);
        writer.WriteString("neg", Identifiers.Terms);
        writer.WriteString("TextState", "neg:TextState");
        foreach (var term in Texts)
            writer.WriteString(term, $"neg:{term}");
        foreach (var term in Numbers)
            WriteTerm(writer, term, "http://www.w3.org/2001/XMLSchema#integer");
        foreach (var term in Nodes)
            WriteTerm(writer, term, "@id");
        // Kept as JSON: their shape differs from type to type.
        foreach (var term in Wholes)
            WriteTerm(writer, term, "@json");
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteTerm(Utf8JsonWriter writer, string term, string type)
    {
        writer.WriteStartObject(term);
        writer.WriteString("@id", $"neg:{term}");
        writer.WriteString("@type", type);
        writer.WriteEndObject();
    }
}
