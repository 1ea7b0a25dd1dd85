namespace Negotiations.Tests;

public class NamesOfANegotiation
{
    private static readonly NamedEntity Ada = Person("Ada Brill", "A. Brill", "President Brill");
    private static readonly NamedEntity Tomas = Person("Tomas Keel", "T. Keel");

    [Theory]
    [InlineData("Ada Brill")]
    [InlineData("ada brill")]
    [InlineData("ada-brill")]
    [InlineData("A. Brill")]
    [InlineData("president brill")]
    [InlineData("  Ada Brill ")]
    public void A_name_a_spelling_and_an_identifier_mean_the_same(string form) =>
        Assert.Same(Ada, Index(Ada, Tomas).Find(form));

    [Theory]
    [InlineData("Brill")]
    [InlineData("Ada  Brill")]
    [InlineData("")]
    public void A_form_that_nobody_has_means_nobody(string form) => Assert.Null(Index(Ada, Tomas).Find(form));

    [Fact]
    public void An_identifier_finds_its_entity_and_a_spelling_is_none()
    {
        Assert.Same(Tomas, Index(Ada, Tomas).WithId("tomas-keel"));
        Assert.Null(Index(Ada, Tomas).WithId("T. Keel"));
        Assert.Null(Index(Ada, Tomas).WithId("Tomas-Keel"));
    }

    [Fact]
    public void Entities_with_names_of_their_own_do_not_clash() => Assert.Empty(NameIndex.Clashes([Ada, Tomas]));

    [Fact]
    public void One_entity_may_repeat_itself() =>
        Assert.Empty(NameIndex.Clashes([Person("Ada Brill", "ADA BRILL", "Ada Brill", "ada-brill")]));

    [Fact]
    public void A_form_of_two_entities_is_a_clash_with_both()
    {
        var other = Person("Alva Brill", "a. brill");

        var clash = Assert.Single(NameIndex.Clashes([Ada, Tomas, other]));

        Assert.Equal(("a. brill", Ada, other), clash);
    }

    [Fact]
    public void Every_form_that_is_shared_is_listed()
    {
        var twin = Person("Ada Brill", "President Brill");

        Assert.Equal(
            ["ada-brill", "Ada Brill", "President Brill"],
            NameIndex.Clashes([Ada, twin]).Select(clash => clash.Form)
        );
    }

    private static NameIndex Index(params NamedEntity[] entities) =>
        new(History.Definition with { Entities = entities });

    private static NamedEntity Person(string name, params string[] spellings) =>
        new()
        {
            Id = Slug.From(name),
            Kind = EntityKind.Person,
            Name = name,
            Spellings = spellings,
        };
}
