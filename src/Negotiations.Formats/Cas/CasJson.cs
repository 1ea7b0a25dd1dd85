using System.Text.Encodings.Web;
using System.Text.Json;
using Negotiations.Coding;

namespace Negotiations.Formats;

/// <summary>The reports of one version of an article as a UIMA CAS in JSON (0.4), for INCEpTION and UIMA.</summary>
/// <remarks>
/// A report is an annotation of the layer <see cref="ExportedTerms.ReportLayer"/>; its fields, as a coded file has
/// them,
/// are features of text. Further stretches of its evidence are annotations of their own that point to it. Offsets count
/// UTF-16 units of the text. Where the text is not given none can be counted: then the annotations have no place, and
/// the feature <c>evidence</c> alone says where they stand.
/// </remarks>
public static class CasJson
{
    private const int Sofa = 1;
    private const string Annotation = "uima.tcas.Annotation";
    private const string Base = "uima.cas.AnnotationBase";
    private const string Text = "uima.cas.String";

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>Writes the CAS.</summary>
    /// <param name="output">Receives it.</param>
    /// <param name="exported">What is exported.</param>
    /// <param name="version">The version.</param>
    /// <param name="text">Its text; null where it is not given.</param>
    /// <exception cref="ArgumentException">The text is another one.</exception>
    public static void Write(
        Stream output,
        ExportSource exported,
        ArticleVersionPublished version,
        NormalisedText? text
    )
    {
        if (text is not null && text.Identity().Sha256 != version.Text.Sha256)
            throw new ArgumentException("the text is not that of the version", nameof(text));
        var definition = exported.Answer.Definition;
        var reports = exported
            .Answer.Reports.Where(visible =>
                visible.Version.Article == version.Article && visible.Version.Version == version.Version
            )
            .Select(visible =>
                (
                    visible.Report,
                    Features: FlatFields.Flatten(CodedJson.Write(visible.Report, version, definition)).ToList()
                )
            )
            .ToList();
        List<(string Name, string Value)> article =
        [
            .. FlatFields.Flatten(CodedJson.Write(version, definition)),
            .. exported.Header.Fields.Select(field => ($"export_{field.Name}", field.Value.ToString()!)),
        ];
        using var writer = new Utf8JsonWriter(output, Layout);
        writer.WriteStartObject();
        WriteTypes(writer, article, reports.SelectMany(report => report.Features));
        writer.WriteStartArray("%FEATURE_STRUCTURES");
        WriteSofa(writer, version, text);
        var id = Sofa + 1;
        WriteStart(writer, id, ExportedTerms.ArticleLayer);
        WriteFeatures(writer, article);
        writer.WriteEndObject();
        var offsets = text is null ? null : CountUnits(text);
        foreach (var (report, features) in reports)
        {
            WriteStart(writer, ++id, ExportedTerms.ReportLayer);
            WritePlace(writer, report.Evidence[0], offsets);
            WriteFeatures(writer, features);
            writer.WriteEndObject();
            var whole = id;
            foreach (var span in offsets is null ? [] : report.Evidence.Skip(1))
            {
                WriteStart(writer, ++id, ExportedTerms.EvidenceLayer);
                WritePlace(writer, span, offsets);
                writer.WriteNumber($"@{ExportedTerms.ReportFeature}", whole);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
        WriteView(writer, id);
        writer.WriteEndObject();
    }

    private static void WriteTypes(
        Utf8JsonWriter writer,
        IEnumerable<(string Name, string Value)> article,
        IEnumerable<(string Name, string Value)> reports
    )
    {
        writer.WriteStartObject("%TYPES");
        WriteType(ExportedTerms.ArticleLayer, Base, article.Select(field => field.Name));
        WriteType(ExportedTerms.ReportLayer, Annotation, reports.Select(field => field.Name));
        writer.WriteStartObject(ExportedTerms.EvidenceLayer);
        writer.WriteString("%NAME", ExportedTerms.EvidenceLayer);
        writer.WriteString("%SUPER_TYPE", Annotation);
        WriteFeature(ExportedTerms.ReportFeature, ExportedTerms.ReportLayer);
        writer.WriteEndObject();
        writer.WriteEndObject();

        void WriteType(string name, string super, IEnumerable<string> features)
        {
            writer.WriteStartObject(name);
            writer.WriteString("%NAME", name);
            writer.WriteString("%SUPER_TYPE", super);
            foreach (var feature in features.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                WriteFeature(feature, Text);
            writer.WriteEndObject();
        }

        void WriteFeature(string name, string range)
        {
            writer.WriteStartObject(name);
            writer.WriteString("%NAME", name);
            writer.WriteString("%RANGE", range);
            writer.WriteEndObject();
        }
    }

    private static void WriteSofa(Utf8JsonWriter writer, ArticleVersionPublished version, NormalisedText? text)
    {
        writer.WriteStartObject();
        writer.WriteNumber("%ID", Sofa);
        writer.WriteString("%TYPE", "uima.cas.Sofa");
        writer.WriteNumber("sofaNum", 1);
        writer.WriteString("sofaID", "_InitialView");
        writer.WriteString("mimeType", "text/plain");
        if (text is not null)
            writer.WriteString("sofaString", text.Value);
        else
            writer.WriteString("sofaURI", Identifiers.ForText(version.Text));
        writer.WriteEndObject();
    }

    private static void WriteStart(Utf8JsonWriter writer, int id, string type)
    {
        writer.WriteStartObject();
        writer.WriteNumber("%ID", id);
        writer.WriteString("%TYPE", type);
        writer.WriteNumber("@sofa", Sofa);
    }

    private static void WritePlace(Utf8JsonWriter writer, TextSpan span, int[]? offsets)
    {
        writer.WriteNumber("begin", offsets is null ? 0 : offsets[span.Start]);
        writer.WriteNumber("end", offsets is null ? 0 : offsets[span.End]);
    }

    private static void WriteFeatures(Utf8JsonWriter writer, IEnumerable<(string Name, string Value)> features)
    {
        foreach (var (name, value) in features)
            writer.WriteString(name, value);
    }

    private static void WriteView(Utf8JsonWriter writer, int last)
    {
        writer.WriteStartObject("%VIEWS");
        writer.WriteStartObject("_InitialView");
        writer.WriteNumber("%SOFA", Sofa);
        writer.WriteStartArray("%MEMBERS");
        for (var id = Sofa + 1; id <= last; id++)
            writer.WriteNumberValue(id);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // By code point, where it begins in UTF-16; at last the end of the text.
    private static int[] CountUnits(NormalisedText text)
    {
        var offsets = new int[text.Length + 1];
        var (position, unit) = (0, 0);
        foreach (var rune in text.Value.EnumerateRunes())
        {
            offsets[position++] = unit;
            unit += rune.Utf16SequenceLength;
        }

        offsets[position] = unit;
        return offsets;
    }
}
