namespace Negotiations.Coding.Tests;

public class PositionsInPlaceOfWords
{
    private const string File = """
        # A comment at the top 🚢.
        format: 2
        article: quay-1
        negotiation: ferry
        outlet:   The Quay      # spaces stay
        text: quay-1.txt  # the text
        published: 2031-04-02T18:30
        round: 2031-04
        chains:
          sund: [Mary Sund]  # in each report elsewhere
          brekk: [{name: Olav Brekk, words: Olav Brekk}]
        events:
          - id: offer
            type: TalksOffered
            actor: Mary Sund
            evidence: "Norland offered Suderland"   # the first
            chain:
              - name: Mary Sund
                words: "Ms Sund #1"
              - Port Wire   # anchored in the text
            summary: Sund offers talks 🚢.
          # between
          - id: ready
            type: PositionStated
            actor: Mary Sund
            details: {topic: talks, position: ready}
            evidence:
              - >
                “We are ready to meet
                on Friday,” the minister
              - Ms Sund
                said the fares
              - 0-7
            chain: sund
            summary: Sund is ready.
          - {id: high, type: AssessmentMade, actor: Mary Sund, details: {subject: fares, assessment: too high},
            evidence: [on Wednesday, "Ms Sund said #1"], chain: sund, summary: Too high.}
          - {id: sail, type: PositionStated, actor: Olav Brekk, details: {topic: boats, position: they sail},
            evidence: [{words: Olav Brekk told The Quay}], chain: brekk, summary: "Brekk's boats sail."}

        """;

    private static readonly string WithAgency = File.With(
        "evidence: \"Norland offered Suderland\"   # the first",
        "evidence: [\"(Port Wire) — Norland offered Suderland\", 'on Wednesday, Ms Sund']   # the first"
    );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Say_the_same_without_the_text(bool keepsWords)
    {
        using var folder = new FerryFolder(WithAgency);
        var before = Assert.Single((await folder.ReadAsync()).Articles).Article;

        var anchored = Assert.Single(await AnchorAsync(folder, keepsWords));

        folder.Write("quay-1.yaml", anchored.Text);
        var after = Assert.Single((await folder.ReadAsync(withTexts: false)).Articles).Article;
        Assert.Equal(Events(before), Events(after));
        Assert.Equal(keepsWords, anchored.Text.Contains("offered Suderland"));
        Assert.Contains($"{{file: quay-1.txt, sha256: {Ferry.Normalised.Identity().Sha256}, length:", anchored.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Leave_everything_else_as_it_was(bool keepsWords)
    {
        foreach (var text in new[] { WithAgency, WithAgency.Replace("\n", "\r\n") })
        {
            using var folder = new FerryFolder(text);

            var anchored = Assert.Single(await AnchorAsync(folder, keepsWords)).Text;

            foreach (
                var kept in new[]
                {
                    "# A comment at the top 🚢.",
                    "outlet:   The Quay      # spaces stay",
                    "  # the text",
                    "sund: [Mary Sund]  # in each report elsewhere",
                    "   # the first",
                    "   # anchored in the text",
                    "  # between",
                    "summary: Sund offers talks 🚢.",
                    "chain: [{name: Mary Sund, kind: person, at: ",
                    "brekk: [{",
                    "chain: brekk",
                    "summary: \"Brekk's boats sail.\"}",
                }
            )
                Assert.Contains(kept, anchored);
        }
    }

    [Fact]
    public async Task Are_written_once_and_the_second_time_there_is_nothing_to_do()
    {
        using var folder = new FerryFolder(WithAgency);
        var first = Assert.Single(await AnchorAsync(folder));
        folder.Write("quay-1.yaml", first.Text);

        var second = Assert.Single(await AnchorAsync(folder));

        Assert.True(first.Places > 8);
        Assert.Equal((0, first.Text), (second.Places, second.Text));
    }

    [Theory]
    [InlineData("text: {file: quay-1.txt}", "text: {file: quay-1.txt, sha256: ")]
    [InlineData("text:\n  file: quay-1.txt # here", "text:\n  file: quay-1.txt\n  sha256: ")]
    public async Task Come_with_the_hash_of_the_text(string written, string anchored)
    {
        using var folder = new FerryFolder(
            Ferry.Article("evidence: offered Suderland").With("text: quay-1.txt", written)
        );

        Assert.Contains(anchored, Assert.Single(await AnchorAsync(folder)).Text);
    }

    [Fact]
    public async Task Are_not_written_where_words_are_not_found()
    {
        using var folder = new FerryFolder(Ferry.Article("evidence: offers Suderland"));

        await Assert.ThrowsAsync<CodingException>(() => AnchorAsync(folder));
    }

    private static Task<IReadOnlyList<AnchoredFile>> AnchorAsync(FerryFolder folder, bool keepsWords = false) =>
        AnchoredFile.CreateAsync(
            [folder.File],
            id => Task.FromResult(DefinitionsBeside.Find([folder.File], id)),
            new ArticleTextFolder(folder.Texts),
            keepsWords
        );

    private static IEnumerable<string> Events(CodedArticle article) =>
        article.Reports.Select(EventJson.Write).Prepend(EventJson.Write(article.Version));
}
