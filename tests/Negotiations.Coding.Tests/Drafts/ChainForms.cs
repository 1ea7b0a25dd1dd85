namespace Negotiations.Coding.Tests;

public class ChainForms
{
    private static readonly NegotiationDefined Talks = new()
    {
        Negotiation = "ferry",
        Title = "Ferry talks",
        Zone = "UTC",
        Rounds = [],
        Entities =
        [
            new()
            {
                Id = "norland",
                Kind = EntityKind.Party,
                Name = "Norland",
            },
            new()
            {
                Id = "mary-sund",
                Kind = EntityKind.Person,
                Name = "Mary Sund",
            },
            new()
            {
                Id = "port-wire",
                Kind = EntityKind.Agency,
                Name = "Port Wire",
            },
        ],
    };

    [Theory]
    [InlineData("Mary Sund")]
    [InlineData("{name: Mary Sund, words: the minister}\nPort Wire")]
    [InlineData("{name: Mary Sund, kind: person, start: 612, end: 630, sha256: 00ff}")]
    [InlineData("{name: null, kind: unnamed, words: reportedly}")]
    [InlineData("{name: Port Wire, implied: the byline}")]
    [InlineData("{name: Mary Sund")]
    public void A_chain_in_which_nothing_is_changed_is_written_as_it_was(string chain) =>
        Assert.Equal(chain, ChainForm.Write(ChainForm.Read(chain), Talks));

    [Fact]
    public void A_source_without_a_name_is_what_the_text_calls_it()
    {
        var written = ChainForm.Write([new("a Western diplomat") { IsUnnamed = true, Side = "Norland" }], Talks);

        Assert.Equal("{name: a Western diplomat, kind: unnamed, side: Norland, words: a Western diplomat}", written);
        var link = Assert.Single(ChainForm.Read(written));
        Assert.Equal(("a Western diplomat", true, "Norland"), (link.Name, link.IsUnnamed, link.Side));
    }

    [Fact]
    public void A_bare_reportedly_has_no_name_at_all() =>
        Assert.Equal(
            "{name: null, kind: unnamed, words: reportedly}",
            ChainForm.Write([new("") { IsUnnamed = true, Words = "reportedly" }], Talks)
        );

    [Fact]
    public void Another_name_keeps_its_place_and_has_a_kind_of_its_own()
    {
        var link = Assert.Single(ChainForm.Read("{name: Mary Sund, kind: person, start: 612, end: 630, sha256: 00ff}"));

        Assert.Equal(
            "{name: Port Wire, kind: agency, start: 612, end: 630, sha256: 00ff}",
            ChainForm.Write([link with { Name = "Port Wire" }], Talks)
        );
        Assert.Equal(
            "{name: an aide, kind: unnamed, start: 612, end: 630, sha256: 00ff}",
            ChainForm.Write([link with { Name = "an aide", IsUnnamed = true }], Talks)
        );
        Assert.Equal(
            "{name: Mary Sund, kind: person, words: the minister}",
            ChainForm.Write([link with { Words = "the minister" }], Talks)
        );
    }

    [Fact]
    public void A_link_whose_name_is_emptied_is_gone_and_an_empty_one_is_none()
    {
        var links = ChainForm.Read("{name: Mary Sund, words: the minister}\nPort Wire");

        Assert.Equal("Port Wire", ChainForm.Write([links[0] with { Name = "" }, links[1], new("")], Talks));
    }
}
