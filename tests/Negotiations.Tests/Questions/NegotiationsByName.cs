namespace Negotiations.Tests;

public class NegotiationsByName
{
    private static readonly NegotiationDefined Lake = History.Definition;
    private static readonly NegotiationDefined River = History.Definition with
    {
        Negotiation = "river",
        Title = "River Talks",
    };
    private static readonly NegotiationDefined RiverBank = History.Definition with
    {
        Negotiation = "river-bank",
        Title = "Embankment",
    };

    [Theory]
    [InlineData("lake", "lake")]
    [InlineData("LAKE", "lake")]
    [InlineData("la", "lake")]
    [InlineData("lake talks", "lake")]
    [InlineData("river", "river")]
    [InlineData("embank", "river-bank")]
    public void A_name_may_be_short(string text, string expected) =>
        Assert.Equal(expected, TalksFinder.Find(text, [Lake, River, RiverBank]).Negotiation);

    [Theory]
    [InlineData("talks", "'talks' can mean several negotiations: lake (Lake Talks), river (River Talks)")]
    [InlineData(
        "sea",
        "there is no negotiation 'sea': lake (Lake Talks), river (River Talks), river-bank (Embankment)"
    )]
    [InlineData("", "there is no negotiation '': lake (Lake Talks), river (River Talks), river-bank (Embankment)")]
    [InlineData(
        null,
        "the store has several negotiations; name one of them: lake (Lake Talks), river (River "
            + "Talks), river-bank (Embankment)"
    )]
    public void An_unclear_name_is_refused_with_the_candidates(string? text, string message) =>
        Assert.Equal(
            message,
            Assert.Throws<UnclearTalksException>(() => TalksFinder.Find(text, [Lake, River, RiverBank])).Message
        );

    [Fact]
    public void The_only_one_need_not_be_named() => Assert.Equal(Lake, TalksFinder.Find(null, [Lake]));
}
