namespace Negotiations.Tests;

public class Slugs
{
    [Theory]
    [InlineData("Ada Brill", "ada-brill")]
    [InlineData("  Ada\tBrill\n", "ada-brill")]
    [InlineData("ADA BRILL", "ada-brill")]
    [InlineData("Jean-Noël Barré", "jean-noel-barre")]
    [InlineData("Noe\u0308l", "noel")]
    [InlineData("O'Rook", "orook")]
    [InlineData("O’Rook", "orook")]
    [InlineData("Ministry of Lakes & Rivers, Varland", "ministry-of-lakes-rivers-varland")]
    [InlineData("--a--b--", "a-b")]
    [InlineData("a/b", "a-b")]
    [InlineData("a_b", "a-b")]
    [InlineData("Round 2 (2031)", "round-2-2031")]
    [InlineData("Ｆｕｌｌ　Ｗｉｄｔｈ", "full-width")]
    [InlineData("ﬁnal", "final")]
    public void A_name_becomes_a_segment_of_a_key(string name, string slug) => Gives(name, slug);

    [Theory]
    [InlineData("Doğan", "dogan")]
    [InlineData("İnci", "inci")]
    [InlineData("Yıldız", "yildiz")]
    [InlineData("Şükrü Çağ", "sukru-cag")]
    [InlineData("Øre Søby", "ore-soby")]
    [InlineData("Łódka", "lodka")]
    [InlineData("Đuro", "duro")]
    [InlineData("Ħal", "hal")]
    [InlineData("Straße", "strasse")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Ærø", "aero")]
    [InlineData("Œuvre", "oeuvre")]
    [InlineData("Þór Ðan", "thor-dan")]
    [InlineData("Nguyễn", "nguyen")]
    public void Latin_letters_are_brought_to_the_plain_alphabet(string name, string slug) => Gives(name, slug);

    [Theory]
    [InlineData("Андрій Зеленський", "андрій-зеленський")]
    [InlineData("Ёжиков", "ёжиков")]
    [InlineData("محمد العربي", "محمد-العربي")]
    [InlineData("آمنة", "آمنة")]
    [InlineData("हिन्दी नाम", "हिन्दी-नाम")]
    [InlineData("中文 名字", "中文-名字")]
    [InlineData("한국어", "한국어")]
    [InlineData("𐐀𐐁", "𐐨𐐩")]
    [InlineData("Αθήνα", "αθήνα")]
    public void Other_scripts_stay_as_they_are(string name, string slug) => Gives(name, slug);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("😀🕊️")]
    [InlineData("—")]
    [InlineData("\u0301")]
    [InlineData("'")]
    public void A_name_without_letters_and_digits_gives_nothing_usable(string name)
    {
        Assert.Equal("", Slug.From(name));
        Assert.False(Slug.IsValid(Slug.From(name)));
    }

    [Fact]
    public void Emoji_beside_letters_only_separate() => Gives("Ada 🕊️ Brill", "ada-brill");

    [Theory]
    [InlineData("ada-brill", true)]
    [InlineData("2031-04", true)]
    [InlineData("андрій", true)]
    [InlineData("Ada", false)]
    [InlineData("ada brill", false)]
    [InlineData("ada--brill", false)]
    [InlineData("-ada", false)]
    [InlineData("ada-", false)]
    [InlineData("ada/brill", false)]
    [InlineData("noël", false)]
    [InlineData("søby", false)]
    [InlineData("", false)]
    public void Only_what_is_its_own_slug_is_valid(string text, bool valid) => Assert.Equal(valid, Slug.IsValid(text));

    private static void Gives(string name, string slug)
    {
        Assert.Equal(slug, Slug.From(name));
        Assert.Equal(slug, Slug.From(slug));
    }
}
