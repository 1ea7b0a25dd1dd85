namespace Negotiations.Coding.Tests;

public class VersionsOfArticles
{
    [Fact]
    public async Task A_version_is_named_by_the_hash_of_its_text()
    {
        var article = await Coded.ReadAsync(LakeTalks.Article);

        Assert.Equal("aaaaaaaaaaaa", article.Version.Version);
        Assert.All(article.Reports, report => Assert.Equal("aaaaaaaaaaaa", report.Version));
    }

    [Fact]
    public async Task A_version_is_named_by_a_label_where_there_is_one()
    {
        var article = await Coded.ReadAsync(LakeTalks.Article.With("language: en", "version: back-again"));

        Assert.Equal("back-again", article.Version.Version);
        Assert.All(article.Reports, report => Assert.Equal("back-again", report.Version));
    }

    [Fact]
    public async Task A_version_says_what_the_file_says()
    {
        var version = (
            await Coded.ReadAsync(LakeTalks.Article.With("coder:", "url: https://herald.example/1\ncoder:"))
        ).Version;

        Assert.Equal(
            ("lake", "herald-1", "Talks by the lake", "en", "https://herald.example/1", "a tester"),
            (version.Negotiation, version.Article, version.Title, version.Language, version.Url, version.Coder)
        );
        Assert.Equal(new(LakeTalks.A, 2000, "herald-1.txt"), version.Text);
    }

    [Fact]
    public async Task Two_versions_of_one_article_are_read_in_the_order_of_their_publication()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "a-later.yaml",
            LakeTalks
                .Article.With($"sha256: {LakeTalks.A}", $"sha256: {LakeTalks.B}")
                .With("time: 2031-04-02T18:30", "time: 2031-04-02T18:45")
        );
        folder.Write("b-earlier.yaml", LakeTalks.Article);
        folder.Write("lake.yaml", LakeTalks.Negotiation);

        var batch = await Coded.ReadFilesAsync(folder.Path);

        Assert.Equal(["aaaaaaaaaaaa", "bbbbbbbbbbbb"], batch.Articles.Select(file => file.Article.Version.Version));
    }
}
