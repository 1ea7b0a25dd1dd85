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
    [InlineData("")]
    public void A_form_that_nobody_has_means_nobody(string form) => Assert.Null(Index(Ada, Tomas).Find(form));

    [Theory]
    [InlineData("Seán O'Neill-Byrne", "Seán O’Neill‑Byrne")]
    [InlineData("Seán O’Neill-Byrne", "SEÁN OʼNeill–Byrne")]
    [InlineData("Seán O'Neill-Byrne", "Sea\u0301n  O'Neill-\u00ADByrne")]
    [InlineData("Ada Brill", "Ada\u00A0\u202FBrill")]
    [InlineData("Ada Brill", "Ａｄａ　Ｂｒｉｌｌ")]
    [InlineData("Rat der 2. Stadt", "Rat der ２. Stadt")]
    public void A_name_that_is_typed_otherwise_is_the_same_name(string defined, string typed) =>
        Assert.Equal(defined, Index(Person(defined), Tomas).Find(typed)?.Name);

    [Theory]
    [InlineData("Sean O'Neill", "Seán O'Neill")]
    [InlineData("Ann-Marie Keel", "Annmarie Keel")]
    [InlineData("Ann-Marie Keel", "Ann Marie Keel")]
    [InlineData("ONeill", "O'Neill")]
    [InlineData("Rat 2", "Rat ²")]
    [InlineData("Rat I", "Rat Ⅰ")]
    [InlineData("Ada Brill", "Ada\u200BBrill")]
    [InlineData("Аda Brill", "Ada Brill")]
    public void A_name_with_other_letters_is_another_name(string defined, string typed) =>
        Assert.Null(Index(Person(defined)).Find(typed));

    [Fact]
    public void Two_who_are_told_apart_by_a_hyphen_stay_two()
    {
        var (plain, long_) = (Person("Al-Keel") with { Id = "one" }, Person("Al–Keel") with { Id = "two" });
        var index = Index(plain, long_);

        Assert.Empty(NameIndex.Clashes([plain, long_]));
        Assert.Equal((plain, long_, null), (index.Find("al-keel"), index.Find("Al–Keel"), index.Find("Al‑Keel")));
    }

    [Theory]
    [InlineData("Ada\uFFFE")]
    [InlineData("\uD800")]
    public void What_no_text_can_have_means_nobody(string form) => Assert.Null(Index(Ada).Find(form));

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
