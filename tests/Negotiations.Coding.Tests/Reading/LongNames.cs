namespace Negotiations.Coding.Tests;

public class LongNames
{
    [Fact]
    public async Task An_identifier_of_an_article_above_the_limit_is_refused_with_its_place()
    {
        var error = Assert.Single(
            await Coded.ErrorsOfAsync(LakeTalks.Article.With("article: herald-1", $"article: {new string('a', 3_000)}"))
        );

        Assert.Equal(("article", "has 3,000 bytes; an identifier has at most 500"), (error.Field, error.Message));
    }

    [Fact]
    public async Task So_is_one_from_which_an_identifier_would_follow()
    {
        var errors = await Coded.ErrorsOfAsync(
            LakeTalks.Article,
            LakeTalks.Negotiation.With(
                "  - { name: Fishing villages }",
                $"  - {{ name: {new string('a', 501)} }}\n  - {{ name: {new string('b', 1_001)}, id: b }}"
            )
        );

        Assert.Contains(errors, error =>
            error.Message == "is too long for an identifier to follow from it; give an 'id'"
        );
        Assert.Contains(errors, error => error.Message == "has 1,001 bytes; a name has at most 1,000");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("herald.example/1")]
    public async Task An_address_that_is_none_on_the_web_is_refused(string address)
    {
        var error = Assert.Single(
            await Coded.ErrorsOfAsync(
                LakeTalks.Article.With("article: herald-1", $"article: herald-1\nurl: '{address}'")
            )
        );

        Assert.Equal(
            ("url", $"'{address}' is no address on the web; it begins with http:// or https://"),
            (error.Field, error.Message)
        );
    }
}
