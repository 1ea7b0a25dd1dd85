using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Changes single fields in the text of a draft, line by line.</summary>
internal static class DraftText
{
    /// <summary>The text with another value of a field of an event.</summary>
    /// <param name="text">The text.</param>
    /// <param name="root">What it says.</param>
    /// <param name="place">The event.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="value">The value; null: the field is taken away.</param>
    public static string SetField(string text, YamlMappingNode root, int place, string field, YamlNode? value)
    {
        var events = (YamlSequenceNode)DraftNodes.Find(root, "events")!;
        var node = (YamlMappingNode)events.Children[place];
        var lines = new DraftLines(text);
        if (node.Style == MappingStyle.Flow || events.Style == SequenceStyle.Flow)
            throw new CodingException([
                new(
                    "",
                    (int)node.Start.Line,
                    $"events[{place}]",
                    "stands in one line, in braces; write a field a line"
                ),
            ]);
        var column = (int)node.Children.First().Key.Start.Column - 1;
        var names = node.Children.Keys.ToList();
        var at = names.FindIndex(name => ((YamlScalarNode)name).Value == field);
        var end = FindEnd(root, events, place, lines);
        if (at < 0)
            return value is null ? text : lines.Insert(end, Write(field, value, column));
        var first = (int)names[at].Start.Line - 1;
        var next = lines.CutBack(first + 1, at + 1 < names.Count ? (int)names[at + 1].Start.Line - 1 : end);
        // The first field of an event stands behind its dash.
        var written = value is null ? [] : Write(field, value, column);
        if (at == 0 && written.Count > 0)
            written[0] = lines[first][..column] + written[0][column..];
        return lines.Replace(first, next, written);
    }

    /// <summary>The text with another value of a field at its top.</summary>
    /// <param name="text">The text.</param>
    /// <param name="root">What it says.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="value">The value; null: the field is taken away.</param>
    public static string SetTop(string text, YamlMappingNode root, string field, YamlNode? value)
    {
        var lines = new DraftLines(text);
        var names = root.Children.Keys.ToList();
        var at = names.FindIndex(name => ((YamlScalarNode)name).Value == field);
        var written = value is null ? [] : Write(field, value, 0);
        if (at < 0)
        {
            var events = names.FindIndex(name => ((YamlScalarNode)name).Value == "events");
            var place = events < 0 ? lines.Count : (int)names[events].Start.Line - 1;
            return value is null ? text : lines.Insert(place, written);
        }

        var first = (int)names[at].Start.Line - 1;
        var end = at + 1 < names.Count ? (int)names[at + 1].Start.Line - 1 : lines.Count;
        return lines.Replace(first, lines.CutBack(first + 1, end), written);
    }

    /// <summary>The text with an event more at the end of its events.</summary>
    public static string AddEvent(string text, YamlMappingNode root, YamlMappingNode added)
    {
        var lines = new DraftLines(text);
        var events = DraftNodes.Find(root, "events") as YamlSequenceNode;
        if (events is { Children.Count: > 0, Style: SequenceStyle.Flow })
            throw new CodingException([
                new("", (int)events.Start.Line, "events", "stand in one line, in brackets; write an event a block"),
            ]);
        var dash = events is { Children: [YamlMappingNode one, ..] }
            ? (int)one.Children.First().Key.Start.Column - 3
            : 2;
        var written = added
            .Children.SelectMany(field => Write(((YamlScalarNode)field.Key).Value!, field.Value, dash + 2))
            .ToList();
        written[0] = $"{new string(' ', dash)}- {written[0][(dash + 2)..]}";
        written.Insert(0, "");
        if (events is { Children.Count: > 0 })
            return lines.Insert(FindEnd(root, events, events.Children.Count - 1, lines), written);
        var head = root.Children.Keys.FirstOrDefault(name => ((YamlScalarNode)name).Value == "events");
        return head is null
            ? lines.Insert(lines.Count, ["events:", .. written])
            : lines.Replace((int)head.Start.Line - 1, (int)head.Start.Line, ["events:", .. written]);
    }

    /// <summary>The text without some events.</summary>
    public static string RemoveEvents(string text, YamlMappingNode root, IReadOnlyCollection<int> places)
    {
        if (places.Count == 0)
            return text;
        var lines = new DraftLines(text);
        var events = (YamlSequenceNode)DraftNodes.Find(root, "events")!;
        if (events.Children.Count == places.Count)
        {
            var head = root.Children.Keys.First(name => ((YamlScalarNode)name).Value == "events");
            var end = FindEnd(root, events, events.Children.Count - 1, lines);
            return lines.Replace((int)head.Start.Line - 1, end, ["events: []"]);
        }

        var gone = places
            .SelectMany(place =>
            {
                var first = (int)events.Children[place].Start.Line - 1;
                return Enumerable.Range(first, FindEnd(root, events, place, lines) - first);
            })
            .ToHashSet();
        return lines.Without(gone);
    }

    // The line after the last one of an event: the next event, the next field of the file, or the end.
    private static int FindEnd(YamlMappingNode root, YamlSequenceNode events, int place, DraftLines lines)
    {
        var first = (int)events.Children[place].Start.Line;
        var after =
            place + 1 < events.Children.Count
                ? (int)events.Children[place + 1].Start.Line - 1
                : root
                    .Children.Keys.Select(name => (int)name.Start.Line - 1)
                    .Where(line => line >= first)
                    .DefaultIfEmpty(lines.Count)
                    .Min();
        return lines.CutBack(first, after);
    }

    private static List<string> Write(string field, YamlNode value, int column) =>
        [
            .. YamlText
                .Write(YamlText.Mapping((field, value)))
                .TrimEnd('\n')
                .Split('\n')
                .Where(line => line.Length > 0)
                .Select(line => new string(' ', column) + line),
        ];
}

/// <summary>The lines of a text, with the way in which it ends them.</summary>
internal sealed class DraftLines
{
    private readonly string end;
    private readonly List<string> lines;

    public DraftLines(string text)
    {
        end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        lines = [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];
        // What ends with a line end has no line after it.
        if (lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
    }

    public int Count => lines.Count;

    public string this[int place] => lines[place];

    /// <summary>The end of a stretch without the empty lines and comments behind it, which belong to what
    /// follows.</summary>
    public int CutBack(int first, int after)
    {
        while (after > first && lines[after - 1].TrimStart() is [] or ['#', ..])
            after--;
        return after;
    }

    public string Insert(int place, IReadOnlyList<string> added) => Replace(place, place, added);

    public string Without(IReadOnlySet<int> gone) =>
        string.Join(end, lines.Where((_, place) => !gone.Contains(place))) + end;

    public string Replace(int first, int after, IReadOnlyList<string> written) =>
        string.Join(end, lines.Take(first).Concat(written).Concat(lines.Skip(after))) + end;
}
