namespace Negotiations.Tests;

public class WordsOfKeys
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "facts.md");

    [Fact]
    public void Every_word_in_the_documented_keys_is_known()
    {
        var words = File.ReadLines(Page)
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => line.Split('`')[1].Split('/'))
            .Where(segment => !segment.StartsWith('{'))
            .Distinct()
            .ToList();

        Assert.NotEmpty(words);
        Assert.Empty(words.Except(FactKeys.Words));
    }

    [Theory]
    [InlineData("2031-04/attendance/ada-brill", "2031-04", true)]
    [InlineData("2031-04/attendance/ada-brill", "2031-04/att", true)]
    [InlineData("2031-04/attendance/ada-brill", "attendance", true)]
    [InlineData("2031-04/attendance/ada-brill", "attendance/ada-brill", true)]
    [InlineData("2031-04/attendance/ada-brill", "ada-brill/", true)]
    [InlineData("2031-04/attendance/ada-brill", "", true)]
    [InlineData("2031-04/attendance/ada-brill", "brill", false)]
    [InlineData("2031-04/attendance/ada-brill", "tendance", false)]
    [InlineData("2031-04/attendance/ada-brill", "2031-04/ada-brill", false)]
    public void A_key_is_found_by_its_beginning_or_by_whole_segments(string key, string part, bool expected) =>
        Assert.Equal(expected, FactKeys.Admits(key, part));
}
