using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Negotiations.Coding;

namespace Negotiations.Bench;

/// <summary>
/// How well the text of articles is taken from pages: <c>pages FOLDER…</c> prints a row for each folder.
/// </summary>
/// <remarks>
/// A page <c>NAME.html</c> has beside it what is expected: its text in <c>NAME.expected.txt</c> or, as a page, in
/// <c>NAME.expected.html</c>; or <c>NAME.passages.txt</c>, whose lines are passages that the text has (<c>+ </c>)
/// or has not (<c>- </c>).
/// </remarks>
internal static class PageMeasurement
{
    private const double GoodEnough = 0.9;

    public static int Run(IReadOnlyList<string> folders)
    {
        if (folders.Count == 0 || folders.Any(folder => !Directory.Exists(folder)))
        {
            Console.Error.WriteLine("name folders with pages: pages FOLDER…");
            return 2;
        }

        foreach (var folder in folders)
            Console.Write(Measure(folder));
        return 0;
    }

    private static string Measure(string folder)
    {
        var pages = Directory
            .EnumerateFiles(folder, "*.html")
            .Where(page => !page.EndsWith(".expected.html", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        var rows = new StringBuilder();
        foreach (var rules in Enumerable.Range(PageRules.First, PageRules.Newest))
        {
            var scores = new List<(string Page, double Score)>();
            var areExact = true;
            foreach (var page in pages)
            {
                var expected = ReadExpected(page);
                if (expected is null)
                    continue;
                var read = ArticlePage.Read(File.ReadAllBytes(page), rules);
                areExact &= expected.Passages is null;
                scores.Add((page, expected.Score(read)));
            }

            if (scores.Count == 0)
                return $"{folder}: no page has anything beside it that is expected{Environment.NewLine}";
            var good = scores.Count(score => score.Score >= (areExact ? GoodEnough : 1));
            var median = scores.Select(score => score.Score).Order().ElementAt(scores.Count / 2);
            rows.AppendLine(
                $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}: {scores.Count} pages, rules {rules}: "
                    + $"{good} right ({100.0 * good / scores.Count:F1} %), "
                    + (areExact ? $"median F1 {median:F3}" : $"median of the passages right {median:F3}")
            );
            if (Environment.GetEnvironmentVariable("PAGES_LISTED") == "1")
                foreach (var (page, score) in scores.OrderBy(score => score.Score))
                    rows.AppendLine($"  {score:F3} {Path.GetFileName(page)}");
        }

        return rows.ToString();
    }

    private static ExpectedText? ReadExpected(string page)
    {
        var stem = page[..^".html".Length];
        if (File.Exists($"{stem}.expected.txt"))
            return new(File.ReadAllText($"{stem}.expected.txt"), null);
        if (File.Exists($"{stem}.expected.html"))
            return new(ReadWhole(File.ReadAllText($"{stem}.expected.html")), null);
        return File.Exists($"{stem}.passages.txt") ? new("", File.ReadAllLines($"{stem}.passages.txt")) : null;
    }

    // Words of two blocks are two words, also where no space is between them.
    private static string ReadWhole(string html) =>
        string.Join(
            ' ',
            new HtmlParser()
                .ParseDocument(html)
                .Body!.Descendants<IText>()
                .Where(text => text.ParentElement?.LocalName is not ("script" or "style"))
                .Select(text => text.Data)
        );
}

/// <summary>What the text of a page is expected to be: all of it, or passages.</summary>
internal sealed record ExpectedText(string Text, IReadOnlyList<string>? Passages)
{
    /// <summary>Token F1 of a page's text, or the share of the passages that are in it as they should be.</summary>
    public double Score(ArticlePage page)
    {
        // By our rules the headline stands first. Where it is not expected, it is not counted.
        var text =
            page.Metadata.Headline is { } headline
            && page.Text.StartsWith(headline, StringComparison.Ordinal)
            && (Passages is not null || !Flatten(Text).StartsWith(Flatten(headline), StringComparison.Ordinal))
                ? page.Text[headline.Length..]
                : page.Text;
        if (Passages is null)
            return F1(ListTokens(Text), ListTokens(text));
        var flat = Flatten(text);
        var right = Passages.Count(passage =>
            flat.Contains(Flatten(passage[2..]), StringComparison.Ordinal) == passage[0] is '+'
        );
        return Passages.Count == 0 ? 1 : (double)right / Passages.Count;
    }

    private static double F1(IReadOnlyList<string> expected, IReadOnlyList<string> found)
    {
        if (expected.Count == 0 || found.Count == 0)
            return expected.Count == found.Count ? 1 : 0;
        var left = expected.CountBy(token => token).ToDictionary();
        var shared = 0;
        foreach (var token in found)
        {
            if (left.GetValueOrDefault(token) is > 0 and var count)
            {
                left[token] = count - 1;
                shared++;
            }
        }

        return 2.0 * shared / (expected.Count + found.Count);
    }

    private static string Flatten(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Words of letters and digits in lower case; a sign of a script without spaces is one.
    private static List<string> ListTokens(string text)
    {
        var tokens = new List<string>();
        var token = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var isSign = rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF);
            if (Rune.IsLetterOrDigit(rune) && !isSign)
            {
                token.Append(Rune.ToLowerInvariant(rune));
                continue;
            }

            if (token.Length > 0)
                tokens.Add(token.ToString());
            token.Clear();
            if (isSign)
                tokens.Add(rune.ToString());
        }

        if (token.Length > 0)
            tokens.Add(token.ToString());
        return tokens;
    }
}
