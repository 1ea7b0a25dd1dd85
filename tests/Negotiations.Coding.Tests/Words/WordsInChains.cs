namespace Negotiations.Coding.Tests;

public class WordsInChains
{
    private const string Evidence = "evidence: [Norland offered Suderland, \"Wednesday, Ms Sund said\"]\n";

    [Theory]
    [InlineData("chain: Mary Sund", "Mary Sund", LinkKind.Person, 125, "Ms Sund")]
    [InlineData("chain: [Mary Sund]", "Mary Sund", LinkKind.Person, 125, "Ms Sund")]
    [InlineData("chain: [Ms Sund]", "Ms Sund", LinkKind.Person, 125, "Ms Sund")]
    [InlineData("chain: {name: Mary Sund}", "Mary Sund", LinkKind.Person, 125, "Ms Sund")]
    [InlineData("chain: {name: Mary Sund, words: Sund}", "Mary Sund", LinkKind.Person, 128, "Sund")]
    // Words that are not in the evidence are looked for in the whole text.
    [InlineData("chain: [{name: Mary Sund, words: the minister}]", "Mary Sund", LinkKind.Person, 173, "the minister")]
    [InlineData("chain: [{name: Mary Sund, words: \"Ms Sund #2\"}]", "Mary Sund", LinkKind.Person, 268, "Ms Sund")]
    [InlineData("chain: [{name: Port Wire, words: Port Wire}]", "Port Wire", LinkKind.Agency, 50, "Port Wire")]
    [InlineData("chain: [{name: Norland}]", "Norland", LinkKind.Institution, 63, "Norland")]
    [InlineData(
        "chain: [{name: two officials, kind: unnamed, words: Two officials}]",
        "two officials",
        LinkKind.Unnamed,
        307,
        "Two officials"
    )]
    [InlineData("chain: [{name: Mary Sund, at: 128-132}]", "Mary Sund", LinkKind.Person, 128, "Sund")]
    public async Task Are_anchored(string chain, string name, LinkKind kind, int start, string words)
    {
        var coded = await Ferry.ReadAsync(Ferry.Article(Evidence + chain));

        var link = coded.Reports[0].Chain[0];
        Assert.Equal((name, kind, start), (link.Name!.Written, link.Kind, link.Span!.Start));
        Assert.Equal(words, Ferry.At(link.Span));
        Assert.Equal(2, coded.Reports[0].Chain.Count);
    }

    [Fact]
    public async Task A_named_chain_is_anchored_in_the_evidence_of_each_report()
    {
        var coded = await Ferry.ReadAsync(
            Ferry
                .Article(
                    """
                    evidence: on Wednesday, Ms Sund said
                    chain: sund
                    """,
                    "chains: {sund: [Mary Sund, {name: Port Wire, implied: its reporter was there}]}"
                )
                .TrimEnd()
                + """

                  - id: fares
                    type: AssessmentMade
                    actor: Mary Sund
                    details: {subject: fares, assessment: too high}
                    evidence: Ms Sund said the fares were too high
                    chain: sund
                    summary: Sund finds the fares too high.

                """
        );

        Assert.Equal([125, 268], coded.Reports.Select(report => report.Chain[0].Span!.Start));
        Assert.All(coded.Reports, report => Assert.Equal("its reporter was there", report.Chain[1].Implied));
    }

    [Fact]
    public async Task A_spokesman_speaks_for_his_institution()
    {
        var coded = await Ferry.ReadAsync(
            Ferry.Article("evidence: Vang spoke\nchain: Ida Vang"),
            "At noon Vang spoke."
        );

        Assert.Equal("ministry", coded.Reports[0].Chain[0].SpeaksFor);
    }

    [Fact]
    public async Task An_article_of_which_no_chain_is_given_comes_from_its_outlet()
    {
        var coded = await Ferry.ReadAsync(Ferry.Article("evidence: offered Suderland"));

        var link = Assert.Single(coded.Version.Chain);
        Assert.Equal(("quay", LinkKind.Outlet), (link.Name!.Id, link.Kind));
        Assert.NotNull(link.Implied);
    }

    [Fact]
    public async Task The_chain_of_an_article_is_anchored_in_the_whole_text()
    {
        var coded = await Ferry.ReadAsync(Ferry.Article("evidence: offered Suderland", "chain: [Port Wire, The Quay]"));

        Assert.Equal(["Port Wire", "The Quay"], coded.Version.Chain.Select(link => Ferry.At(link.Span)));
    }

    [Theory]
    [InlineData(
        "chain: Olav Brekk",
        "events[0].chain",
        "neither 'Olav Brekk' nor another spelling of it stands in the evidence"
    )]
    [InlineData("chain: Olav Brekk", "events[0].chain", "only elsewhere, first at 208-218")]
    [InlineData("chain: [Port Wire, Mary Sundt]", "events[0].chain[1]", "did you mean 'Mary Sund'?")]
    [InlineData("chain: [{name: Mary Sund, words: Ms Sundt}]", "events[0].chain[0].words", "the text has “Sund”")]
    [InlineData("chain: [{name: two officials, words: Two officials}]", "events[0].chain[0]", "'kind' is missing")]
    [InlineData("chain: [{name: null, kind: unnamed}]", "events[0].chain[0]", "a link has either words")]
    [InlineData("chain: [[Mary Sund]]", "events[0].chain[0]", "is no link")]
    [InlineData("chain: sunt", "events[0].chain", "did you mean")]
    public async Task Are_refused_where_they_do_not_stand(string chain, string field, string message)
    {
        var errors = await Ferry.ReadErrorsAsync(Ferry.Article(Evidence + chain, "chains: {sund: [Mary Sund]}"));

        Assert.Contains(errors, error => error.Field == field && error.Message.Contains(message));
    }
}
