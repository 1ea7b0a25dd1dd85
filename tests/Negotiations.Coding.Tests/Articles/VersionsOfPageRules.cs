namespace Negotiations.Coding.Tests;

/// <summary>A text that was coded is read by the rules by which it was coded.</summary>
public sealed class VersionsOfPageRules : IDisposable
{
    // By the first rules its text is the footer, by the newest ones what stands above it.
    private const string Page = """
        <body><h1>Six hours</h1><div><div>The harbour ministers of Varland and Ostrelia met for six hours, and agreed
        on the date of their next meeting, which both of them announced as a success in words of their own.</div>
        <div>Varland wants the pilots of both sides on every ship, Ostrelia wants none, and the captains were not asked
        by anyone, although they know where the sandbanks are, and are used to come on time.</div></div>
        <div class="foot"><p>Copyright 2031 The Herald of the Lake</p></div></body>
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private const string Stated = """
        <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ships wait",
        "articleBody": "Varland&#039;s ships wait.<br>Ostrelia&#039;s do not.\n\nNor do we."}</script><p>x</p>
        """;

    private const string Commented = """
        <article><header><h1>Ships wait</h1></header><p>Varland waits.</p><figure>A ship</figure><p>Ostrelia <b>does</b>
        not.</p></article><article class="comment"><p>And I, who comment on it, wait longest of all.</p></article>
        """;

    private const string Live = """
        <div class="liveblog"><h1>Talks</h1>
        <article><time datetime="2031-04-02T09:05Z">9</time><p>The doors are open again.</p></article>
        <article><time datetime="2031-04-02T08:05Z">8</time><p>Coffee for all, says the host.</p></article>
        <article><time datetime="2031-04-02T07:05Z">7</time><p>The doors are shut by now.</p></article></div>
        """;

    private const string Blocks = "<div><p>One</p><p>Two<br>three</p><ul><li>Four</ul></div><div><p>5</p></div>";

    private const string Korean = "<meta charset='ks_c_5601-1987'><p>40&nbsp;000 &copy;</p>";

    [Theory]
    [InlineData(Page, 1, "87434c3ae79dcfd281d9813b274b78f3deb4f55cdfb2625ecf053a46bd01bb07")]
    [InlineData(Page, 2, "9fb9a8267f0ed92e1c952db473ddad38aee455ace06d8311d7da0b77c3e8a2e5")]
    [InlineData(Stated, 1, "742ef8f453df1dd05ffb2b30fe320ab00d55b0ac06455264291486c75814a53a")]
    [InlineData(Stated, 2, "e802f2ddde0da84210431e78cdd3db53854e7dde5983a17f5eb27d2795de6b1d")]
    [InlineData(Commented, 1, "a2e987c686e9889a77fc6ee4b1647ab817b88ce01264578914c7232e98285f64")]
    [InlineData(Commented, 2, "a2e987c686e9889a77fc6ee4b1647ab817b88ce01264578914c7232e98285f64")]
    [InlineData(Live, 1, "cda95ebd9a9f99f533627de1b2a93bf0ab58a6e56a1aaeaaa5b2e47a1ea02c42")]
    [InlineData(Live, 2, "f9389e7bd81e1d497d70ee59514a3ccd5fc1e6478729954b9c029fdead5b1201")]
    [InlineData(Blocks, 1, "8a2671fdea9b463d099bbce8a2ca22abbfe6e8b9991e1a0ea691647fdbc33f72")]
    [InlineData(Korean, 1, "cf6c6786a61fc76481ad8ea2280a86c0d9a472ad2473aabbd93cd80103456c9d")]
    public void A_version_of_the_rules_gives_the_same_text_for_ever(string page, int rules, string sha256) =>
        Assert.Equal(sha256, new NormalisedText(ArticlePage.Read(page, rules).Text).Identity().Sha256);

    [Fact]
    public void Each_version_of_an_article_finds_the_text_of_a_page_by_its_own_rules()
    {
        folder.Write("herald.html", Page);
        var (old, @new) = (Version(1), Version(2));

        var texts = ArticleFiles.Read([folder.Path], [old, @new]);

        Assert.NotEqual(old.Text.Sha256, @new.Text.Sha256);
        Assert.Equal(old.Text.Sha256, texts.Find(old)!.Text!.Identity().Sha256);
        Assert.Equal(@new.Text.Sha256, texts.Find(@new)!.Text!.Identity().Sha256);
        Assert.Empty(texts.FindStrays(old).Concat(texts.FindStrays(@new)));
        Assert.Empty(texts.Unmatched);
    }

    [Fact]
    public void A_page_that_changed_differs_once_for_each_version_by_its_own_rules()
    {
        folder.Write("herald.html", Page.Replace("six", "seven").Replace("2031", "2032"));
        var (old, @new) = (Version(1), Version(2));

        var texts = ArticleFiles.Read([folder.Path], [old, @new]);

        Assert.Equal(1, Assert.Single(texts.FindStrays(old)).PageRules);
        Assert.Equal(2, Assert.Single(texts.FindStrays(@new)).PageRules);
        Assert.Contains("2032", texts.Find(old)!.Text!.Value);
        Assert.DoesNotContain("2032", texts.Find(@new)!.Text!.Value);
    }

    [Fact]
    public void A_text_names_its_rules_or_is_read_by_the_first_ones()
    {
        folder.Write("herald.html", Page);
        var texts = new ArticleTextFolder(folder.Path);

        Assert.Equal(ArticlePage.Read(Page, PageRules.First).Text, texts.Find(Version(1))!.Value);
        Assert.Equal(ArticlePage.Read(Page).Text, texts.FindExact(Version(2))!.Value);
        Assert.Equal(1, new TextIdentity("a", 1).RulesForPages);
    }

    [Fact]
    public void Plain_text_has_no_rules()
    {
        folder.Write("herald.txt", "One");

        Assert.Equal("One", new ArticleTextFolder(folder.Path).Find(Version(2, "herald.txt"))!.Value);
        Assert.Null(ArticleFile.Read(folder.ResolvePath("herald.txt"), 2).PageRules);
    }

    [Fact]
    public void Rules_of_a_later_program_are_not_guessed_at()
    {
        folder.Write("herald.html", Page);
        var version = Version(2);
        version = version with { Text = version.Text with { PageRules = 3 } };

        Assert.Equal(
            "its text was taken by version 3 of the rules for pages, and this program knows them up to version 2: "
                + "use a newer one",
            ArticleFiles.Read([folder.Path], [version]).Find(version)!.Problem
        );
    }

    [Fact]
    public async Task A_coded_file_names_the_rules_and_keeps_them()
    {
        var coding = await ReadAsync("\n  pageRules: 2");

        Assert.Equal(2, Assert.Single(coding.Articles).Article.Version.Text.PageRules);

        var store = new InMemoryEventStore();
        using var coded = new TemporaryFolder();
        await Replay.RunAsync(
            store,
            [Harbour.ResolvePath("harbour.negotiation.yaml"), coded.Write("courier.yaml", Coding("\n  pageRules: 2"))]
        );
        var files = WrittenFile.WriteAll(await store.ReadLogAsync(Harbour.Id, recordedBy: null));
        Assert.Contains(files, file => file.Text.Contains("pageRules: 2}\n", StringComparison.Ordinal));
        Written.SameEvents(store, await Written.ReplayedAsync(files));
    }

    [Fact]
    public async Task The_first_rules_written_out_are_the_same_coding() =>
        Assert.Equal(
            Assert.Single((await ReadAsync("")).Articles).Article.Version,
            Assert.Single((await ReadAsync("\n  pageRules: 1")).Articles).Article.Version,
            (one, other) => EventJson.Write(one) == EventJson.Write(other)
        );

    [Fact]
    public async Task Rules_that_do_not_exist_are_refused()
    {
        using var coded = new TemporaryFolder();

        var error = Assert.Single(
            await Coded.ErrorsOfFilesAsync(
                Harbour.ResolvePath("harbour.negotiation.yaml"),
                coded.Write("courier.yaml", Coding("\n  pageRules: 3"))
            )
        );

        Assert.Equal(
            ("text.pageRules", "there is no version 3 of the rules for pages, only 1 to 2"),
            (error.Field, error.Message)
        );
    }

    [Fact]
    public async Task A_coding_by_other_rules_than_it_names_is_told_which_to_name()
    {
        folder.Write("courier.html", Page);
        var text = new NormalisedText(ArticlePage.Read(Page).Text);
        var batch = await ReadAsync("");
        var file = Assert.Single(batch.Articles);
        var version = file.Article.Version with { Text = text.Identity("courier.html") };

        var error = Assert.Single(
            new ArticleTextFolder(folder.Path).Check(file with { Article = file.Article with { Version = version } })
        );

        Assert.EndsWith(
            "; by version 2 of the rules for pages it has the right hash: write 'pageRules: 2'",
            error.Message
        );
    }

    private static string Coding(string rules) =>
        File.ReadAllText(Harbour.ResolvePath("courier-2031-04-02.yaml")).With("length: 1745", $"length: 1745{rules}");

    private static async Task<CodedBatch> ReadAsync(string rules)
    {
        using var coded = new TemporaryFolder();
        return await Coded.ReadFilesAsync(
            Harbour.ResolvePath("harbour.negotiation.yaml"),
            coded.Write("courier.yaml", Coding(rules))
        );
    }

    private static ArticleVersionPublished Version(int rules, string file = "herald.html") =>
        new()
        {
            Negotiation = "lake",
            Article = "herald",
            Version = $"v{rules}",
            Outlet = new("Herald", "herald"),
            Text = new NormalisedText(ArticlePage.Read(Page, rules).Text).Identity(file) with
            {
                PageRules = rules == PageRules.First ? null : rules,
            },
            Published = new(default, PublicationBasis.Stated),
        };
}
