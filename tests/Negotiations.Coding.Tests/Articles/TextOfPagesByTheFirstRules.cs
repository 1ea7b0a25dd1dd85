using System.Text;

namespace Negotiations.Coding.Tests;

/// <summary>Version 1 of the rules of <c>docs/texts.md</c>, on invented pages.</summary>
public class TextOfPagesByTheFirstRules
{
    [Fact]
    public void Structured_data_gives_the_body_before_everything_else()
    {
        const string Page = """
            <html><head><script type="application/ld+json">
            {"@type": "NewsArticle", "headline": "Ships wait", "articleBody": "Varland waits.\n\nOstrelia does not."}
            </script></head><body><article><p>Something else, and much longer than that.</p></article></body></html>
            """;

        Assert.Equal("Ships wait\n\nVarland waits.\n\nOstrelia does not.", ReadPage(Page).Text);
    }

    [Theory]
    [InlineData(
        """{"@graph": [{"@type": "Organization"}, {"@type": ["NewsArticle", "Thing"], "articleBody": "Here."}]}"""
    )]
    [InlineData("""[{"@type": "BreadcrumbList"}, {"@type": "ReportageNewsArticle", "articleBody": "Here."}]""")]
    [InlineData("""{"@type": "WebPage", "mainEntity": {"@type": "LiveBlogPosting", "articleBody": "Here."}}""")]
    [InlineData("""{"@type": "NewsArticle", "articleBody": " Here. ",}""")]
    [InlineData("""{"@type": "NewsArticle", "articleBody": "<p>Here.</p><script>no()<\/script>"}""")]
    public void Structured_data_is_found_wherever_pages_put_it(string json) =>
        Assert.Equal(
            "Here.",
            ReadPage($"<script type='application/ld+json'>{json}</script><p>Not here, though it is longer.</p>").Text
        );

    [Theory]
    [InlineData("{ this is no JSON")]
    [InlineData("")]
    [InlineData("[1, null, \"text\"]")]
    [InlineData("{\"@type\": 7, \"articleBody\": \"x\"}")]
    [InlineData("{\"@type\": \"NewsArticle\", \"articleBody\": 7}")]
    [InlineData("{\"@type\": \"NewsArticle\", \"articleBody\": \"a\", \"articleBody\": \"b\"}")]
    [InlineData("{\"@type\": \"Organization\", \"articleBody\": \"x\"}")]
    public void Structured_data_that_is_none_is_passed_over(string json) =>
        Assert.Equal("Here.", ReadPage($"<script type='application/ld+json'>{json}</script><p>Here.</p>").Text);

    [Fact]
    public void Without_it_the_article_of_the_page_is_the_text()
    {
        const string Other =
            "Most read: a very long list of other things that have nothing to do with this, and go on and on.";
        const string Page = $"""
            <body><header><p>The Herald, founded in 1901</p></header><nav><ul><li>Home</li><li>Lakes</li></ul></nav>
            <main><article><header><h1>Ships wait</h1></header><p>Varland waits.</p>
            <figure><img src="x"><figcaption>A ship. Picture: nobody</figcaption></figure>
            <aside><p>More on ships</p></aside><p>Ostrelia <b>does</b>
               not.</p><footer><p>All rights reserved</p></footer></article></main>
            <div><p>{Other}</p></div></body>
            """;

        Assert.Equal("Ships wait\n\nVarland waits.\n\nOstrelia does not.", ReadPage(Page).Text);
    }

    [Fact]
    public void Without_an_article_the_block_with_the_most_text_is_the_text()
    {
        const string First = "Varland waits for the ships, as it has for weeks.";
        const string Second = "Ostrelia does not, or so it says in every answer.";
        const string Link = """<a href="/1">Another story with a headline that is really quite long</a>""";
        const string NextLink = """<a href="/2">And one more of those, as long as that or longer</a>""";
        const string Page = $"""
            <body><div id="top"><p>Sign up!</p></div>
            <div class="c"><p>{First}</p><p>{Second}</p></div>
            <div id="links"><p>{Link}</p><p>{NextLink}</p></div></body>
            """;

        Assert.Equal($"{First}\n\n{Second}", ReadPage(Page).Text);
    }

    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<p>One<br>Two</p>", "One\nTwo")]
    [InlineData("<p>One<br/>\n  Two </p>", "One\nTwo")]
    [InlineData("<div>One<p>Two</p>Three</div>", "One\n\nTwo\n\nThree")]
    [InlineData("<p>  One \n\t two  </p>", "One two")]
    [InlineData("<p>One <i> two</i> , three</p>", "One two , three")]
    [InlineData("<p>O<b>n</b>e</p>", "One")]
    [InlineData("<ul><li>One<li>Two</ul>", "One\n\nTwo")]
    [InlineData("<pre>One\n  two</pre>", "One\ntwo")]
    [InlineData("<p>One</p><p> </p><p></p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<table><tr><td>One</td><td>Two</td></tr></table>", "One\n\nTwo")]
    public void Blocks_are_paragraphs(string html, string text) => Assert.Equal(text, ReadPage(html).Text);

    [Theory]
    [InlineData("<p>40&nbsp;000 ships&nbsp;</p>", "40\u00A0000 ships\u00A0")]
    [InlineData("<p>&ldquo;No&rdquo; &amp; &#x1F6A2; &eacute; &lt;b&gt; &xyzzy;</p>", "“No” & 🚢 é <b> &xyzzy;")]
    [InlineData("<p>AT&T &copy 2031</p>", "AT&T © 2031")]
    [InlineData("<p>&#xD800;&#0;x</p>", "\uFFFD\uFFFDx")]
    public void Entities_are_read_and_no_break_spaces_stay(string html, string text) =>
        Assert.Equal(text, ReadPage(html).Text);

    [Theory]
    [InlineData("<p>One</p><script>if (a < b) document.write('<p>Two</p>')</script>")]
    [InlineData("<style>p::after { content: 'Two' }</style><p>One</p>")]
    [InlineData("<p>One</p><noscript><p>Two</p></noscript><template><p>Two</p></template>")]
    [InlineData("<nav>Two</nav><p>One</p><form><label>Two</label><button>Two</button></form>")]
    [InlineData("<p>One</p><p hidden>Two</p><p aria-hidden='true'>Two</p><div role='complementary'>Two</div>")]
    [InlineData("<p>One<!-- Two --></p><iframe>Two</iframe><svg><text>Two</text></svg>")]
    public void What_is_no_text_of_the_article_is_left_out(string html) =>
        Assert.Equal("One", ReadPage($"<article>{html}</article>").Text);

    [Theory]
    [InlineData("<p>One<p>Two", "One\n\nTwo")]
    [InlineData("<article><p>One</div></p></span><p>Two", "One\n\nTwo")]
    [InlineData("<b><p>One</b><p>Two</p>", "One\n\nTwo")]
    [InlineData("<p title=\"a>One</p>", "")]
    [InlineData("One < two", "One < two")]
    [InlineData("<", "<")]
    [InlineData("", "")]
    [InlineData("<!DOCTYPE nonsense><html><html><body><body>One</html>Two", "OneTwo")]
    public void Malformed_pages_are_read_as_browsers_do(string html, string text) =>
        Assert.Equal(text, ReadPage(html).Text);

    [Fact]
    public void A_page_that_nests_without_end_is_read_to_its_end() =>
        Assert.Equal("One", ReadPage(string.Concat(Enumerable.Repeat("<div>", 3_000)) + "One").Text);

    [Fact]
    public void The_headline_stands_first_and_only_once()
    {
        Assert.Equal(
            "Ships wait\n\nOne",
            ReadPage("<meta property='og:title' content=' Ships \n wait '><article><p>One</p></article>").Text
        );
        Assert.Equal(
            "Ships wait\n\nOne",
            ReadPage("<title>Not this</title><h1>Ships wait</h1><article><h1>Ships wait</h1><p>One</p></article>").Text
        );
        Assert.Equal("Ships wait", ReadPage("<h1>Ships wait</h1>").Text);
    }

    [Fact]
    public void Metadata_are_those_of_structured_data_then_of_open_graph_then_of_the_head()
    {
        const string Head = """
            <html lang="en-GB"><head><link rel="canonical" href="https://herald.example/1">
            <meta property="og:title" content="Open">
            <meta property="article:published_time" content="2031-04-02T08:00:00Z">
            <meta property="og:site_name" content="The Herald">
            <meta property="og:url" content="https://herald.example/og">
            """;
        const string Json = """
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Stated",
            "datePublished": "2031-04-02T09:00:00+03:00", "dateModified": "2031-04-03",
            "publisher": {"@type": "Organization", "name": "Herald Group"}, "inLanguage": "en",
            "url": "https://herald.example/ld"}</script>
            """;

        Assert.Equal(
            new ArticleMetadata
            {
                Headline = "Stated",
                Published = "2031-04-02T09:00:00+03:00",
                Modified = "2031-04-03",
                Outlet = "Herald Group",
                Language = "en",
                Url = "https://herald.example/ld",
            },
            ReadPage(Head + Json).Metadata
        );
        Assert.Equal(
            new ArticleMetadata
            {
                Headline = "Open",
                Published = "2031-04-02T08:00:00Z",
                Outlet = "The Herald",
                Language = "en-GB",
                Url = "https://herald.example/og",
            },
            ReadPage(Head).Metadata
        );
        Assert.Equal(
            "2031-04-02",
            ReadPage("<time itemprop='datePublished' datetime='2031-04-02'>today</time><p>x</p>").Metadata.Published
        );
        Assert.Equal(new ArticleMetadata(), ReadPage("<p>x</p>").Metadata);
    }

    [Fact]
    public void A_page_is_read_in_the_encoding_that_it_declares()
    {
        Assert.Equal("Jetée", Read(Encoding.Latin1.GetBytes("<meta charset='iso-8859-1'><p>Jetée</p>")));
        Assert.Equal("Jetée", Read(Encoding.UTF8.GetBytes("<p>Jetée</p>")));
        Assert.Equal("Jetée", Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<p>Jetée</p>")]));
    }

    private static string Read(byte[] page) => ArticlePage.Read(page, PageRules.First).Text;

    private static ArticlePage ReadPage(string page) => ArticlePage.Read(page, PageRules.First);
}
