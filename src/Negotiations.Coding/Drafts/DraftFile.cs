using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>A coded file with proposals, of which single fields are changed and nothing else.</summary>
/// <remarks>
/// It is a text that people write, too: comments, order and layout of what is not changed stay as they are. Immutable:
/// each change gives another one.
/// </remarks>
public sealed class DraftFile
{
    private const string Proposed = ProposalReader.Field;
    private const string Decision = "decision";
    private const string Reviewer = "reviewer";
    private const string Reason = "reason";
    private const string Edited = "edited";

    private readonly YamlMappingNode root;

    private DraftFile(string file, string text, YamlMappingNode root)
    {
        (File, Text, this.root) = (file, text, root);
        Events = [.. ListEvents().Select(Describe)];
    }

    /// <summary>Its name.</summary>
    public string File { get; }

    /// <summary>What it says.</summary>
    public string Text { get; }

    /// <summary>Its events, in their order.</summary>
    public IReadOnlyList<DraftEvent> Events { get; }

    /// <summary>The negotiation that it belongs to, and the name of the file with its text; null where it does not
    /// say.</summary>
    public (string? Negotiation, string? TextFile) Names =>
        (
            DraftNodes.FindText(root, "negotiation"),
            DraftNodes.Find(root, "text") is YamlMappingNode text
                ? DraftNodes.FindText(text, "file")
                : DraftNodes.FindText(root, "text")
        );

    /// <summary>Reads one.</summary>
    /// <exception cref="CodingException">It is no YAML mapping, or too large.</exception>
    public static DraftFile Read(SubmittedFile submitted)
    {
        var errors = new List<CodingError>();
        var fields = YamlDocument.Read(submitted, errors);
        if (errors.Count > 0)
            throw new CodingException(errors);
        return new(submitted.File, submitted.Text, fields.Node);
    }

    /// <summary>Reads one from the disk.</summary>
    /// <exception cref="CodingException">It cannot be read, is no YAML mapping, or too large.</exception>
    public static DraftFile Read(string path)
    {
        var errors = new List<CodingError>();
        return YamlDocument.ReadText(path, errors) is { } text ? Read(text) : throw new CodingException(errors);
    }

    /// <summary>The file with a decision on a proposal.</summary>
    /// <param name="place">The event.</param>
    /// <param name="decision">The decision; null: it is open again.</param>
    /// <param name="reviewer">Who decided it.</param>
    /// <param name="reason">Why it was rejected; null where nobody says.</param>
    public DraftFile Decide(int place, ReviewDecision? decision, string? reviewer, string? reason = null)
    {
        var proposed = FindProposal(place);
        var changed = DraftNodes.Copy(proposed, but: [Decision, Reviewer, Reason]);
        if (decision is { } word)
        {
            changed.Add(Decision, YamlText.Text(Negotiations.EnumText.Format(word)));
            if (reviewer is not null)
                changed.Add(Reviewer, YamlText.Text(reviewer));
            if (reason is not null)
                changed.Add(Reason, YamlText.Text(reason));
        }

        return With(DraftText.SetField(Text, root, place, Proposed, changed));
    }

    /// <summary>The file with another value of a field, and the note that the proposal was edited.</summary>
    /// <param name="place">The event.</param>
    /// <param name="field">The field, such as <c>actor</c> or <c>details.form</c>.</param>
    /// <param name="value">The value as it is written in YAML; empty: the field is taken away.</param>
    /// <exception cref="FormatException">The value is no YAML.</exception>
    public DraftFile Edit(int place, string field, string value)
    {
        var given = DraftNodes.Parse(value);
        var parts = field.Split('.', 2);
        if (parts is [var group, var detail])
        {
            var details = DraftNodes.Find(FindEvent(place), group) as YamlMappingNode ?? [];
            var changed = DraftNodes.Copy(details, but: given is null ? [detail] : []);
            if (given is not null)
                changed.Children[new YamlScalarNode(detail)] = given;
            (field, given) = (group, changed);
        }

        var text = DraftText.SetField(Text, root, place, field, given);
        var after = With(text);
        return after.Events[place].By is null || after.Events[place].IsEdited ? after : after.NoteEdit(place);
    }

    /// <summary>The file with an event more, at its end.</summary>
    /// <param name="fields">The fields, each with its value as it is written in YAML.</param>
    /// <exception cref="FormatException">A value is no YAML.</exception>
    public DraftFile Add(IReadOnlyList<(string Name, string Value)> fields)
    {
        var added = new YamlMappingNode();
        foreach (var (name, value) in fields)
        {
            if (DraftNodes.Parse(value) is { } node)
                added.Add(name, node);
        }

        return With(DraftText.AddEvent(Text, root, added));
    }

    /// <summary>The fields of an event as texts of a form (<see cref="ReportForm"/>); those that are not there are
    /// left out.</summary>
    public IReadOnlyDictionary<string, string> ReadForm(int place) => ReportForm.Read(FindEvent(place));

    /// <summary>The file with the fields of an event that a form gives another value.</summary>
    /// <param name="place">The event.</param>
    /// <param name="texts">The fields of the form, empty where they have no value; others stay as they are.</param>
    /// <exception cref="FormatException">A value is no YAML.</exception>
    public DraftFile Fill(int place, IReadOnlyDictionary<string, string> texts)
    {
        var node = FindEvent(place);
        var before = ReportForm.Read(node);
        var fields = ReportForm.ListFields(texts.GetValueOrDefault("type", before.GetValueOrDefault("type", "")));
        var changed = fields
            .Where(field =>
                texts.TryGetValue(field.Name, out var text)
                && !ReportForm.AreSame(field, text, before.GetValueOrDefault(field.Name, ""))
            )
            .ToList();
        if (changed.Count == 0)
            return this;
        var after = this;
        foreach (var field in changed.Where(field => !ReportForm.IsDetail(field)))
            after = after.With(
                DraftText.SetField(after.Text, after.root, place, field.Name, WriteField(field, texts[field.Name]))
            );
        var details = FillDetails(node, fields, changed, texts);
        if (details is not null)
            after = after.With(
                DraftText.SetField(
                    after.Text,
                    after.root,
                    place,
                    "details",
                    details.Children.Count > 0 ? details : null
                )
            );
        return after.Events[place].By is null || after.Events[place].IsEdited ? after : after.NoteEdit(place);
    }

    /// <summary>The file with a report more that somebody filled in, at its end.</summary>
    /// <param name="id">Its identifier, which no other has.</param>
    /// <param name="texts">The fields of the form.</param>
    /// <param name="by">The rule that proposed what was filled in; null where none did.</param>
    /// <param name="reviewer">Who filled it in.</param>
    /// <exception cref="FormatException">A value is no YAML.</exception>
    public DraftFile AddFilled(
        string id,
        IReadOnlyDictionary<string, string> texts,
        string? by = null,
        string? reviewer = null
    )
    {
        var fields = ReportForm.ListFields(texts.GetValueOrDefault("type"));
        var added = YamlText.Mapping([
            ("id", YamlText.Text(id)),
            .. fields.Where(field => !ReportForm.IsDetail(field)).Select(field => (field.Name, Value(field))),
        ]);
        var details = YamlText.Mapping(
            fields.Where(ReportForm.IsDetail).Select(field => (ReportForm.NameIn(field), Value(field)))
        );
        if (details.Children.Count > 0)
            added.Add("details", details);
        if (by is not null && reviewer is not null)
            added.Add(
                Proposed,
                YamlText.Mapping(
                    ("by", YamlText.Text(by)),
                    (Decision, YamlText.Text(Negotiations.EnumText.Format(ReviewDecision.Accepted))),
                    (Reviewer, YamlText.Text(reviewer)),
                    (Edited, YamlText.Plain("true"))
                )
            );
        return With(DraftText.AddEvent(Text, root, added));

        YamlNode? Value(FormField field) => WriteField(field, texts.GetValueOrDefault(field.Name, ""));
    }

    /// <summary>A field at the top of the file as it is written, of a mapping one in it: <c>published.time</c>; null
    /// where it is not there.</summary>
    public string? FindTop(string field)
    {
        var parts = field.Split('.', 2);
        return DraftNodes.Find(root, parts[0]) switch
        {
            YamlMappingNode mapping when parts.Length == 2 => DraftNodes.FindText(mapping, parts[1]),
            YamlScalarNode scalar when parts.Length == 1 => scalar.Value,
            _ => null,
        };
    }

    /// <summary>The file with other values of fields at its top.</summary>
    /// <param name="fields">The fields as a coded file has them; null takes a field away.</param>
    public DraftFile SetTop(IReadOnlyDictionary<string, JsonNode?> fields)
    {
        var after = this;
        foreach (var (field, value) in fields)
            after = after.With(
                DraftText.SetTop(after.Text, after.root, field, value is null ? null : EventYaml.ToYaml(value))
            );
        return after;
    }

    /// <summary>The file without an event.</summary>
    public DraftFile Remove(int place) => With(DraftText.RemoveEvents(Text, root, [place]));

    /// <summary>The file with what is decided to be a report: no proposal that is open or was rejected.</summary>
    public DraftFile SelectAccepted() =>
        With(
            DraftText.RemoveEvents(
                Text,
                root,
                [
                    .. Events
                        .Where(@event => @event.By is not null && @event.Decision != ReviewDecision.Accepted)
                        .Select(@event => @event.Place),
                ]
            )
        );

    // A type has details of its own: those of another type go with it.
    private static YamlMappingNode? FillDetails(
        YamlMappingNode node,
        IReadOnlyList<FormField> fields,
        IReadOnlyList<FormField> changed,
        IReadOnlyDictionary<string, string> texts
    )
    {
        var before = DraftNodes.Find(node, "details") as YamlMappingNode ?? [];
        var known = fields.Where(ReportForm.IsDetail).Select(ReportForm.NameIn).ToHashSet(StringComparer.Ordinal);
        var gone = before.Children.Keys.Select(key => ((YamlScalarNode)key).Value!).Where(key => !known.Contains(key));
        var details = DraftNodes.Copy(before, but: [.. gone]);
        foreach (var field in changed.Where(ReportForm.IsDetail))
        {
            var key = new YamlScalarNode(ReportForm.NameIn(field));
            if (WriteField(field, texts[field.Name]) is { } value)
                details.Children[key] = value;
            else
                details.Children.Remove(key);
        }

        return details.Children.Count == before.Children.Count && !changed.Any(ReportForm.IsDetail) ? null : details;
    }

    // A report says whether anybody is named; the text may name nobody.
    private static YamlNode? WriteField(FormField field, string text)
    {
        try
        {
            return ReportForm.Write(field, text) ?? (field.Name == "actor" ? YamlText.Null : null);
        }
        catch (FormatException exception)
        {
            throw new FieldFormatException(field.Name, exception.Message);
        }
    }

    private DraftFile NoteEdit(int place)
    {
        var changed = DraftNodes.Copy(FindProposal(place), but: []);
        changed.Add(Edited, YamlText.Plain("true"));
        return With(DraftText.SetField(Text, root, place, Proposed, changed));
    }

    private DraftFile With(string text) => Read(new SubmittedFile(File, text));

    private IEnumerable<YamlMappingNode> ListEvents() =>
        (DraftNodes.Find(root, "events") as YamlSequenceNode)?.Children.OfType<YamlMappingNode>() ?? [];

    private YamlMappingNode FindEvent(int place) => ListEvents().ElementAt(place);

    private YamlMappingNode FindProposal(int place) =>
        DraftNodes.Find(FindEvent(place), Proposed) as YamlMappingNode
        ?? throw new InvalidOperationException("an event that somebody coded by hand is no proposal");

    private static DraftEvent Describe(YamlMappingNode node, int place)
    {
        var proposed = DraftNodes.Find(node, Proposed) as YamlMappingNode;
        return new(
            place,
            DraftNodes.FindText(node, "id") ?? "",
            DraftNodes.FindText(node, "type") ?? "",
            [.. DraftNodes.ListFields(node).Where(field => !IsShownApart(field.Name))],
            (int)node.Start.Line
        )
        {
            Evidence = [.. DraftNodes.ListItems(DraftNodes.Find(node, "evidence")).Select(DraftNodes.Write)],
            By = Find("by"),
            Confidence = double.TryParse(
                Find("confidence"),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var confidence
            )
                ? confidence
                : null,
            Sentence = ReadSpan(Find("sentence")),
            Acts =
            [
                .. DraftNodes
                    .ListItems(proposed is null ? null : DraftNodes.Find(proposed, "acts"))
                    .OfType<YamlScalarNode>()
                    .Select(act => act.Value!),
            ],
            Decision = Enum.GetValues<ReviewDecision>()
                .Select(decision => (ReviewDecision?)decision)
                .FirstOrDefault(decision => Negotiations.EnumText.Format(decision!.Value) == Find(Decision)),
            Reviewer = Find(Reviewer),
            Reason = Find(Reason),
            IsEdited = Find(Edited) == "true",
        };

        string? Find(string name) => proposed is null ? null : DraftNodes.FindText(proposed, name);
    }

    private static bool IsShownApart(string field) =>
        field is "id" or "type" or "evidence" || field.Split('.')[0] == Proposed;

    private static (int, int)? ReadSpan(string? text) =>
        text?.Split('-') is [var start, var end]
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? (first, last)
            : null;
}
