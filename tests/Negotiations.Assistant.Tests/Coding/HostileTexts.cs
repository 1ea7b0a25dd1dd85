using System.Text;

namespace Negotiations.Assistant.Tests;

public class HostileTexts
{
    private static readonly string[] Parts =
    [
        "Norland",
        "Suderland",
        "Ms Brill",
        "said",
        "offered",
        "talks",
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "(",
        ")",
        "if",
        "not",
        "will",
        "on Monday",
        "12 May 2031",
        "31 February",
        "0000",
        "99999999999999999999",
        "in",
        "Port Halden",
        "the",
        ",",
        ".",
        "!",
        "?",
        "…",
        "\u0001",
        "\u200B",
        "\u00A0",
        "\uFEFF",
        "ქართული",
        "中文",
        "𝔘𝔫𝔦",
        "🦀",
        "e\u0301",
        "'s",
        "who",
        "and",
        ":",
        ";",
        "—",
        "\n",
        "\n\n",
        "12:30\n",
        "2031-04-02T12:00\n",
        "a ceasefire",
        "delegation",
        "led by",
        "told Unipress",
        "according to",
        "president of",
    ];

    [Fact]
    public void Ten_thousand_random_texts_are_read_without_a_fault_and_with_exact_spans()
    {
        var seed = Environment.GetEnvironmentVariable("NEGOTIATIONS_SEED") is { Length: > 0 } given
            ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 10_000; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(60); length > 0; length--)
                text.Append(Parts[random.Next(Parts.Length)]).Append(random.Next(8) == 0 ? "" : " ");
            try
            {
                CheckSpans(text.ToString());
            }
            catch (Exception exception)
            {
                Assert.Fail($"seed {seed}, text {i}: {exception}\n{text}");
            }
        }
    }

    [Theory]
    [InlineData("“")]
    [InlineData("“‘")]
    [InlineData("Norland ")]
    [InlineData("talks ")]
    [InlineData("Norland offered talks and ")]
    [InlineData("if Norland, who said that ")]
    [InlineData("on Monday ")]
    [InlineData("the ")]
    [InlineData("(")]
    [InlineData("a")]
    [InlineData("文")]
    [InlineData("\u0001")]
    [InlineData("12:30\n")]
    [InlineData("U.S.")]
    [InlineData("'s")]
    public void A_text_that_repeats_one_thing_takes_time_in_proportion_to_its_length(string part)
    {
        CheckSpans(string.Concat(Enumerable.Repeat(part, 200_000 / part.Length)));
    }

    [Fact]
    public void Ten_times_the_text_takes_about_ten_times_the_work()
    {
        // Counted are the proposals and not the time: each copy of the article gives as many.
        var article = "Norland offered Suderland talks in Port Halden. Ms Brill said she would attend the talks.\n\n";
        var one = Examples.Propose(article).Proposals.Count;

        Assert.True(one > 0);
        Assert.Equal(one * 1000, Examples.Propose(string.Concat(Enumerable.Repeat(article, 1000))).Proposals.Count);
    }

    private static void CheckSpans(string text)
    {
        var normalised = new NormalisedText(text);
        foreach (var proposal in new RulesCoder().Propose(normalised, Examples.Context, Examples.Definition).Proposals)
        {
            Assert.All(proposal.Evidence, span =>
                Assert.Null(normalised.Span(span.Start, span.End).ProblemIn(normalised.Length))
            );
            Assert.All(proposal.Evidence, span => Assert.InRange(span.Start, proposal.Sentence.Start, span.End));
            if (proposal.Happened is { } happened)
                Edtf.Parse(happened);
            Assert.True(
                proposal.Happened is null
                    || text.Contains(proposal.HappenedFrom!, StringComparison.Ordinal)
                    || normalised.Value.Contains(proposal.HappenedFrom!, StringComparison.Ordinal)
            );
        }
    }
}
