using NodaTime;

namespace Negotiations.Assistant.Texts;

/// <summary>The lines of a text: what is reporting, what is not, and which entry of a live blog a line belongs
/// to.</summary>
internal sealed class TextLayout
{
    // Above the text stand outlet, headline, standfirst and byline.
    private const int MostHeadings = 4;

    // Of a line without a full stop in the midst of paragraphs that have one: a link, or the heading of a section.
    private const int LongestLink = 18;

    // "One app." is no text yet.
    private const int ShortestSentence = 5;

    private TextLayout(IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Instant?> entries, List<DraftNote> notes) =>
        (Paragraphs, Entries, Notes) = (paragraphs, entries, notes);

    public IReadOnlyList<Paragraph> Paragraphs { get; }

    /// <summary>The times of the entries, the first of which has the number 1.</summary>
    public IReadOnlyList<Instant?> Entries { get; }

    public List<DraftNote> Notes { get; }

    public static TextLayout Read(string text, CodePoints positions, ArticleContext article, DateTimeZone zone)
    {
        var lines = Unwrap(text, ListLines(text));
        var isTime = lines.ConvertAll(line => EntryTime.IsTime(text.AsSpan(line.Start, line.End - line.Start)));
        // One time on a page is that of the page.
        var isBlog = isTime.Count(time => time) >= 2;
        var stopped = lines.Count(line => IsStopped(text, line.End));
        var hasStops = stopped * 3 > lines.Count;
        var headlines = ListHeadlines(article);
        var notes = new List<DraftNote>();
        var paragraphs = new List<Paragraph>(lines.Count);
        var entries = new List<Instant?>();
        var (headings, body) = (0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            var (start, end) = lines[i];
            var line = text.AsSpan(start, end - start);
            if (isBlog && isTime[i])
            {
                entries.Add(EntryTime.Read(line.ToString(), article.Published?.Time, zone));
                notes.Add(
                    new(DraftNoteKind.Entry, positions.Convert(start, end), "an entry of a live blog begins here")
                );
                paragraphs.Add(new(start, end, ParagraphKind.EntryTime, entries.Count));
                (headings, body) = (MostHeadings - 1, 0);
                continue;
            }

            if (headlines.Count > 0 && headlines.TryGetValue(Shorten(line), out var time))
            {
                entries.Add(time);
                notes.Add(
                    new(DraftNoteKind.Entry, positions.Convert(start, end), "an entry of a live blog begins here")
                );
                (headings, body) = (MostHeadings - 1, 0);
            }

            var problem = Boilerplate.Recognise(line);
            var isHeading = !IsStopped(text, end) && hasStops;
            if (problem is null && isHeading && (body > 0 || headings >= MostHeadings) && IsShort(line))
                problem = "a link or a heading between paragraphs";
            if (problem is not null)
            {
                notes.Add(new(DraftNoteKind.Boilerplate, positions.Convert(start, end), $"left out: {problem}"));
                paragraphs.Add(new(start, end, ParagraphKind.Boilerplate, entries.Count));
                continue;
            }

            headings += isHeading ? 1 : 0;
            body += isHeading || Boilerplate.CountWords(line) < ShortestSentence ? 0 : 1;
            var kind = isHeading && body == 0 ? ParagraphKind.Heading : ParagraphKind.Body;
            paragraphs.Add(new(start, end, kind, entries.Count));
        }

        return new(paragraphs, entries, notes);
    }

    private static List<(int Start, int End)> ListLines(string text)
    {
        var lines = new List<(int Start, int End)>();
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            var (first, last) = (start, end);
            while (first < last && char.IsWhiteSpace(text[first]))
                first++;
            while (last > first && char.IsWhiteSpace(text[last - 1]))
                last--;
            if (first < last)
                lines.Add((first, last));
            start = end + 1;
        }

        return lines;
    }

    // Lines that were wrapped at a width belong together: most of those that follow on begin with a small letter.
    private static List<(int Start, int End)> Unwrap(string text, List<(int Start, int End)> lines)
    {
        const int FewestWrapped = 3;
        const int Widest = 120;
        const int Narrowest = 40;
        if (lines.Count < FewestWrapped || lines.Exists(line => line.End - line.Start > Widest))
            return lines;
        if (lines.Count(line => char.IsLower(text[line.Start])) < FewestWrapped)
            return lines;
        var unwrapped = new List<(int Start, int End)>();
        foreach (var line in lines)
        {
            if (
                unwrapped is [.., var last]
                && line.Start - last.End <= 2
                && !text.AsSpan(last.End, line.Start - last.End).Contains("\n\n", StringComparison.Ordinal)
                && (!IsStopped(text, last.End) || char.IsLower(text[line.Start]))
                && last.End - last.Start > Narrowest
            )
                unwrapped[^1] = (last.Start, line.End);
            else
                unwrapped.Add(line);
        }

        return unwrapped;
    }

    private static bool IsStopped(string text, int end)
    {
        var last = end - 1;
        while (last > 0 && text[last] is '”' or '"' or '’' or '\'' or ')' or '»' or '*')
            last--;
        return text[last] is '.' or '!' or '?' or '…' or ':' or ';' or ',' or '。' or '؟';
    }

    private static bool IsShort(ReadOnlySpan<char> line) => Boilerplate.CountWords(line) <= LongestLink;

    private static Dictionary<string, Instant?> ListHeadlines(ArticleContext article)
    {
        var headlines = new Dictionary<string, Instant?>(StringComparer.Ordinal);
        foreach (var entry in article.Entries)
        {
            var first = (entry.Headline ?? entry.Text).Split('\n')[0].Trim();
            var stamp = entry.Time is { } time ? EntryTime.Read(time, article.Published?.Time, DateTimeZone.Utc) : null;
            if (first.Length > 0)
                headlines.TryAdd(Shorten(first), stamp);
        }

        return headlines;
    }

    private static string Shorten(ReadOnlySpan<char> line) => line[..Math.Min(line.Length, 80)].ToString();
}
