using System.Text;

namespace Negotiations.Coding.Tests;

/// <summary>Texts and words of odd characters: what is found has the words, and what is not is refused in
/// short.</summary>
public class HostileWords
{
    private static readonly string[] Pieces =
    [
        "a",
        "b",
        " ",
        "\n\n",
        "\u00A0",
        "\u2009",
        "é",
        "e\u0301",
        "\u0323",
        "北京",
        "한국",
        "ที่",
        "हिन्दी",
        "שלום",
        "🚢",
        "👩\u200D🚀",
        "👍🏽",
        "\u200B",
        "’",
        "'",
        "“",
        "#2",
        " #2",
        "-",
        "—",
        ": ",
        "{",
        "]",
        "\u202E",
        "ﬁ",
        "ß",
        "İ",
    ];

    [Fact]
    public void Are_found_as_they_are_or_refused()
    {
        var seed = Environment.GetEnvironmentVariable("NEGOTIATIONS_SEED") is { } text ? int.Parse(text) : 41;
        var dice = new Random(seed);
        var found = 0;
        for (var trial = 0; trial < 2_000; trial++)
        {
            var article = new NormalisedText(Compose(dice, dice.Next(1, 80)));
            var finder = new WordFinder(article);
            var words = dice.Next(2) == 0 ? Compose(dice, dice.Next(1, 6)) : CutOut(article, dice);

            var result = finder.Find(words);

            Assert.True((result.Span is null) != (result.Problem is null), $"seed {seed}, trial {trial}");
            Assert.True(result.Problem is not { Length: > 2_000 }, result.Problem);
            if (result.Span is not { } span)
                continue;
            found++;
            Assert.True(article.Matches(span));
            Assert.True(finder.Holds(span, words), $"seed {seed}, trial {trial}: {words}");
        }

        Assert.True(found > 200, $"only {found} were found");
    }

    [Fact]
    public void Of_ten_thousand_characters_are_refused_in_short()
    {
        var dice = new Random(7);
        var article = new WordFinder(new NormalisedText(Compose(dice, 100_000)));

        foreach (var words in new[] { Compose(dice, 10_000), new string('a', 10_000), new string('\u0301', 10_000) })
            Assert.InRange(article.Find(words).Problem!.Length, 10, 3_000);
    }

    private static string Compose(Random dice, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(Pieces[dice.Next(Pieces.Length)]);
        return text.ToString();
    }

    private static string CutOut(NormalisedText text, Random dice)
    {
        var start = dice.Next(text.Length);
        return text.Slice(start, Math.Min(text.Length, start + dice.Next(1, 20)));
    }
}
