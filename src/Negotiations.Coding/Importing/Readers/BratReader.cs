using System.Globalization;

namespace Negotiations.Coding;

/// <summary>Reads annotations as brat writes them beside a text: one in a line.</summary>
/// <remarks>
/// Offsets count code points of the text as it stands in its file, CR and LF apart. Other programs that write the
/// format
/// count otherwise: each annotation has its words, so the first way of counting is taken by which all of them are
/// right.
/// </remarks>
internal sealed class BratReader
{
    private readonly string file;
    private readonly List<CodingError> errors;
    private readonly List<BratLine> lines = [];
    private readonly Dictionary<string, SourceAnnotation> byId = new(StringComparer.Ordinal);
    private readonly List<SourceAnnotation> annotations = [];
    private readonly List<(SourceAnnotation Event, SourceAnnotation Trigger)> triggers = [];
    private readonly List<BratSpan> spans = [];

    private BratReader(SubmittedFile submitted, List<CodingError> errors)
    {
        (file, this.errors) = (submitted.File, errors);
        var number = 0;
        foreach (var line in submitted.Text.Split('\n'))
        {
            number++;
            if (line.TrimEnd('\r') is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text))
                lines.Add(new(number, text.Split('\t')));
        }
    }

    /// <summary>The annotations; what is wrong is noted.</summary>
    public static AnnotatedFile Read(SubmittedFile submitted, AnnotatedText text, List<CodingError> errors)
    {
        var reader = new BratReader(submitted, errors);
        reader.ReadSpans();
        reader.ReadEvents();
        reader.ReadRest();
        if (errors.Count == 0)
            reader.PlaceAll(text);
        return new(AnnotationFormat.Brat, reader.annotations) { Text = text.Text };
    }

    private void ReadSpans()
    {
        foreach (var line in lines.Where(line => line.Kind == 'T'))
        {
            // Label Start End[;Start End]…
            if (line.Second.Split(' ', 2) is not [{ Length: > 0 } label, var offsets])
            {
                Refuse(line, "is no text-bound annotation; it is written as 'T1⇥Label 0 5⇥words'");
                continue;
            }

            var parts = new List<(int, int)>();
            foreach (var part in offsets.Split(';'))
            {
                if (
                    part.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var start, var end]
                    && TryRead(start, out var first)
                    && TryRead(end, out var last)
                    && first <= last
                )
                    parts.Add((first, last));
                else
                    Refuse(line, $"'{Excerpt(part)}' is no place; it is written as two whole numbers, such as 0 5");
            }

            var annotation = Add(line, label);
            spans.Add(new(line, annotation, parts, line.Fields.Length > 2 ? line.Fields[2] : null));
        }
    }

    private void ReadEvents()
    {
        var events = new List<(BratLine Line, SourceAnnotation Event, string[] Arguments)>();
        foreach (var line in lines.Where(line => line.Kind == 'E'))
        {
            var parts = line.Second.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (
                parts is not [var head, .. var arguments]
                || head.Split(':', 2) is not [{ Length: > 0 } label, var trigger]
            )
            {
                Refuse(line, "is no event; it is written as 'E1⇥Label:T1 Role:T2'");
                continue;
            }

            var added = Add(line, label);
            if (Find(line, trigger) is { } span)
            {
                span.IsPart = true;
                triggers.Add((added, span));
            }

            events.Add((line, added, arguments));
        }

        foreach (var (line, added, arguments) in events)
        {
            foreach (var argument in arguments)
            {
                if (argument.Split(':', 2) is [{ Length: > 0 } role, var id])
                {
                    if (Find(line, id) is { } target)
                        Link(added, WithoutNumber(role), target);
                }
                else
                    Refuse(line, $"'{Excerpt(argument)}' is no argument; it is written as Role:T2");
            }
        }
    }

    private void ReadRest()
    {
        foreach (var line in lines)
        {
            var parts = line.Second.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (line.Kind)
            {
                case 'T' or 'E':
                    break;
                case 'R' when parts is [var label, var first, var second, ..]:
                    if (Find(line, AfterColon(first)) is { } from && Find(line, AfterColon(second)) is { } to)
                        Link(from, label, to);
                    break;
                case '*' when parts is [var label, .. { Length: > 1 } all]:
                    var same = all.Select(id => Find(line, id)).OfType<SourceAnnotation>().ToList();
                    // Two of them at a time, a chain of them: a class of ten thousand has fifty million pairs.
                    for (var i = 1; i < same.Count; i++)
                    {
                        same[i - 1].Add(label, same[i]);
                        same[i].Add(label, same[i - 1]);
                    }

                    break;
                case 'A' or 'M' when parts is [var label, var id, ..]:
                    Find(line, id)?.Add(label, parts.Length > 2 ? string.Join(' ', parts[2..]) : "true");
                    break;
                case 'N' when parts is [var label, var id, var reference, ..]:
                    Find(line, id)?.Add(label, reference);
                    break;
                case '#':
                    // A note may be on the document, and on what is gone.
                    if (
                        parts is [var note, var on, ..]
                        && byId.TryGetValue(on, out var noted)
                        && line.Fields.Length > 2
                    )
                        noted.Add(note, line.Fields[2]);
                    break;
                default:
                    Refuse(
                        line,
                        $"'{Excerpt(string.Join('\t', line.Fields))}' is no line of brat; "
                            + "one begins with T, E, R, A, M, N, * or #, its number and a tab"
                    );
                    break;
            }
        }
    }

    private void PlaceAll(AnnotatedText text)
    {
        TextOffsets? chosen = null;
        List<CodingError>? first = null;
        foreach (var offsets in text.ListOffsets(OffsetUnit.CodePoints))
        {
            var wrong = Check(offsets);
            first ??= wrong;
            if (wrong.Count > 0)
                continue;
            chosen = offsets;
            break;
        }

        if (chosen is null)
        {
            errors.AddRange(first!);
            return;
        }

        foreach (var (_, annotation, parts, _) in spans)
        {
            foreach (var (start, end) in parts)
            {
                if (start == end)
                    annotation.Unplaced = "it stands between two characters, and on no words";
                else if (chosen.FindPosition(start) is { } from && chosen.FindPosition(end) is { } to)
                    annotation.Spans.Add((from, to));
                else
                    annotation.Unplaced = "it begins or ends within one character";
            }
        }

        foreach (var (added, trigger) in triggers)
        {
            added.Spans.AddRange(trigger.Spans);
            added.Unplaced = trigger.Unplaced;
        }
    }

    private List<CodingError> Check(TextOffsets offsets)
    {
        var wrong = new List<CodingError>();
        foreach (var (line, _, parts, words) in spans)
        {
            var there = parts.Select(part => offsets.Slice(part.Start, part.End)).ToList();
            if (there.Contains(null))
                wrong.Add(
                    new(
                        file,
                        line.Number,
                        line.Id,
                        $"ends at {parts.Max(part => part.End)}, outside the text, "
                            + $"which has {offsets.Length} characters; is it the text it was written for?"
                    )
                );
            else if (words is not null && FlattenLines(string.Join(' ', there)) != FlattenLines(words))
                wrong.Add(
                    new(
                        file,
                        line.Number,
                        line.Id,
                        $"says '{Excerpt(words)}', and the text has '{Excerpt(string.Join(' ', there))}' there; "
                            + "is it the text beside which the file was written?"
                    )
                );
        }

        return wrong;
    }

    // Where the words are broken over lines, brat writes spaces.
    private static string FlattenLines(string words) => words.Replace('\n', ' ').Replace('\r', ' ');

    private SourceAnnotation Add(BratLine line, string label)
    {
        var annotation = new SourceAnnotation(line.Id, new(line.Number, 0));
        annotation.Labels.Add(label);
        if (byId.TryAdd(line.Id, annotation))
            annotations.Add(annotation);
        else
            Refuse(line, $"{line.Id} is there twice");
        return annotation;
    }

    private SourceAnnotation? Find(BratLine line, string id)
    {
        if (byId.TryGetValue(id, out var found))
            return found;
        // What was said of a relation is of nothing that is imported.
        if (id.Length < 2 || id[0] is not 'R')
            Refuse(line, $"there is no '{Excerpt(id)}' in the file");
        return null;
    }

    private static void Link(SourceAnnotation from, string role, SourceAnnotation to)
    {
        from.Add(role, to);
        to.Add($"^{role}", from);
    }

    // The second of a role is Theme2.
    private static string WithoutNumber(string role) =>
        role.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is { Length: > 0 } name ? name : role;

    private static string AfterColon(string argument) => argument[(argument.IndexOf(':') + 1)..];

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Excerpt(string text) => ImportWords.Shorten(text);

    private void Refuse(BratLine line, string message) => errors.Add(new(file, line.Number, line.Id, message));

    private sealed record BratSpan(
        BratLine Line,
        SourceAnnotation Annotation,
        IReadOnlyList<(int Start, int End)> Parts,
        string? Words
    );

    private sealed record BratLine(int Number, string[] Fields)
    {
        public string Id => ImportWords.Shorten(Fields[0]);

        public char Kind => Fields[0].Length == 0 ? ' ' : Fields[0][0];

        public string Second => Fields.Length > 1 ? Fields[1] : "";
    }
}
