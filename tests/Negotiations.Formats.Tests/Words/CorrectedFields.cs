using NodaTime;

namespace Negotiations.Formats.Tests;

public class CorrectedFields
{
    private static readonly Name Brill = new("President Brill", "ada-brill");
    private static readonly Name Rook = new("Ines Rook", "ines-rook");

    [Fact]
    public void Names_read_as_in_the_negotiations_file() =>
        Assert.Equal("who: Ada Brill → Ines Rook", Describe("actor", Brill, Rook));

    [Fact]
    public void Several_actors_stand_side_by_side() =>
        Assert.Equal("who: Ada Brill → Ada Brill, Ines Rook", Describe("actor", Brill, new[] { Brill, Rook }));

    [Fact]
    public void A_chain_is_its_names_with_arrows() =>
        Assert.Equal(
            "chain: (Ada Brill → Halden Agency) → unnamed: an official",
            Describe(
                "chain",
                new[] { Link(LinkKind.Person, Brill), Link(LinkKind.Agency, new("Halden Agency", "halden-agency")) },
                new[] { Link(LinkKind.Unnamed, new("an official", "an-official")) }
            )
        );

    [Fact]
    public void Dates_read_as_people_say_them() =>
        Assert.Equal(
            "covers: 2 April 2031 → 1–2 April 2031",
            Describe("covers", Edtf.Parse("2031-04-02"), Edtf.Parse("2031-04-01/2031-04-02"))
        );

    [Fact]
    public void Evidence_is_where_it_stands() =>
        Assert.Equal(
            "place in the text: 10–20 → 10–20, 40–50",
            Describe("evidence", new[] { Span(10) }, new[] { Span(10), Span(40) })
        );

    [Fact]
    public void What_is_not_said_is_nothing()
    {
        Assert.Equal("issue: nothing → Ceasefire", Describe("issue", null, new Name("Ceasefire", "ceasefire")));
        Assert.Equal("members: Ines Rook → nothing", Describe("members", new[] { Rook }, Array.Empty<Name>()));
    }

    [Theory]
    [InlineData("durationDays", 10, 12, "duration days: 10 → 12")]
    [InlineData("ended", false, true, "ended: no → yes")]
    [InlineData("standing", Standing.OwnUnnamed, Standing.Other, "standing: own-unnamed → other")]
    [InlineData("modality", Modality.Asserted, Modality.Denied, "modality: asserted → denied")]
    public void Plain_values_are_words(string field, object before, object after, string expected) =>
        Assert.Equal(expected, Describe(field, before, after));

    [Fact]
    public void What_only_stands_elsewhere_says_so() =>
        Assert.Equal(
            "chain: Ada Brill (the same in words)",
            Describe(
                "chain",
                new[] { Link(LinkKind.Person, Brill) },
                new[] { Link(LinkKind.Person, Brill) with { Span = Span(10) } }
            )
        );

    private static string Describe(string field, object? before, object? after) =>
        new FieldWords(
            new(
                new NegotiationDefined
                {
                    Negotiation = "lake",
                    Title = "Lake Talks",
                    Zone = "Etc/UTC",
                    Rounds = [],
                    Entities =
                    [
                        new()
                        {
                            Id = "ada-brill",
                            Name = "Ada Brill",
                            Kind = EntityKind.Person,
                        },
                        new()
                        {
                            Id = "halden-agency",
                            Name = "Halden Agency",
                            Kind = EntityKind.Agency,
                        },
                    ],
                }
            ),
            DateTimeZone.Utc
        ).Describe(new ChangedField(field, before, after));

    private static ChainLink Link(LinkKind kind, Name name) => new() { Kind = kind, Name = name };

    private static TextSpan Span(int start) => new(start, start + 10, new string('0', 64));
}
