namespace Negotiations.Coding.Tests;

public sealed class FilesOfArticles : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Texts_and_pages_are_read_from_folders_below_and_from_files()
    {
        folder.Write("below/herald.txt", "One\r\ntwo");
        var page = folder.Write("page.HTML", "<title>x</title><article><p>Three</p></article>");
        var texts = ArticleFiles.Read(
            [folder.ResolvePath("below"), page],
            [Version("a", "One\ntwo"), Version("b", "Three")]
        );

        Assert.Equal("One\ntwo", texts.Find(Version("a", "One\ntwo"))!.Text!.Value);
        var held = texts.Find(Version("b", "Three"))!;
        Assert.Equal(("page.HTML", "Three", true), (held.File, held.Text!.Value, held.Metadata is not null));
    }

    [Fact]
    public void A_file_of_any_ending_counts_when_a_version_has_its_name()
    {
        folder.Write("herald.md", "Changed");
        folder.Write("other.md", "One");

        Assert.Equal("Changed", Read(Version("herald.md", "One"))!.Text!.Value);
    }

    [Fact]
    public void What_belongs_to_no_version_is_nobody_s()
    {
        folder.Write("readme.txt", "One and more");

        var texts = ArticleFiles.Read([folder.Path], [Version("herald.txt", "One")]);

        Assert.Null(texts.Find(Version("herald.txt", "One")));
        Assert.Equal([folder.ResolvePath("readme.txt")], texts.Unmatched);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udfff x")]
    [InlineData("\\uffff")]
    [InlineData("\\u0000")]
    public void A_page_whose_data_has_what_no_text_can_have_hides_no_other(string odd)
    {
        folder.Write(
            "odd.html",
            $$"""
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"{{odd}}","articleBody":"Two {{odd}}",
            "datePublished":"{{odd}}","url":"{{odd}}"}</script><article><p>Two of them.</p></article>
            """
        );
        folder.Write("herald.txt", "One");
        var version = Version("herald.txt", "One");

        var texts = ArticleFiles.Read([folder.Path], [version, Version("odd.html", "Two")]);

        Assert.Equal("One", texts.Find(version)!.Text!.Value);
    }

    [Fact]
    public void A_copy_with_another_ending_belongs_to_the_only_version_that_is_called_so()
    {
        var copy = folder.Write("herald.html", "<article><p>One, otherwise</p></article>");
        var (version, other) = (Version("herald.txt", "One"), Version("post.txt", "Two"));

        Assert.Equal("herald.html", ArticleFiles.Read([folder.Path], [version, other]).Find(version)!.File);

        // Not where another version is called alike, where the text is held, or where there are two copies.
        var alike = ArticleFiles.Read([folder.Path], [version, Version("herald.md", "Three")]);
        Assert.Equal((null, copy), (alike.Find(version), Assert.Single(alike.Unmatched)));
        folder.Write("first.txt", "One");
        var held = ArticleFiles.Read([folder.Path], [version, other]);
        Assert.Equal(("first.txt", copy), (held.Find(version)!.File, Assert.Single(held.Unmatched)));
        File.Delete(folder.ResolvePath("first.txt"));
        folder.Write("herald.htm", "<article><p>One, again otherwise</p></article>");
        var two = ArticleFiles.Read([folder.Path], [version, other]);
        Assert.Null(two.Find(version));
        Assert.Equal(2, two.Unmatched.Count);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_named_and_not_guessed_at()
    {
        folder.Write("herald.txt", [0x41, 0xFF, 0xFE]);

        Assert.Equal(
            ("it is not UTF-8 text", null),
            (Read(Version("herald.txt", "A"))!.Problem, Read(Version("herald.txt", "A"))!.Text)
        );
    }

    [Theory]
    [InlineData("utf-16", "it is not UTF-8 text")]
    [InlineData("utf-16BE", "it is not UTF-8 text")]
    [InlineData("utf-32", "it is not UTF-8 text")]
    public void A_byte_order_mark_of_another_encoding_is_not_followed(string encoding, string problem)
    {
        var other = System.Text.Encoding.GetEncoding(encoding);
        folder.Write("herald.txt", [.. other.GetPreamble(), .. other.GetBytes("One")]);

        Assert.Equal(
            (problem, null),
            (Read(Version("herald.txt", "One"))!.Problem, Read(Version("herald.txt", "One"))!.Text)
        );
    }

    [Fact]
    public void The_byte_order_mark_of_UTF_8_is_no_part_of_the_text()
    {
        folder.Write("herald.txt", [0xEF, 0xBB, 0xBF, .. "One"u8]);

        Assert.Equal("One", Read(Version("herald.txt", "One"))!.Text!.Value);
    }

    [Theory]
    [InlineData("herald.txt", "One\uFFFE")]
    [InlineData("herald.html", "<article><p>One&#xFFFE;</p></article>")]
    public void A_text_that_has_no_normal_form_is_named_and_the_others_are_read(string name, string content)
    {
        folder.Write(name, content);
        folder.Write("other.txt", "Two");

        var texts = ArticleFiles.Read([folder.Path], [Version(name, "One"), Version("other.txt", "Two")]);

        Assert.StartsWith("it has characters that no text has", texts.Find(Version(name, "One"))!.Problem);
        Assert.Equal("Two", texts.Find(Version("other.txt", "Two"))!.Text!.Value);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error() =>
        Assert.Contains(
            "there is no such file or folder",
            Assert.Throws<CodingException>(() => ArticleFiles.Read([folder.ResolvePath("none")], [])).Errors[0].Message
        );

    [Fact]
    public async Task A_replay_checks_spans_against_a_page_too()
    {
        using var codings = new TemporaryFolder();
        var text = File.ReadAllText(Harbour.ResolvePath("texts", "courier-2031-04-02.txt"));
        var json = System.Text.Json.JsonSerializer.Serialize(
            new Dictionary<string, string>
            {
                ["@type"] = "NewsArticle",
                ["articleBody"] = "Dockers strike. Words of another text.",
            }
        );
        folder.Write("courier.html", $"<script type='application/ld+json'>{json}</script><pre>{text}</pre>");
        var coding = File.ReadAllText(Harbour.ResolvePath("courier-2031-04-02.yaml"))
            .With("file: courier-2031-04-02.txt", "file: courier.html");
        var batch = await Coded.ReadFilesAsync(
            Harbour.ResolvePath("harbour.negotiation.yaml"),
            codings.Write("coding.yaml", coding)
        );

        var error = Assert.Single(new ArticleTextFolder(folder.Path).Check(Assert.Single(batch.Articles)));

        Assert.Equal("text.sha256", error.Field);
        Assert.Contains(new NormalisedText("Dockers strike. Words of another text.").Identity().Sha256, error.Message);
    }

    private ArticleText? Read(ArticleVersionPublished version) =>
        ArticleFiles.Read([folder.Path], [version]).Find(version);

    private static ArticleVersionPublished Version(string file, string text) =>
        new()
        {
            Negotiation = "lake",
            Article = file,
            Version = "v1",
            Outlet = new("Herald", "herald"),
            Text = new NormalisedText(text).Identity(file),
            Published = new(default, PublicationBasis.Stated),
        };
}
