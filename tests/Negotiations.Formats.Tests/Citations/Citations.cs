using NodaTime;

namespace Negotiations.Formats.Tests;

public class Citations
{
    private static readonly Citation Sample = new(
        "Lakes & rivers_2031 {first}",
        "Now. All that is known (UTC)",
        "lakes",
        new(198, Instant.FromUtc(2031, 4, 5, 18, 30)),
        "0123456789abcdef",
        "https://lakes.example/lakes/recorded/198"
    );

    [Fact]
    public void Say_what_stands_where_and_how_to_find_it() =>
        Assert.Equal(
            "“Lakes & rivers_2031 {first}: Now. All that is known (UTC)”. Negotiations, position 198 of the record, "
                + "recorded 5 April 2031, 18:30 UTC, chain head 0123456789abcdef. "
                + "https://lakes.example/lakes/recorded/198",
            Sample.Text
        );

    [Fact]
    public void Escape_in_BibTeX_what_LaTeX_would_take_for_more_than_a_letter()
    {
        Assert.StartsWith("@misc{lakes-198-01234567,\n", Sample.BibTex);
        Assert.Contains(@"title = {{Lakes \& rivers\_2031 \{first\}: Now.", Sample.BibTex);
        Assert.Contains("year = {2031}", Sample.BibTex);
        Assert.Contains(@"howpublished = {\url{https://lakes.example/lakes/recorded/198}}", Sample.BibTex);
    }

    [Fact]
    public void Of_an_empty_record_have_no_year() =>
        Assert.DoesNotContain("year", (Sample with { Settled = new(0, null), ChainHead = "" }).BibTex);
}
