using System.Text;
using Xunit.Abstractions;

namespace Negotiations.Tests;

/// <summary>Random mutations of a text and of spans: none of them passes as anchored.</summary>
public class MutationsOfTexts(ITestOutputHelper output)
{
    private const int Texts = 6_500;

    private const int Spans = 3_500;

    // Written for this test; letters outside the Basic Multilingual Plane, combining marks, and script from right to
    // left.
    private const string Opening =
        "Ada Brill, the president of Varland, said on Wednesday that she would come to the pier house, "
        + "“rain or no rain” 🌧️.";

    private const string Words = $"""
        The Lake Herald
        Wednesday, 2 April 2031

        Varland waits for the ships of Ostrelia

        {Opening}

        Nobody of the other side had answered by the evening. Tomas Keel wrote two words: 𐌰𐌳𐌰, later.

        “قالت آدا إنها ستنتظر”, an adviser read from a slip of paper, and smiled.

        Jom̄ Terrac and Renée Dastral carried 40 000 letters to the old mill. The ministry did not count them.

        The talks of 2029 had ended after a day. Nobody remembers why; the minutes were lost in the lake.

        """;

    private static readonly TextArticle Article = new TextArticle(Words)
        .Says("comes", "she would come to the pier house, “rain or no rain” 🌧️", "Ada Brill")
        .Says("wrote", "Tomas Keel wrote two words: 𐌰𐌳𐌰, later")
        .Says("waits", "“قالت آدا إنها ستنتظر”", "an adviser")
        .Says("letters", "Jom̄ Terrac and Renée Dastral carried 40 000 letters to the old mill")
        .Says("ended", "The talks of 2029 had ended after a day");

    private static readonly NegotiationLog Log = Article.Record().Log;

    private static readonly (string Name, Func<Random, string, string> Change)[] Changes =
    [
        ("a character changed", (dice, text) => Replace(text, At(dice, text), Letter(dice))),
        ("a character deleted", (dice, text) => Replace(text, At(dice, text), "")),
        ("a character inserted", (dice, text) => Insert(dice, text, Letter(dice))),
        ("another case", OtherCase),
        ("a word edited", (dice, text) => ChangePart(dice, text, ' ', (parts, i) => parts[i] += "s")),
        ("a sentence edited", (dice, text) => ChangePart(dice, text, '.', (parts, i) => parts[i] = " It did not rain")),
        ("a sentence deleted", (dice, text) => ChangePart(dice, text, '.', (parts, i) => parts.RemoveAt(i))),
        ("two paragraphs swapped", Swapped),
        ("a homoglyph", (dice, text) =>
            ReplaceOne(dice, text, ("a", "а"), ("e", "е"), ("o", "ο"), ("i", "і"), ("A", "Α"), ("’", "'"), ("“", "\""))
        ),
        ("a zero-width character", (dice, text) =>
            Insert(dice, text, PickLetter(dice, "\u200B", "\u200D", "\uFEFF", "\u2060", "\u00AD", "\u200F"))
        ),
        ("a no-break space for a space", (dice, text) =>
            ReplaceOne(dice, text, (" ", "\u00A0"), (" ", "\u202F"), (" ", "\u2009"))
        ),
        ("a space at the end of a line", (dice, text) =>
            ReplaceOne(dice, text, ("\n", " \n"), ("\n", "\n\n"), ("\n\n", "\n"))
        ),
        ("a mark added or taken away", (dice, text) =>
            ReplaceOne(dice, text, ("e", "é"), ("m̄", "m"), ("n", "n\u0303"), ("o", "o\u0335"))
        ),
        ("other line ends or letters in parts", (dice, text) =>
            dice.Next(2) == 0 ? text.Replace("\n", "\r\n") : text.Normalize(NormalizationForm.FormD)
        ),
    ];

    [Fact]
    public void No_mutation_of_a_text_passes()
    {
        Assert.True(TextArticle.Audit(Log, Held(Words)).IsSound);
        var dice = new Random(4711);
        var (counted, same) = (new SortedDictionary<string, int>(), 0);
        for (var trial = 0; trial < Texts; trial++)
        {
            // What leaves the normalised text as it is comes up as rarely as it may.
            var (name, change) = Changes[dice.Next(100) == 0 && dice.Next(2) == 0 ? ^1 : dice.Next(Changes.Length - 1)];
            var mutated = change(dice, Words);
            if (new NormalisedText(mutated).Value == Article.Text.Value)
            {
                same++;
                Assert.True(
                    TextArticle.Audit(Log, Held(mutated)).IsSound,
                    $"trial {trial}, {name}: the text is the same, and did not pass"
                );
                continue;
            }

            counted[name] = counted.GetValueOrDefault(name) + 1;
            var audited = TextArticle.Audit(Log, Held(mutated));
            Assert.True(
                audited.Status == TextStatus.Differs && audited.Reports.All(report => report.IsOrphaned),
                $"trial {trial}, {name}: passed"
            );
        }

        foreach (var (name, number) in counted)
            output.WriteLine($"{number, 5}  {name}");
        output.WriteLine($"{same, 5}  left the normalised text equal, not counted");
        Assert.Equal(Changes.Length - 1, counted.Count);
        Assert.All(counted.Values, number => Assert.True(number > Texts / 50));
        Assert.InRange(same, 1, Texts / 100);
    }

    [Fact]
    public void No_mutation_of_a_span_passes()
    {
        var dice = new Random(4712);
        var held = Held(Words);
        var counted = new SortedDictionary<string, int>();
        for (var trial = 0; trial < Spans; trial++)
        {
            var report = Article.Reports[dice.Next(Article.Reports.Count)];
            var ofChain = report.Chain[0].Span is not null && dice.Next(3) == 0;
            var (name, span) = Mutated(dice, ofChain ? report.Chain[0].Span! : report.Evidence[0]);
            var mutated = ofChain
                ? report with
                {
                    Chain = [report.Chain[0] with { Span = span }, .. report.Chain.Skip(1)],
                }
                : report with
                {
                    Evidence = [span],
                };
            counted[name] = counted.GetValueOrDefault(name) + 1;

            var log = Sample
                .History()
                .Publish(Article.Version, [.. Article.Reports.Select(other => other == report ? mutated : other)])
                .Log;
            var audited = TextArticle.Audit(log, held);

            Assert.True(
                audited.OwnReports.Single(other => other.IsOrphaned).Name == $"herald#{report.Id}" && !audited.IsSound,
                $"trial {trial}, {name}: {span} of {report.Id}"
            );
        }

        foreach (var (name, number) in counted)
            output.WriteLine($"{number, 5}  {name}");
        Assert.Equal(7, counted.Count);
    }

    private static (string, TextSpan) Mutated(Random dice, TextSpan span) =>
        dice.Next(7) switch
        {
            0 => (
                "shifted by one",
                dice.Next(2) == 0
                    ? span with
                    {
                        Start = span.Start + 1,
                        End = span.End + 1,
                    }
                    : span with
                    {
                        Start = span.Start - 1,
                        End = span.End - 1,
                    }
            ),
            1 => ("begun one off", span with { Start = span.Start + (dice.Next(2) == 0 ? 1 : -1) }),
            2 => ("ended one off", span with { End = span.End + (dice.Next(2) == 0 ? 1 : -1) }),
            3 => ("put elsewhere", Elsewhere(dice, span)),
            4 => ("one digit of the hash changed", span with { Sha256 = OtherDigit(dice, span.Sha256) }),
            5 => ("counted in UTF-16 units or bytes", InOtherUnits(dice, span)),
            _ => ("ended beyond the text", span with { End = Article.Text.Length + 1 + dice.Next(9) }),
        };

    private static TextSpan Elsewhere(Random dice, TextSpan span)
    {
        var length = span.End - span.Start;
        var start = dice.Next(Article.Text.Length - length);
        return start == span.Start ? Elsewhere(dice, span) : span with { Start = start, End = start + length };
    }

    // Where all before it is one unit each, the numbers are the same: then the end is counted with one more.
    private static TextSpan InOtherUnits(Random dice, TextSpan span)
    {
        Func<string, int> count = dice.Next(2) == 0 ? text => text.Length : Encoding.UTF8.GetByteCount;
        var (start, end) = (count(Article.Text.Slice(0, span.Start)), count(Article.Text.Slice(0, span.End)));
        return (start, end) == (span.Start, span.End)
            ? span with
            {
                End = end + 1,
            }
            : span with
            {
                Start = start,
                End = end,
            };
    }

    private static string OtherDigit(Random dice, string hash)
    {
        var at = dice.Next(hash.Length);
        return $"{hash[..at]}{(hash[at] == 'f' ? '0' : 'f')}{hash[(at + 1)..]}";
    }

    private static string OtherCase(Random dice, string text)
    {
        var at = At(dice, text);
        var rune = Rune.GetRuneAt(text, at);
        var other = Rune.IsUpper(rune) ? Rune.ToLowerInvariant(rune) : Rune.ToUpperInvariant(rune);
        return other == rune ? OtherCase(dice, text) : Replace(text, at, other.ToString());
    }

    private static string Swapped(Random dice, string text)
    {
        var paragraphs = text.Split("\n\n");
        var (a, b) = (dice.Next(paragraphs.Length), dice.Next(paragraphs.Length));
        if (a == b)
            return Swapped(dice, text);
        (paragraphs[a], paragraphs[b]) = (paragraphs[b], paragraphs[a]);
        return string.Join("\n\n", paragraphs);
    }

    private static string ChangePart(Random dice, string text, char separator, Action<List<string>, int> change)
    {
        var parts = text.Split(separator).ToList();
        change(parts, dice.Next(parts.Count - 1));
        return string.Join(separator, parts);
    }

    private static string ReplaceOne(Random dice, string text, params (string From, string To)[] pairs)
    {
        var (from, to) = pairs[dice.Next(pairs.Length)];
        var places = Enumerable
            .Range(0, text.Length)
            .Where(at => string.CompareOrdinal(text, at, from, 0, from.Length) == 0)
            .ToList();
        if (places.Count == 0)
            return ReplaceOne(dice, text, pairs);
        var place = places[dice.Next(places.Count)];
        return text[..place] + to + text[(place + from.Length)..];
    }

    // A place where a character begins, so that no surrogate is torn from its other half.
    private static int At(Random dice, string text)
    {
        var at = dice.Next(text.Length);
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static string Replace(string text, int at, string by) =>
        text[..at] + by + text[(at + (char.IsHighSurrogate(text[at]) ? 2 : 1))..];

    private static string Insert(Random dice, string text, string what) => text.Insert(At(dice, text), what);

    private static string Letter(Random dice) =>
        PickLetter(dice, "a", "e", "N", "7", " ", ".", "ü", "ж", "好", "🚢", "ا", "\n", "\u0301");

    private static string PickLetter(Random dice, params string[] letters) => letters[dice.Next(letters.Length)];

    private static ArticleText Held(string text) => new("herald.txt", new NormalisedText(text));
}
