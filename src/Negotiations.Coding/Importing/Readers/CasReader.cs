using System.Text.Json;

namespace Negotiations.Coding;

/// <summary>Reads the JSON of a UIMA CAS (0.4), as INCEpTION writes it.</summary>
/// <remarks>Offsets count UTF-16 units of the text in the file itself.</remarks>
internal sealed class CasReader
{
    private const string Structures = "%FEATURE_STRUCTURES";
    private const string Sofa = "uima.cas.Sofa";

    // What every document has, and no person annotated.
    private static readonly HashSet<string> Segmentation = new(StringComparer.Ordinal)
    {
        "uima.tcas.DocumentAnnotation",
        "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData",
        "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence",
        "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token",
        "de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata",
        "de.tudarmstadt.ukp.clarin.webanno.api.type.FeatureDefinition",
        "de.tudarmstadt.ukp.clarin.webanno.api.type.LayerDefinition",
    };

    private readonly string file;
    private readonly List<CodingError> errors;
    private readonly List<PlacedJson> structures = [];
    private readonly Dictionary<int, PlacedJson> byId = [];
    private readonly HashSet<int> twice = [];
    private readonly Dictionary<PlacedJson, SourceAnnotation> annotations = new(ReferenceEqualityComparer.Instance);
    private readonly List<(PlacedJson Json, string Type, SourceAnnotation Annotation)> found = [];

    private CasReader(string file, List<CodingError> errors) => (this.file, this.errors) = (file, errors);

    /// <summary>Whether a document is a CAS.</summary>
    public static bool IsFormat(PlacedJson root) =>
        root.Find(Structures) is not null || root.Find("%TYPES") is not null || root.Find("%VIEWS") is not null;

    /// <summary>The annotations; what is wrong is noted.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="root">The document.</param>
    /// <param name="given">The text as somebody holds it; null: that of the file.</param>
    /// <param name="errors">Where errors are noted.</param>
    public static AnnotatedFile Read(string file, PlacedJson root, AnnotatedText? given, List<CodingError> errors) =>
        new CasReader(file, errors).Read(root, given);

    private AnnotatedFile Read(PlacedJson root, AnnotatedText? given)
    {
        if (root.Find(Structures) is not { Kind: JsonValueKind.Array or JsonValueKind.Object } all)
        {
            Refuse(root, $"has no {Structures}: nothing is annotated in it");
            return new(AnnotationFormat.Cas, []);
        }

        // Both forms are in use: a list, or a mapping by identifier.
        var named = all.Kind == JsonValueKind.Object ? all.Members : [.. all.Items.Select(one => ("", one))];
        foreach (var (name, json) in named)
        {
            if (json.Kind != JsonValueKind.Object || ReadType(json) is null)
            {
                Refuse(json, "is no feature structure: it has no %TYPE");
                continue;
            }

            structures.Add(json);
            // Two of one identifier hurt only where something points to it.
            if ((int.TryParse(name, out var key) ? key : json.Find("%ID")?.AsInteger()) is { } id)
            {
                if (!byId.TryAdd(id, json))
                    twice.Add(id);
            }
        }

        var own = structures.Find(json => ReadType(json) == ExportedTerms.ArticleLayer);
        var text = ReadText(given, mayBeMissing: own is not null);
        var offsets = text is null ? null : new TextOffsets(text.Raw, OffsetUnit.Utf16, text.Text);
        if (errors.Count == 0)
        {
            foreach (var json in structures)
                ReadAnnotation(json, offsets);
            foreach (var (json, type, annotation) in found)
                ReadFeatures(json, type, annotation);
            foreach (var json in structures)
                ReadRelation(json);
        }

        return new(AnnotationFormat.Cas, [.. found.Select(one => one.Annotation)])
        {
            Text = given?.Text ?? text?.Text,
            Head = own is null || errors.Count > 0 ? null : OwnCas.ReadHead(file, own, errors),
        };
    }

    private AnnotatedText? ReadText(AnnotatedText? given, bool mayBeMissing)
    {
        var sofas = structures
            .Where(json => ReadType(json) == Sofa && json.FindText("sofaString") is not null)
            .ToList();
        if (sofas.Count > 1)
        {
            Refuse(sofas[1], "is a second text; only a document with one is read");
            return null;
        }

        if (sofas is not [var sofa])
        {
            if (!mayBeMissing)
                errors.Add(new(file, 0, Structures, "has no text: there is no uima.cas.Sofa with a sofaString"));
            return null;
        }

        var raw = sofa.FindText("sofaString")!;
        if (raw.Length > Limits.Text)
        {
            Refuse(sofa.Find("sofaString")!, $"has more than {Limits.Format(Limits.Text)} characters");
            return null;
        }

        if (ForbiddenCharacters.FindProblem(raw) is { } problem)
        {
            Refuse(sofa.Find("sofaString")!, problem);
            return null;
        }

        var text = AnnotatedText.From(given?.Article.File ?? "", raw);
        if (given is null || given.Text.Value == text.Text.Value)
            return text;
        Refuse(
            sofa.Find("sofaString")!,
            $"is not the text of '{given.Article.File}': {Compare(text.Text, given.Text)}"
        );
        return null;
    }

    private static string Compare(NormalisedText there, NormalisedText given)
    {
        var same = there.Value.AsSpan().CommonPrefixLength(given.Value);
        return $"they differ after {Limits.Format(same)} characters, "
            + $"at line {given.Value.AsSpan(0, same).Count('\n') + 1} "
            + $"of {Limits.Format(given.Value.AsSpan().Count('\n') + 1)}";
    }

    private void ReadAnnotation(PlacedJson json, TextOffsets? offsets)
    {
        var type = ReadType(json)!;
        if (type == Sofa || Segmentation.Contains(type) || IsRelation(json))
            return;
        var (begin, end) = (json.Find("begin") ?? json.Find("^begin"), json.Find("end") ?? json.Find("^end"));
        if (begin is null && end is null && type != ExportedTerms.ReportLayer)
            return;
        var annotation = new SourceAnnotation(json.Find("%ID")?.AsScalar() ?? json.Path, json.Place, json.Path);
        annotation.Labels.Add(type);
        annotations[json] = annotation;
        found.Add((json, type, annotation));
        // A zero is left out by some writers.
        if (offsets is not null)
            Place(annotation, json, begin, end, offsets);
    }

    private void Place(
        SourceAnnotation annotation,
        PlacedJson json,
        PlacedJson? begin,
        PlacedJson? end,
        TextOffsets offsets
    )
    {
        var (start, after) = (begin is null ? 0 : begin.AsInteger(), end is null ? 0 : end.AsInteger());
        if (start is not { } first || after is not { } last || first < 0 || last > offsets.Length || first > last)
            Refuse(
                start is null or < 0 || start > offsets.Length ? begin ?? json : end ?? json,
                $"is no place in the text, which has {offsets.Length} UTF-16 units"
            );
        else if (first == last)
            annotation.Unplaced = "it stands between two characters, and on no words";
        else if (offsets.FindPosition(first) is { } from && offsets.FindPosition(last) is { } to)
            annotation.Spans.Add((from, to));
        else
            annotation.Unplaced = "it begins or ends within one character";
    }

    private void ReadFeatures(PlacedJson json, string type, SourceAnnotation annotation)
    {
        foreach (var (name, value) in json.Members)
        {
            if (name.Length == 0 || name[0] is '%' or '^' || name is "begin" or "end" or "@sofa")
                continue;
            if (name[0] == '@')
                ReadReference(name[1..], value, annotation);
            // Numbers that JSON does not have are written as texts: #score.
            else if (value.AsScalar() is { } text)
                annotation.Add(name.TrimStart('#'), text);
            else if (value.Kind != JsonValueKind.Null)
                Refuse(value, "is no value of a feature: a text, a number or a flag");
        }

        if (type == ExportedTerms.ReportLayer)
            OwnCas.ReadEvent(file, annotation, errors);
    }

    private void ReadReference(string feature, PlacedJson value, SourceAnnotation annotation)
    {
        if (value.Kind == JsonValueKind.Null)
            return;
        if (value.AsInteger() is not { } id || !byId.TryGetValue(id, out var target))
        {
            Refuse(value, "names no feature structure of the file");
            return;
        }

        if (twice.Contains(id))
        {
            Refuse(value, $"names the feature structure {id}, and two of them are called so");
            return;
        }

        if (annotations.TryGetValue(target, out var other))
        {
            annotation.Add(feature, other);
            other.Add($"^{feature}", annotation);
            return;
        }

        var elements = target.Find("%ELEMENTS");
        foreach (var element in elements is null ? [target] : elements.AsList())
        {
            if (element.IsText)
                annotation.Add(feature, element.Text);
            else if (FindLink(element) is var (role, end))
            {
                annotation.Add(feature, end);
                if (role is not null)
                    annotation.Add($"{feature}/{role}", end);
                end.Add($"^{feature}", annotation);
            }
        }
    }

    // A link is an annotation by its identifier, or a structure of its own with a role and the annotation.
    private (string? Role, SourceAnnotation End)? FindLink(PlacedJson element)
    {
        var link = element.AsInteger() is { } id ? byId.GetValueOrDefault(id) : element;
        if (link is null)
            return null;
        if (annotations.TryGetValue(link, out var itself))
            return (null, itself);
        return FindEnd(link, "@target") is { } end ? (link.FindText("role"), end) : null;
    }

    // The governor is where the arrow begins.
    private void ReadRelation(PlacedJson json)
    {
        if (
            !IsRelation(json)
            || FindEnd(json, "@Governor") is not { } from
            || FindEnd(json, "@Dependent") is not { } to
        )
            return;
        var type = ReadType(json)!;
        Link(type);
        foreach (var (name, value) in json.Members)
        {
            if (name.Length > 0 && char.IsLetter(name[0]) && name is not ("begin" or "end") && value.IsText)
                Link($"{type}/{value.Text}");
        }

        void Link(string feature)
        {
            from.Add(feature, to);
            to.Add($"^{feature}", from);
        }
    }

    private SourceAnnotation? FindEnd(PlacedJson json, string name) =>
        json.Find(name)?.AsInteger() is { } id && byId.TryGetValue(id, out var end)
            ? annotations.GetValueOrDefault(end)
            : null;

    private static bool IsRelation(PlacedJson json) =>
        json.Find("@Governor") is not null || json.Find("@Dependent") is not null;

    private static string? ReadType(PlacedJson json) => json.FindText("%TYPE");

    private void Refuse(PlacedJson at, string message) =>
        errors.Add(new(file, at.Place.Line, at.Path, message) { Column = at.Place.Column });
}
