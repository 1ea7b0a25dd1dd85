namespace Negotiations.Formats.Tests;

public class MarkdownText
{
    [Theory]
    [InlineData("a|b", @"a\|b")]
    [InlineData("[a](b)", @"\[a\](b)")]
    [InlineData("*a* _b_ `c` <d>", @"\*a\* \_b\_ \`c\` \<d>")]
    [InlineData("a\nb\rc", "a b c")]
    [InlineData(@"a\b", @"a\\b")]
    public void Is_text_whatever_stands_in_it(string text, string escaped) =>
        Assert.Equal(escaped, Markdown.Escape(text));

    [Fact]
    public void A_cell_is_one_cell() => Assert.Equal(@"| a\|b | c |", Markdown.Row("a|b", "c"));
}
