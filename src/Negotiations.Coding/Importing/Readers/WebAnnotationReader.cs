using System.Text.Json;

namespace Negotiations.Coding;

/// <summary>
/// Reads annotations of the Web Annotation Data Model (W3C, 2017), and as hypothes.is exports and answers them.
/// </summary>
/// <remarks>
/// Their positions count in a page as a browser has it, which is not the text of the article; so they are found by
/// their
/// quotations. Only those of this program count in the text itself, and have hashes.
/// </remarks>
internal sealed class WebAnnotationReader
{
    private const string NoTag = "(no tag)";

    private readonly string file;
    private readonly AnnotatedText? text;
    private readonly List<CodingError> errors;
    private readonly QuotePlaces? quotes;
    private readonly List<SourceAnnotation> annotations = [];
    private readonly List<string> replies = [];

    private WebAnnotationReader(string file, AnnotatedText? text, List<CodingError> errors)
    {
        (this.file, this.text, this.errors) = (file, text, errors);
        quotes = text is null ? null : new(text);
    }

    /// <summary>The annotations; what is wrong is noted.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="root">The document.</param>
    /// <param name="text">The text; null where it is not at hand, which only annotations of this program allow.</param>
    /// <param name="source">The page or text whose annotations are read; null: there is one.</param>
    /// <param name="errors">Where errors are noted.</param>
    public static AnnotatedFile Read(
        string file,
        PlacedJson root,
        AnnotatedText? text,
        string? source,
        List<CodingError> errors
    )
    {
        var reader = new WebAnnotationReader(file, text, errors);
        var version = OwnAnnotations.FindVersion(file, root, text, source, errors);
        if (errors.Count == 0)
            reader.ReadAll(root, version, source);
        return new(AnnotationFormat.WebAnnotation, reader.annotations)
        {
            Text = text?.Text,
            Head = version?.Head,
            LeftOut =
            [
                .. reader
                    .replies.GroupBy(reason => reason, StringComparer.Ordinal)
                    .Select(same => new LeftOutAnnotations("(no label)", same.Count(), same.Key)),
            ],
        };
    }

    private void ReadAll(PlacedJson root, OwnVersion? version, string? source)
    {
        var all = FindAnnotations(root);
        if (all is null)
        {
            errors.Add(
                new(
                    file,
                    0,
                    "",
                    "holds no annotations: neither a list, nor 'rows', 'annotations', 'items' or 'first.items', "
                        + "nor '%FEATURE_STRUCTURES'"
                )
            );
            return;
        }

        var sources = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var json in all)
        {
            if (json.Kind != JsonValueKind.Object)
            {
                Refuse(json, "is no annotation");
                continue;
            }

            var targets = json.Find("target")?.AsList() ?? [];
            var address = targets.Select(FindSource).FirstOrDefault(found => found is not null)
                ?? json.FindText("uri")
                ?? "";
            if (source is not null && address != source && version is null)
                continue;
            if (version is not null && !targets.Any(target => OwnAnnotations.IsOf(target, version.Sha256)))
                continue;
            sources[address] = sources.GetValueOrDefault(address) + 1;
            ReadAnnotation(json, targets, version);
        }

        if (sources.Count > 1 && version is null)
            errors.Add(
                new(
                    file,
                    0,
                    "",
                    $"has annotations of {sources.Count} pages; say which one with --source: "
                        + string.Join(", ", sources.Keys.Order(StringComparer.Ordinal).Take(10))
                )
            );
        else if (sources.Count == 0 && source is not null)
            errors.Add(new(file, 0, "", $"has no annotations of '{source}'"));
    }

    private static IReadOnlyList<PlacedJson>? FindAnnotations(PlacedJson root)
    {
        if (root.Kind == JsonValueKind.Array)
            return root.Items;
        foreach (var name in (string[])["rows", "annotations", "items"])
        {
            if (root.Find(name) is { Kind: JsonValueKind.Array } list)
                return list.Items;
        }

        if (root.Find("first")?.Find("items") is { Kind: JsonValueKind.Array } items)
            return items.Items;
        return root.Find("target") is null ? null : [root];
    }

    private void ReadAnnotation(PlacedJson json, IReadOnlyList<PlacedJson> targets, OwnVersion? version)
    {
        if (json.Find("references") is { Kind: JsonValueKind.Array, Items.Count: > 0 })
        {
            replies.Add("answers another annotation");
            return;
        }

        var annotation = new SourceAnnotation(json.FindText("id") ?? json.Path, json.Place, json.Path);
        annotations.Add(annotation);
        ReadWords(json, annotation);
        if (version is not null)
            OwnAnnotations.ReadEvent(json, annotation, version);
        if (annotation.Labels.Count == 0)
            annotation.Labels.Add(NoTag);
        foreach (var target in targets)
            Place(target, annotation);
        if (annotation is { Spans.Count: 0, GivenSpans.Count: 0, Unplaced: null })
            annotation.Unplaced = "it is on the whole page: it has no quotation";
    }

    // Tags and the note, of hypothes.is and of the standard; lines of a note can name fields.
    private static void ReadWords(PlacedJson json, SourceAnnotation annotation)
    {
        foreach (var tag in json.Find("tags")?.AsList() ?? [])
            AddTag(tag.IsText ? tag.Text : null);
        AddNote(json.FindText("text"));
        foreach (var body in json.Find("body")?.AsList() ?? [])
        {
            var value = body.IsText ? body.Text : body.FindText("value");
            if (body.FindText("purpose") is "tagging")
                AddTag(value);
            else
                AddNote(value);
        }

        void AddTag(string? tag)
        {
            if (string.IsNullOrWhiteSpace(tag))
                return;
            annotation.Labels.Add(tag.Trim());
            AddField(tag);
        }

        void AddNote(string? note)
        {
            if (string.IsNullOrWhiteSpace(note))
                return;
            annotation.Add("note", note.Trim());
            foreach (var line in note.Split('\n'))
                AddField(line);
        }

        void AddField(string line)
        {
            if (line.Split(':', 2) is [var name, var value] && name.Trim() is { Length: > 0 and < 40 } field)
                annotation.Add(field, value.Trim());
        }
    }

    private void Place(PlacedJson target, SourceAnnotation annotation)
    {
        var selectors = target.Find("selector")?.AsList() ?? [];
        var position = selectors.FirstOrDefault(one => one.FindText("type") == "TextPositionSelector");
        var quote = selectors.FirstOrDefault(one => one.FindText("type") == "TextQuoteSelector");
        var (start, end) = (position?.Find("start")?.AsInteger(), position?.Find("end")?.AsInteger());
        if (position is not null && (start is null or < 0 || end is null || end < start))
        {
            Refuse(position, "is no position: it has no whole numbers 'start' and 'end' in this order");
            return;
        }

        if (position?.FindText("sha256") is { } hash)
            PlaceOwn(new(start!.Value, end!.Value, hash), position, annotation);
        else if (quote?.FindText("exact") is { } exact)
        {
            var (place, problem) = quotes!.Find(
                exact,
                quote.FindText("prefix"),
                quote.FindText("suffix"),
                start is null ? null : (start.Value, end!.Value)
            );
            annotation.Unplaced ??= problem;
            if (place is { } found)
                annotation.Spans.Add(found);
        }
        else if (position is not null)
            annotation.Unplaced ??= "it has a position in the page, and no quotation that shows what is meant";
    }

    private void PlaceOwn(TextSpan span, PlacedJson position, SourceAnnotation annotation)
    {
        if (span.ProblemIn(text?.Text.Length ?? int.MaxValue) is { } problem)
            Refuse(position, problem);
        else if (text is null)
            annotation.GivenSpans.Add(span);
        else if (text.Text.Matches(span))
            annotation.Spans.Add((span.Start, span.End));
        else
            Refuse(position, "is not the hash of what the text has there; is it the text that was annotated?");
    }

    private static string? FindSource(PlacedJson target) =>
        target.IsText ? target.Text
        : target.Find("source") is { } source ? (source.IsText ? source.Text : source.FindText("id"))
        : null;

    private void Refuse(PlacedJson at, string message) =>
        errors.Add(new(file, at.Place.Line, at.Path, message) { Column = at.Place.Column });
}
