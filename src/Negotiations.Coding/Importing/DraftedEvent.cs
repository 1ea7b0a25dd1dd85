using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>Makes an event of a coded file from an annotation, as the mapping says.</summary>
/// <param name="file">The file of the annotations.</param>
/// <param name="mapping">The mapping.</param>
/// <param name="words">Writes places in the text.</param>
/// <param name="notes">Where is noted what was left out.</param>
internal sealed class DraftedEvent(string file, ImportMapping mapping, PlaceWriter words, List<CodingError> notes)
{
    /// <summary>What stands for the words of the annotation itself among the sources of a field.</summary>
    private const string OwnWords = "words";

    private const string Details = "details.";

    /// <summary>The fields, without identifier and summary; null where no type is given.</summary>
    public JsonObject? Write(SourceAnnotation annotation, MappedEvent mapped)
    {
        var type = ReadOne(annotation, mapped.Fields[0]);
        if (type is null)
            return null;
        var fields = new JsonObject { ["type"] = type, ["actor"] = null };
        var details = new JsonObject();
        var has = mapped.Fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var field in mapped.Fields.Skip(1).Concat(mapping.Defaults.Where(field => !has.Contains(field.Name))))
        {
            if (field.Name.StartsWith(Details, StringComparison.Ordinal))
            {
                var name = field.Name[Details.Length..];
                // A default may be for other types.
                if (IsDetail(type, name, out var isList) && Read(annotation, field, isList) is { } value)
                    details[name] = value;
            }
            else
                AddField(annotation, field, fields);
        }

        if (details.Count > 0)
            fields["details"] = details;
        if (!has.Contains("written") && FindWritten(annotation, mapped) is { } written)
            fields["written"] = written;
        if (!fields.ContainsKey("evidence"))
            fields["evidence"] = words.WriteAll(annotation.Spans);
        return fields;
    }

    private void AddField(SourceAnnotation annotation, MappedField field, JsonObject fields)
    {
        if (field.IsNull)
        {
            fields[field.Name] = null;
            return;
        }

        var value = field.Name switch
        {
            "chain" => ReadChain(annotation, field),
            "evidence" => ReadEvidence(annotation, field),
            "actor" or "round" => Read(annotation, field, mayBeList: true, isList: false),
            "others" => Read(annotation, field, mayBeList: true),
            _ => Read(annotation, field, mayBeList: false),
        };
        if (value is not null)
            fields[field.Name] = value;
    }

    // The form that the article uses is that of the annotation that is the actor.
    private string? FindWritten(SourceAnnotation annotation, MappedEvent mapped) =>
        mapped.Fields.FirstOrDefault(field => field.Name == "actor") is { } actor
        && actor.From.SelectMany(name => FindFeatures(annotation, name)).ToList() is [{ Target: { } only }]
        && words.Quote(only.Spans) is { Length: > 0 } written
            ? written
            : null;

    private JsonNode? ReadEvidence(SourceAnnotation annotation, MappedField field)
    {
        var spans = field
            .From.SelectMany(name =>
                name == OwnWords
                    ? annotation.Spans
                    : FindFeatures(annotation, name).SelectMany(feature => feature.Target?.Spans ?? [])
            )
            .Distinct()
            .ToList();
        return words.WriteAll(spans.Count > 0 ? spans : annotation.Spans);
    }

    private JsonArray? ReadChain(SourceAnnotation annotation, MappedField field)
    {
        var links = new JsonArray();
        foreach (var link in field.Links)
        {
            foreach (var name in link.Constant)
                links.Add((JsonNode)new JsonObject { ["name"] = name, ["implied"] = "said so in the mapping" });
            foreach (var feature in link.From.SelectMany(name => FindFeatures(annotation, name)))
            {
                var name = ReadText(feature, link);
                if (name is null)
                    continue;
                var fields = new JsonObject { ["name"] = name };
                if (link.Kind is not null)
                    fields["kind"] = link.Kind;
                if (link.Side is not null)
                    fields["side"] = link.Side;
                if (feature.Target?.Spans is [var span, ..])
                    words.AddTo(fields, span, annotation.Spans);
                else
                    fields["implied"] = "a feature of the annotation names it";
                links.Add((JsonNode)fields);
            }
        }

        return links.Count > 0 ? links : null;
    }

    private string? ReadOne(SourceAnnotation annotation, MappedField field) =>
        Read(annotation, field, mayBeList: false)?.GetValue<string>();

    private JsonNode? Read(SourceAnnotation annotation, MappedField field, bool mayBeList, bool? isList = null)
    {
        var values = ReadAll(annotation, field);
        if (values.Count == 0)
            return field.Default is { } other ? Wrap([other]) : null;
        if (values.Count > 1 && !mayBeList)
        {
            Note(
                annotation,
                $"{field.Name} is left out: there are {values.Count} values for it, "
                    + string.Join(", ", values.Take(3).Select(value => $"'{ImportWords.Shorten(value)}'"))
            );
            return null;
        }

        return Wrap(values);

        JsonNode Wrap(IReadOnlyList<string> all) =>
            (isList ?? mayBeList) || all.Count > 1
                ? new JsonArray([.. all.Select(value => (JsonNode)value)])
                : JsonValue.Create(all[0]);
    }

    private List<string> ReadAll(SourceAnnotation annotation, MappedField field)
    {
        if (field.Constant.Count > 0)
            return [.. field.Constant];
        var values = new List<string>();
        foreach (var name in field.From)
        {
            IEnumerable<string?> texts =
                name == OwnWords
                    ? [words.Quote(annotation.Spans)]
                    : FindFeatures(annotation, name).Select(feature => ReadText(feature, field));
            foreach (var text in texts.OfType<string>())
            {
                var value = field.Values is null ? text : field.Values.GetValueOrDefault(text);
                if (value is null)
                {
                    if (field.Default is null)
                        Note(annotation, $"{field.Name} is left out: the mapping does not say what '{Short(text)}' is");
                }
                else if (ForbiddenCharacters.FindProblem(value) is { } problem)
                    Note(annotation, $"{field.Name} is left out: it {problem}");
                else if (!values.Contains(value, StringComparer.Ordinal))
                    values.Add(value);
            }
        }

        return values;
    }

    private string? ReadText(SourceFeature feature, MappedField field)
    {
        var text =
            feature.Target is null ? feature.Text
            : field.Feature is { } name
                ? FindFeatures(feature.Target, name).FirstOrDefault(other => other.Target is null)?.Text
            : words.Quote(feature.Target.Spans);
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static bool IsDetail(string type, string name, out bool isList)
    {
        var property = DetailProperties
            .List(ReportTypes.Find(type)!)
            .FirstOrDefault(property => DetailProperties.FormatName(property) == name);
        isList =
            property?.PropertyType.IsGenericType == true
            && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        return property is not null;
    }

    private static IEnumerable<SourceFeature> FindFeatures(SourceAnnotation annotation, string name) =>
        annotation.Features.Where(feature => ImportWords.IsName(feature.Name, name));

    private static string Short(string text) => ImportWords.Shorten(text);

    private void Note(SourceAnnotation annotation, string message) =>
        notes.Add(
            new(file, annotation.Place.Line, annotation.Field.Length > 0 ? annotation.Field : annotation.Name, message)
            {
                Column = annotation.Place.Column,
            }
        );
}
