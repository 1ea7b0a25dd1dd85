namespace Negotiations.Tests;

public class FaultsInWords
{
    [Theory]
    [InlineData(0, int.MaxValue, "happened by 1970-01-01 or later")]
    [InlineData(0, int.MaxValue - 1, "happened by 1970-01-01 or any later day")]
    [InlineData(1, 2, "happened by 1970-01-02 to 1970-01-03")]
    [InlineData(int.MaxValue, int.MaxValue, "without a bound on the happened clock")]
    [InlineData(0, int.MaxValue - 7, "happened by 1970-01-01 to day 2147483640")]
    public void Every_region_has_words_also_one_with_a_day_that_there_is_not(int from, int last, string words) =>
        Assert.EndsWith(words, new FactFault("a/b/c", 3, new FactRegion(0, 10, from, last), null, null).Answers);
}
