namespace Negotiations.Coding.Tests;

public class WordsAsEvidence
{
    [Theory]
    [InlineData("evidence: Norland offered Suderland talks", "Norland offered Suderland talks")]
    [InlineData("evidence: \"Norland offered Suderland talks\"", "Norland offered Suderland talks")]
    [InlineData("evidence: 'offered Suderland'", "offered Suderland")]
    [InlineData("evidence: [offered Suderland]", "offered Suderland")]
    [InlineData("evidence:\n  - offered Suderland", "offered Suderland")]
    [InlineData("evidence:\n  - {words: offered Suderland}", "offered Suderland")]
    [InlineData("evidence: >\n  Norland offered\n  Suderland talks", "Norland offered Suderland talks")]
    [InlineData("evidence: |\n  Norland offered\n  Suderland talks", "Norland offered Suderland talks")]
    [InlineData("evidence: Norland\n  offered   Suderland\n  talks", "Norland offered Suderland talks")]
    // No-break spaces and ends of paragraphs are white space as well.
    [InlineData("evidence: the minister said in", "the minister\u00A0said in")]
    [InlineData("evidence: sail. Ms Sund said", "sail. Ms Sund said")]
    [InlineData("evidence: \"in Port Halden. Olav Brekk told\"", "in Port Halden.\n\nOlav Brekk told")]
    // Letters are compared after normalisation, and nothing is cut within a character.
    [InlineData("evidence: cafe\u0301 by the pier", "café by the pier")]
    [InlineData("evidence: \"open 🚢 all\"", "open 🚢 all")]
    public async Task Are_found_in_the_text(string report, string words)
    {
        var coded = await Ferry.ReadAsync(Ferry.Article(report));

        Assert.Equal(words, Ferry.At(Assert.Single(Assert.Single(coded.Reports).Evidence)));
    }

    [Fact]
    public async Task Stand_beside_positions_in_any_form()
    {
        var hash = Ferry.Normalised.Span(0, 7).Sha256;

        var coded = await Ferry.ReadAsync(
            Ferry.Article(
                $$"""
                evidence:
                  - offered Suderland
                  - 0-7 {{hash}}
                  - {start: 0, end: 7, sha256: {{hash}}}
                  - {at: 0-7 {{hash}}, words: Norland}
                  - 8-14
                """
            )
        );

        Assert.Equal(
            ["offered Suderland", "Norland", "Norland", "Norland", "offers"],
            coded.Reports[0].Evidence.Select(Ferry.At)
        );
    }

    [Theory]
    [InlineData("\"Ms Sund said #1\"", 125)]
    [InlineData("\"Ms Sund said #2\"", 268)]
    public async Task Say_which_of_several_places_they_mean(string words, int start)
    {
        var coded = await Ferry.ReadAsync(Ferry.Article($"evidence: {words}"));

        Assert.Equal(start, coded.Reports[0].Evidence[0].Start);
        Assert.Equal("Ms Sund said", Ferry.At(coded.Reports[0].Evidence[0]));
    }

    [Fact]
    public async Task That_really_end_in_a_number_are_taken_as_they_are()
    {
        var coded = await Ferry.ReadAsync(Ferry.Article("evidence: \"Point #2\""));

        Assert.Equal("Point #2", Ferry.At(coded.Reports[0].Evidence[0]));
    }

    [Fact]
    public async Task Stand_in_the_middle_of_a_longer_word_only_where_they_stand_nowhere_else()
    {
        const string text = "The Norlanders met. Norland paid. Overland they went.";

        var whole = await Ferry.ReadAsync(Ferry.Article("evidence: Norland"), text);
        var part = await Ferry.ReadAsync(Ferry.Article("evidence: Over"), text);

        Assert.Equal(20, whole.Reports[0].Evidence[0].Start);
        Assert.Equal(34, part.Reports[0].Evidence[0].Start);
    }

    [Theory]
    [InlineData("evidence: Ms Sund said", "stands in 2 places in the text: #1 at 125-137")]
    [InlineData("evidence: Ms Sund said", "an unquoted # begins a comment in YAML")]
    [InlineData("evidence: \"Ms Sund said #3\"", "has no place #3: it stands in 2 places")]
    [InlineData("evidence: Norland offered Suderland boats", "the text has “talks” where you wrote “boats”")]
    [InlineData("evidence: Norland offers Suderland talks", "the text has “offered” where you wrote “offers”")]
    [InlineData("evidence: norland offered suderland talks", "the text has “Norland” where you wrote “norland”")]
    [InlineData("evidence: Norland Suderland talks about", "the text has “offered” besides")]
    [InlineData("evidence: Norland offered all Suderland talks", "the text does not have “all”")]
    [InlineData(
        "evidence: Suderland's boats",
        "only the quotation marks differ: the text has ’ (U+2019) where you wrote ' (U+0027)"
    )]
    [InlineData("evidence: Olaf Brekk told", "the text has “Olav” where you wrote “Olaf”")]
    [InlineData("evidence: Quite other things", "does not stand in the text, nor anything like it")]
    // A letter without its accent, and half of what a reader sees as one character.
    [InlineData("evidence: The cafe by the pier", "the text has “café” where you wrote “cafe”")]
    [InlineData(
        "evidence: {at: 0-7, words: offers}",
        "at 0-7 “Norland” stands something else than “offers”; these words stand at 8-14"
    )]
    [InlineData("evidence: 0-70000", "ends at 70000, outside the text")]
    [InlineData("evidence: 7-7", "the span from 7 to 7 is empty")]
    [InlineData("evidence: [[offered]]", "is neither words of the article")]
    [InlineData("evidence: [\"  \"]", "is neither words of the article")]
    [InlineData("evidence: []", "must not be empty")]
    public async Task Are_refused_where_they_do_not_stand_once(string report, string message)
    {
        var error = Assert.Single(await Ferry.ReadErrorsAsync(Ferry.Article(report)));

        Assert.StartsWith("events[0].evidence", error.Field);
        Assert.Equal(14, error.Line);
        Assert.True(error.Column > 5);
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public async Task Do_not_match_half_of_an_emoji_or_a_letter_without_its_mark()
    {
        const string text = "The 👩‍🚀 rode a q\u0323uay horse.";

        foreach (var words in new[] { "👩", "rode a q", "🚀" })
            Assert.Contains(
                "does not stand in the text",
                Assert.Single(await Ferry.ReadErrorsAsync(Ferry.Article($"evidence: \"{words}\""), text)).Message
            );
    }

    [Fact]
    public async Task Need_the_text()
    {
        using var folder = new FerryFolder(
            Ferry.Article("evidence: [offered Suderland, Norland offers]\nchain: Mary Sund")
        );

        var errors = (await Assert.ThrowsAsync<CodingException>(() => folder.ReadAsync(withTexts: false))).Errors;

        var error = Assert.Single(errors);
        Assert.Equal("events[0].evidence[0]", error.Field);
        Assert.Contains("so do 2 more of the file: events[0].evidence[1], events[0].chain", error.Message);
        Assert.Contains("--articles", error.Message);
        Assert.Contains("negotiations anchor", error.Message);
    }

    [Fact]
    public async Task Are_not_looked_for_in_another_text()
    {
        var hash = new string('a', 64);
        using var folder = new FerryFolder(
            Ferry
                .Article("evidence: offered Suderland")
                .With("quay-1.txt", $"{{file: quay-1.txt, sha256: {hash}, length: 600}}")
        );

        var error = Assert.Single((await Assert.ThrowsAsync<CodingException>(() => folder.ReadAsync())).Errors);

        Assert.Contains("it is another version, or was changed", error.Message);
    }

    [Theory]
    [InlineData("evidence: offered Suderland", "events[0].evidence")]
    [InlineData("evidence: [0-7]", "events[0].evidence")]
    [InlineData("chain: Mary Sund\nevidence: [{start: 0, end: 1, sha256: no}]", "events[0].chain")]
    public async Task Need_the_newer_form_of_the_file(string report, string field)
    {
        var errors = await Ferry.ReadErrorsAsync(Ferry.Article(report).With("format: 2\n", ""));

        Assert.Contains(errors, error => error.Field == field && error.Message.Contains("need 'format: 2'"));
    }

    [Fact]
    public async Task Are_found_in_long_hostile_texts_soon()
    {
        var text = string.Concat(Enumerable.Repeat("aaaa bbbb 北京 👩‍🚀 e\u0323\u0301 \u200B ", 20_000)) + "end of it";
        var words = string.Concat(Enumerable.Repeat("aaaa bbbb 北京 👩‍🚀 e\u0323\u0301 \u200B ", 400)) + "never";

        var error = Assert.Single(await Ferry.ReadErrorsAsync(Ferry.Article($"evidence: \"{words}\""), text));
        Assert.Contains("does not stand in the text", error.Message);
        Assert.True(error.Message.Length < 1_000, error.Message);
        var found = await Ferry.ReadAsync(Ferry.Article("evidence: end of it"), text);
        Assert.Equal(
            "end of it",
            new NormalisedText(text).Slice(found.Reports[0].Evidence[0].Start, found.Reports[0].Evidence[0].End)
        );
    }
}
