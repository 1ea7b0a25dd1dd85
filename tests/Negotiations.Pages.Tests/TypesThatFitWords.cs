using Negotiations.Assistant;
using Negotiations.Server.Desk;

namespace Negotiations.Pages.Tests;

public class TypesThatFitWords
{
    [Theory]
    [InlineData("Belmark must answer the note by the twentieth", "DeadlineSet")]
    [InlineData("the minister will be part of the delegation", "DelegationNamed")]
    [InlineData("both handed over forty prisoners", "ExchangeCarriedOut")]
    [InlineData("threatened to impose new tariffs", "SanctionsThreatened")]
    public void Types_that_speak_of_the_same_come_first(string text, string type) =>
        Assert.Contains(type, TypeSearch.Find(null, text).Take(3).Select(entry => entry.Type));

    [Fact]
    public void All_types_are_offered_and_without_words_in_the_order_of_the_codebook()
    {
        var all = Codebook.Default.Entries.Select(entry => entry.Type).ToList();

        Assert.Equal(all, TypeSearch.Find(null).Select(entry => entry.Type));
        Assert.Equal(
            all.Order(StringComparer.Ordinal),
            TypeSearch.Find("", "must answer by Friday").Select(entry => entry.Type).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void What_is_searched_for_goes_before_what_fits() =>
        Assert.Contains("Ceasefire", TypeSearch.Find("ceasefire", "must answer by Friday")[0].Type);
}
