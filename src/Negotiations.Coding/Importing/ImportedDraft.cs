using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>What an import comes to: proposals, and what was left out.</summary>
/// <param name="Format">The tool that wrote the annotations.</param>
/// <param name="Events">The events of the draft.</param>
public sealed record ImportedDraft(AnnotationFormat Format, IReadOnlyList<JsonObject> Events)
{
    /// <summary>The head of the coded file, where this program wrote the annotations.</summary>
    public JsonObject? Head { get; init; }

    /// <summary>The text, where it stands in the file of the annotations.</summary>
    public NormalisedText? Text { get; init; }

    /// <summary>The labels that the mapping does not name, and what is no annotation of words.</summary>
    public IReadOnlyList<LeftOutAnnotations> LeftOut { get; init; } = [];

    /// <summary>What was left out of single proposals, and labels of the mapping that occur nowhere.</summary>
    public IReadOnlyList<CodingError> Notes { get; init; } = [];

    /// <summary>Reads annotations and makes proposals of them.</summary>
    /// <param name="submitted">The file of the annotations.</param>
    /// <param name="request">What they are read with.</param>
    /// <exception cref="CodingException">The file is wrong; the errors say where.</exception>
    public static ImportedDraft Read(SubmittedFile submitted, ImportRequest request)
    {
        var errors = new List<CodingError>();
        var file = AnnotationReader.Read(submitted, request, errors);
        if (errors.Count > 0 || file is null)
            throw new CodingException([.. errors.Take(ImportMapping.MostErrors)]);
        if (request.Mapping is null && file.Head is null)
            throw new CodingException([
                new(
                    submitted.File,
                    0,
                    "",
                    "was not written by this program, so a mapping has to say what its labels mean: "
                        + "give --mapping FILE (docs/import.md has an example for each format)"
                ),
            ]);
        return new DraftComposition(submitted.File, file, request).Write();
    }
}

/// <summary>What annotations are read with.</summary>
public sealed record ImportRequest
{
    /// <summary>The mapping; null: only what this program itself exported is read.</summary>
    public ImportMapping? Mapping { get; init; }

    /// <summary>The text of the article; null: it is in the file of the annotations, or is not needed.</summary>
    public AnnotatedText? Text { get; init; }

    /// <summary>The page whose annotations are read, where a file has several; null: there is one.</summary>
    public string? Source { get; init; }

    /// <summary>Whether annotations without a place in the text are left out; else they are errors.</summary>
    public bool SkipsUnplaced { get; init; }
}

/// <summary>Makes the proposals of one import.</summary>
internal sealed class DraftComposition
{
    private readonly string file;
    private readonly AnnotatedFile annotated;
    private readonly ImportRequest request;
    private readonly PlaceWriter places;
    private readonly List<CodingError> errors = [];
    private readonly List<CodingError> notes = [];
    private readonly List<JsonObject> events = [];
    private readonly Dictionary<(string Label, string Reason), int> leftOut = [];
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly HashSet<MappedEvent> used = new(ReferenceEqualityComparer.Instance);

    public DraftComposition(string file, AnnotatedFile annotated, ImportRequest request)
    {
        (this.file, this.annotated, this.request) = (file, annotated, request);
        places = new(annotated.Text, byWords: request.Text is not null);
    }

    public ImportedDraft Write()
    {
        var drafted = request.Mapping is { } mapping ? new DraftedEvent(file, mapping, places, notes) : null;
        var inOrder = annotated
            .Annotations.Where(annotation => !annotation.IsPart)
            .OrderBy(annotation => annotation.Spans.Select(span => span.Start).FirstOrDefault());
        foreach (var annotation in inOrder)
        {
            if (annotation.Event is not null)
                AddOwn(annotation);
            else if (!ImportWords.IsName(annotation.Labels[0], ExportedTerms.EvidenceLayer))
                AddMapped(annotation, drafted);
        }

        foreach (var mapped in request.Mapping?.Events.Where(mapped => !used.Contains(mapped)) ?? [])
            notes.Add(
                new(request.Mapping!.File, mapped.Place.Line, "events", $"nothing in {file} is '{mapped.Label}'")
                {
                    Column = mapped.Place.Column,
                }
            );
        if (events.Count > Limits.Reports)
            errors.Add(
                new(
                    file,
                    0,
                    "",
                    $"has {Limits.Format(events.Count)} proposals; a coded file has at most "
                        + Limits.Format(Limits.Reports)
                )
            );
        if (errors.Count > 0)
            throw new CodingException([.. errors.Take(ImportMapping.MostErrors)]);
        return new(annotated.Format, events)
        {
            Head = annotated.Head,
            Text = annotated.Text,
            LeftOut =
            [
                .. annotated.LeftOut,
                .. leftOut
                    .Select(one => new LeftOutAnnotations(one.Key.Label, one.Value, one.Key.Reason))
                    .OrderByDescending(one => one.Count)
                    .ThenBy(one => one.Label, StringComparer.Ordinal),
            ],
            Notes = notes,
        };
    }

    private void AddMapped(SourceAnnotation annotation, DraftedEvent? drafted)
    {
        foreach (var label in annotation.Labels.Distinct(StringComparer.Ordinal))
        {
            var fitting = request.Mapping?.Events.Where(mapped => ImportWords.IsName(label, mapped.Label)).ToList()
                ?? [];
            var mapped = fitting.FirstOrDefault(mapped => Fits(annotation, mapped));
            if (mapped is null)
            {
                LeaveOut(Describe(annotation, label, fitting), "not in the mapping");
                continue;
            }

            used.Add(mapped);
            if (!IsPlaced(annotation, label))
                continue;
            if (drafted!.Write(annotation, mapped) is { } fields)
                Add(fields);
            else
                LeaveOut(label, "the mapping gives it no type");
        }
    }

    private void AddOwn(SourceAnnotation annotation)
    {
        if (!IsPlaced(annotation, annotation.Labels[0]))
            return;
        var fields = annotation.Event!;
        // What somebody moved in a tool counts, not what the features say.
        var spans = annotation
            .Spans.Concat(
                annotation
                    .Features.Where(feature => feature.Name == $"^{ExportedTerms.ReportFeature}")
                    .SelectMany(feature => feature.Target?.Spans ?? [])
            )
            .ToList();
        if (spans.Count > 0)
            fields["evidence"] = places.WriteAll(spans);
        else if (annotation.GivenSpans.Count > 0)
            fields["evidence"] = PlaceWriter.WriteGiven(annotation.GivenSpans);
        fields.Remove("proposed");
        Add(fields);
    }

    private void Add(JsonObject fields)
    {
        var type = fields["type"]?.ToString() ?? "report";
        var written = new JsonObject { ["id"] = fields["id"]?.ToString() ?? ChooseId(type) };
        foreach (var (name, value) in fields.Where(field => field.Key != "id").ToList())
            written[name] = value?.DeepClone();
        if (written["summary"] is null)
            written["summary"] = Summarise(fields, type);
        written["proposed"] = new JsonObject { ["by"] = $"import {Name(annotated.Format)}" };
        events.Add(written);
    }

    private bool IsPlaced(SourceAnnotation annotation, string label)
    {
        if (annotation.Unplaced is not { } problem)
            return true;
        if (request.SkipsUnplaced)
            LeaveOut(label, "no place in the text");
        var message = new CodingError(
            file,
            annotation.Place.Line,
            annotation.Field.Length > 0 ? annotation.Field : annotation.Name,
            $"{problem}{(request.SkipsUnplaced ? "" : "; leave such annotations out with --skip-unplaced")}"
        )
        {
            Column = annotation.Place.Column,
        };
        (request.SkipsUnplaced ? notes : errors).Add(message);
        return false;
    }

    private static bool Fits(SourceAnnotation annotation, MappedEvent mapped) =>
        mapped.Where.All(wanted =>
            annotation.Features.Any(feature =>
                feature.Target is null
                && ImportWords.IsName(feature.Name, wanted.Feature)
                && wanted.Values.Contains(feature.Text, StringComparer.Ordinal)
            )
        );

    // Of a layer that the mapping tells apart by features, what they are.
    private static string Describe(SourceAnnotation annotation, string label, IReadOnlyList<MappedEvent> fitting)
    {
        var features = fitting
            .SelectMany(mapped => mapped.Where.Select(wanted => wanted.Feature))
            .Distinct(StringComparer.Ordinal)
            .Select(name =>
                (name, Value: annotation.Features.FirstOrDefault(one => ImportWords.IsName(one.Name, name))?.Text)
            )
            .Where(feature => feature.Value is { Length: > 0 })
            .Select(feature => $"{feature.name}: {ImportWords.Shorten(feature.Value!)}");
        return string.Join(", ", features.Prepend(ImportWords.Shorten(label)));
    }

    private void LeaveOut(string label, string reason) =>
        leftOut[(label, reason)] = leftOut.GetValueOrDefault((label, reason)) + 1;

    private string ChooseId(string type)
    {
        var name = JsonNamingPolicy.KebabCaseLower.ConvertName(type);
        var number = ids[name] = ids.GetValueOrDefault(name) + 1;
        return number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
    }

    // In words of the fields alone: a sentence of the article has no place in a store.
    private static string Summarise(JsonObject fields, string type)
    {
        var said = JsonNamingPolicy.KebabCaseLower.ConvertName(type).Replace('-', ' ');
        var actor = fields["actor"] is { } who ? $"{Join(who)}: " : "";
        var target = fields["target"] is { } whom ? $", to {Join(whom)}" : "";
        return $"{actor}{(actor.Length > 0 ? said : char.ToUpperInvariant(said[0]) + said[1..])}{target}.";
    }

    private static string Join(JsonNode value) =>
        value is JsonArray list ? string.Join(" and ", list.Select(one => one!.ToString())) : value.ToString();

    private static string Name(AnnotationFormat format) =>
        format switch
        {
            AnnotationFormat.Brat => "brat",
            AnnotationFormat.WebAnnoTsv => "webanno tsv",
            AnnotationFormat.Cas => "cas",
            _ => "web annotation",
        };
}
