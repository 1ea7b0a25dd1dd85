namespace Negotiations.Tests;

public class NormalisedTexts
{
    private const string NoBreakSpace = "\u00A0";

    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\rb", "a\nb")]
    [InlineData("a\nb", "a\nb")]
    [InlineData("a\r\r\nb", "a\n\nb")]
    [InlineData("a\n\rb", "a\n\nb")]
    [InlineData("\r\n", "\n")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("ﬁ", "ﬁ")]
    [InlineData("a" + NoBreakSpace + "b\u202F!", "a" + NoBreakSpace + "b\u202F!")]
    [InlineData("  a \t\n\n ", "  a \t\n\n ")]
    [InlineData("a\u2028b\u0085", "a\u2028b\u0085")]
    [InlineData("\uFEFFa\u200Bb", "\uFEFFa\u200Bb")]
    [InlineData("", "")]
    public void Composition_and_line_ends_are_made_one_and_nothing_else(string text, string normalised)
    {
        Assert.Equal(normalised, new NormalisedText(text).Value);
        Assert.Equal(normalised, new NormalisedText(normalised).Value);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("e\u0301", 1)]
    [InlineData("x\u0301", 2)]
    [InlineData("😀", 1)]
    [InlineData("a😀b", 3)]
    [InlineData("👩‍🚀", 3)]
    [InlineData("🇻🇦", 2)]
    [InlineData("\r\n", 1)]
    [InlineData("سلام", 4)]
    public void Positions_count_code_points(string text, int length) =>
        Assert.Equal(length, new NormalisedText(text).Length);

    [Theory]
    [InlineData("Ada says: “No.”", 0, 3, "Ada")]
    [InlineData("Ada says: “No.”", 10, 15, "“No.”")]
    [InlineData("😀 Ada 😀", 2, 5, "Ada")]
    [InlineData("😀 Ada 😀", 6, 7, "😀")]
    [InlineData("cafe\u0301 Ada", 5, 8, "Ada")]
    [InlineData("x\u0301 Ada", 3, 6, "Ada")]
    [InlineData("one\r\ntwo", 4, 7, "two")]
    [InlineData("قالت آدا لا", 5, 8, "آدا")]
    [InlineData("\u200Fالبحيرة\u200F Ada", 10, 13, "Ada")]
    [InlineData("abc", 3, 3, "")]
    [InlineData("abc", 0, 3, "abc")]
    public void A_slice_is_taken_by_code_points_in_the_order_of_the_text(
        string text,
        int start,
        int end,
        string slice
    ) => Assert.Equal(slice, new NormalisedText(text).Slice(start, end));

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 5)]
    [InlineData(3, 2)]
    [InlineData(5, 5)]
    public void A_slice_beyond_the_text_is_refused(int start, int end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new NormalisedText("a😀bc").Slice(start, end));

    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 0)]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3)]
    [InlineData("a\r\nb", "7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78", 3)]
    [InlineData("cafe\u0301", "850f7dc43910ff890f8879c0ed26fe697c93a067ad93a7d50f466a7028a9bf4e", 4)]
    [InlineData("😀", "f0443a342c5ef54783a111b51ba56c938e474c32324d90c3a60c9c8e3a37e2d9", 1)]
    public void The_identity_of_a_text_is_the_hash_of_its_normalised_bytes(string text, string hash, int length) =>
        Assert.Equal(new TextIdentity(hash, length, "herald.txt"), new NormalisedText(text).Identity("herald.txt"));

    [Theory]
    [InlineData(2, 3, true)]
    [InlineData(1, 2, false)]
    [InlineData(3, 4, false)]
    [InlineData(2, 4, false)]
    [InlineData(1, 3, false)]
    [InlineData(2, 2, false)]
    [InlineData(3, 2, false)]
    [InlineData(-1, 3, false)]
    [InlineData(2, 99, false)]
    public void A_span_matches_at_its_place_and_not_one_off(int start, int end, bool matches) =>
        Assert.Equal(matches, new NormalisedText("a b😀").Matches(new TextSpan(start, end, Hash("b"))));

    [Fact]
    public void A_lookalike_elsewhere_is_no_match()
    {
        var text = new NormalisedText("No. No. Yes.");

        Assert.True(text.Matches(new TextSpan(0, 3, Hash("No."))));
        Assert.True(text.Matches(new TextSpan(4, 7, Hash("No."))));
        Assert.False(text.Matches(new TextSpan(8, 11, Hash("No."))));
    }

    [Fact]
    public void An_empty_span_matches_nothing_even_with_the_hash_of_nothing() =>
        Assert.False(new NormalisedText("abc").Matches(new TextSpan(1, 1, Hash(""))));

    [Fact]
    public void A_hash_in_capitals_is_another_hash() =>
        Assert.False(new NormalisedText("abc").Matches(new TextSpan(0, 3, Hash("abc").ToUpperInvariant())));

    private static string Hash(string text) => new NormalisedText(text).Identity().Sha256;

    [Fact]
    public void A_text_without_rules_for_pages_is_written_as_before_there_were_any()
    {
        var text = new TextIdentity("ab", 2, "herald.html");

        Assert.Equal(
            """{"sha256":"ab","length":2,"file":"herald.html"}""",
            System.Text.Json.JsonSerializer.Serialize(text, EventJson.Options)
        );
        Assert.Equal(
            """{"sha256":"ab","length":2,"file":"herald.html","pageRules":2}""",
            System.Text.Json.JsonSerializer.Serialize(text with { PageRules = 2 }, EventJson.Options)
        );
    }
}
