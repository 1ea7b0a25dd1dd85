namespace Negotiations.Tests;

public class SpellingSuggestionTests
{
    [Theory]
    [InlineData("memebers", "members")]
    [InlineData("MEMBERS", "members")]
    [InlineData("memberss", "members")]
    [InlineData("heads", "head")]
    public void A_mistyped_name_is_found(string text, string name) =>
        Assert.Equal(name, SpellingSuggestions.To(text, ["count", "head", "members", "omitted"])[0]);

    [Fact]
    public void What_is_quite_different_is_not_offered() =>
        Assert.Equal("", SpellingSuggestions.Question("topic", ["members", "headRole"]));

    [Fact]
    public void Beside_a_near_name_a_far_one_is_not_offered() =>
        Assert.Equal(
            "; did you mean 'paper-2031-04-02'?",
            SpellingSuggestions.Question("paper-2031-04-03", ["paper-2031-04-02", "paper-2031-04-02#offer"])
        );

    [Fact]
    public void Names_as_near_as_each_other_are_all_offered_in_their_order() =>
        Assert.Equal("; did you mean 'bat' or 'cat'?", SpellingSuggestions.Question("hat", ["cat", "bat"]));
}
