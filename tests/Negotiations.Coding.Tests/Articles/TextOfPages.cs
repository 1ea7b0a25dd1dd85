using System.Text;
using System.Text.Json;

namespace Negotiations.Coding.Tests;

/// <summary>Version 2 of the rules of <c>docs/texts.md</c>, on invented pages.</summary>
public class TextOfPages
{
    private const string First =
        "The harbour ministers of Varland and Ostrelia met for six hours on Tuesday, and agreed on nothing but the "
        + "date of their next meeting, which both of them announced as a success, each in words of his own.";

    private const string Second =
        "Varland wants the pilots of both sides on every ship, Ostrelia wants none, and the captains, who were not "
        + "asked, say that they would take whoever knows where the sandbanks are, as long as he comes on time.";

    private const string Third =
        "In the evening the envoy of Quellmark, who had carried papers from one floor of the hotel to the other, "
        + "said that she had slept little, but that the distance between the floors was the smaller problem.";

    private const string Article = $"{First}\n\n{Second}\n\n{Third}";

    private const string Teaser =
        "On the other side of the mountains the growers of Merin have counted their apples, and there are more of "
        + "them than ever before, so that the price of a crate has fallen below that of the crate itself; the union "
        + "of the growers asks for help, the ministry for patience, and the children for apple cake, every day.";

    private static readonly string Markup = $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";

    [Fact]
    public void A_body_in_plain_divs_is_the_article_and_the_footer_in_paragraphs_is_not() =>
        Assert.Equal(
            $"Six hours\n\n{Article}",
            Read(
                $"""
                <body><h1>Six hours</h1><div class="b"><div>{First}</div><div>{Second}</div><div>{Third}</div></div>
                <div class="foot"><p>Copyright 2031 The Herald of the Lake. All rights reserved, reprints only with
                leave of the publisher, who is not to blame for the contents of other sites.</p></div></body>
                """
            )
        );

    [Theory]
    [InlineData("class='comment'", "class='comments'")]
    [InlineData("itemprop='comment' itemscope itemtype='https://schema.org/Comment'", "")]
    [InlineData("class='user-comment-item'", "")]
    public void A_comment_marked_up_as_an_article_is_not_the_article(string comment, string around)
    {
        var comments = string.Concat(
            Enumerable.Repeat($"<article {comment}><p>{Teaser}</p><p>I grow plums myself, and say so.</p></article>", 4)
        );

        Assert.Equal(
            $"Six hours\n\n{Article}",
            Read($"<main><h1>Six hours</h1><div>{Markup}</div></main><section {around}>{comments}</section>")
        );
    }

    [Theory]
    [InlineData("&quot;No&quot;, said Mr. O&#039;Dell &amp; left.", "\"No\", said Mr. O'Dell & left.")]
    [InlineData("One.<br><br>Two.<br/>Three.", "One.\n\nTwo.\n\nThree.")]
    [InlineData("<p>One.</p><p>Two.</p>", "One.\n\nTwo.")]
    [InlineData("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &amp;amp; three.&lt;/p&gt;", "One.\n\nTwo & three.")]
    [InlineData("One <b>or</b> two.\nThree.", "One or two.\n\nThree.")]
    [InlineData("At 5 < 6 degrees > 4.\n\nTwo.", "At 5 < 6 degrees > 4.\n\nTwo.")]
    public void A_body_in_structured_data_is_read_without_its_entities_and_tags(string body, string text) =>
        Assert.Equal(text, Read(Ld(new { _type = "NewsArticle", articleBody = body })));

    [Fact]
    public void A_line_end_within_a_text_of_structured_data_does_not_lose_it() =>
        Assert.Equal(
            "One. Two.",
            Read(
                """
                <script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "One.
                Two."}</script>
                """
            )
        );

    [Fact]
    public void The_updates_of_a_live_blog_in_structured_data_are_its_entries()
    {
        var page = ArticlePage.Read(
            Ld(
                new
                {
                    _type = "LiveBlogPosting",
                    headline = "The harbour talks",
                    liveBlogUpdate = new object[]
                    {
                        new
                        {
                            _type = "BlogPosting",
                            headline = "No pilots",
                            datePublished = "2031-04-02T11:20:00+02:00",
                            articleBody = $"<p>{First}</p><p>Ostrelia&#039;s answer is no.</p>",
                        },
                        new
                        {
                            _type = "BlogPosting",
                            datePublished = "2031-04-02T09:05:00+02:00",
                            articleBody = "The doors are shut.",
                        },
                    },
                }
            ) + "<p>Follow us.</p>"
        );

        Assert.Equal(
            [
                new("2031-04-02T11:20:00+02:00", "No pilots", $"{First}\n\nOstrelia's answer is no."),
                new ArticlePageEntry("2031-04-02T09:05:00+02:00", null, "The doors are shut."),
            ],
            page.Entries
        );
        Assert.Equal(
            $"The harbour talks\n\n2031-04-02T11:20:00+02:00\n\nNo pilots\n\n{First}\n\nOstrelia's answer is no.\n\n"
                + "2031-04-02T09:05:00+02:00\n\nThe doors are shut.",
            page.Text
        );
    }

    [Fact]
    public void The_updates_of_a_live_blog_in_microdata_are_its_entries() =>
        AssertEntries(
            """
            <div itemscope itemtype="https://schema.org/LiveBlogPosting"><h1 itemprop="headline">The harbour talks</h1>
            """
                + string.Concat(
                    Entries.Select(entry =>
                        $"""
                            <article itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">
                            <time itemprop="datePublished" datetime="{entry.Time}">a while ago</time>
                            <h2 itemprop="headline">{entry.Headline}</h2>
                            <div itemprop="articleBody"><p>{entry.Text}</p></div></article>
                            """
                    )
                )
                + "</div>"
        );

    [Theory]
    [InlineData(
        "<div class='liveblog'>{0}</div>",
        "<article><h3>{1}</h3><time datetime='{0}'>now</time><p>{2}</p></article>"
    )]
    [InlineData("<main class='live-updates'>{0}</main>", "<h3><time datetime='{0}'>11.20</time> {1}</h3><p>{2}</p>")]
    [InlineData(
        "<ol id='ticker' class='news-ticker'>{0}</ol>",
        "<li><div><span><time datetime='{0}'>11.20</time></span></div><h4>{1}</h4><div>{2}</div></li>"
    )]
    public void A_live_blog_without_a_vocabulary_is_read_from_time_to_time(string list, string item)
    {
        var items = string.Concat(
            Entries.Select(entry => string.Format(null, item, entry.Time, entry.Headline, entry.Text))
        );

        AssertEntries($"<body><h1>The harbour talks</h1>{string.Format(null, list, items)}<p>Follow us.</p></body>");
    }

    [Theory]
    [InlineData("Six hours")]
    [InlineData("Where captains live")]
    public void A_list_of_dated_articles_is_no_live_blog(string headline)
    {
        var list = string.Concat(
            Entries.Select(entry =>
                $"""
                    <li><time datetime="{entry.Time}">now</time><h3><a href="/1">{entry.Headline}</a></h3>
                    <p>{entry.Text[..80]}</p></li>
                    """
            )
        );

        var page = ArticlePage.Read(
            $"<main><h1>{headline}</h1><div>{Markup}{Markup}</div></main><ul class='latest'>{list}</ul>"
        );

        Assert.Empty(page.Entries);
        Assert.Equal($"{headline}\n\n{Article}\n\n{Article}", page.Text);
    }

    public static TheoryData<string> PlacesOfTheOwnArticle =>
        [
            // The related article stands first, and has a body; the own one is told by its address, …
            """
                [{"@type": "NewsArticle", "url": "https://herald.example/apples", "articleBody": "B"},
                {"@type": "NewsArticle", "url": "https://www.herald.example/talks/", "articleBody": "A"}]
                """,
            """
                [{"@type": "Report", "mainEntityOfPage": "https://herald.example/apples", "articleBody": "B"},
                {"@type": "Report", "mainEntityOfPage": {"@id": "http://herald.example/talks#1"}, "articleBody": "A"}]
                """,
            // … by its headline, …
            """
                [{"@type": "Article", "headline": "Apples", "articleBody": "B"},
                {"@type": "Article", "headline": "Six hours", "articleBody": "A"}]
                """,
            // … by what the page says that it is about, …
            """
                {"@graph": [{"@type": "Article", "@id": "#2", "articleBody": "B"},
                {"@type": [["NewsArticle"], "Thing"], "@id": "#1", "articleBody": "A"},
                {"@type": "WebPage", "mainEntity": {"@id": "#1"}}]}
                """,
            """
                {"@type": "WebPage", "mainEntity": {"@type": "http://schema.org/NewsArticle", "articleBody": "A"},
                "hasPart": {"@type": "NewsArticle", "articleBody": "B"}}
                """,
            // … or because the other one stands in a list.
            """
                [{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "articleBody": "B"}]},
                {"@type": "schema:NewsArticle", "articleBody": "A"}]
                """,
        ];

    [Theory]
    [MemberData(nameof(PlacesOfTheOwnArticle))]
    public void The_article_of_the_page_is_told_from_a_related_one(string json) =>
        Assert.Equal(
            $"Six hours\n\n{Article}",
            Read(
                $"""
                <link rel="canonical" href="https://herald.example/talks"><title>Six hours - The Herald</title>
                <script type="application/ld+json">
                {json.Replace("\"A\"", JsonSerializer.Serialize(Article)).Replace(
                    "\"B\"",
                    JsonSerializer.Serialize(Teaser)
                )}
                </script><h1>Six hours</h1><p>Read it in the app.</p>
                """
            )
        );

    [Fact]
    public void An_article_of_another_address_says_nothing_of_this_page()
    {
        const string Json = """
            {"@type": "NewsArticle", "url": "https://herald.example/apples", "headline": "Apples",
            "datePublished": "2031-01-01"}
            """;

        var metadata = ArticlePage
            .Read(
                $"""
                <meta property="og:url" content="https://herald.example/talks">
                <meta property="og:title" content="Six hours &amp;amp; nothing">
                <script type="application/ld+json">{Json}</script>{Markup}
                """
            )
            .Metadata;

        Assert.Equal(
            new ArticleMetadata { Headline = "Six hours & nothing", Url = "https://herald.example/talks" },
            metadata
        );
    }

    [Fact]
    public void A_summary_in_structured_data_is_not_the_text_where_the_page_has_it() =>
        Assert.Equal(
            $"Six hours\n\n{Article}",
            Read(
                Ld(
                    new
                    {
                        _type = "NewsArticle",
                        headline = "Six hours",
                        articleBody = $"{First[..90]}…",
                    }
                ) + $"<article><h1>Six hours</h1>{Markup}</article>"
            )
        );

    [Theory]
    [InlineData(
        "<article><h1>Six hours</h1><p>{0}</p></article><article><h2>Apples</h2><p>{1}</p><p>{1}</p></article>"
    )]
    [InlineData("<main><h1>Six hours</h1><div><p>{0}</p></div></main><div><h2>Apples</h2><p>{1}</p><p>{1}</p></div>")]
    [InlineData("<div><h1>Six hours</h1><p>{0}</p></div><div class='teaser'><h2>Apples</h2><p>{1}</p><p>{1}</p></div>")]
    public void A_long_teaser_after_a_short_article_is_not_the_article(string page) =>
        Assert.Equal($"Six hours\n\n{First}", Read($"<body>{string.Format(null, page, First, Teaser)}</body>"));

    [Theory]
    [InlineData("ks_c_5601-1987", 949, "항구 회담은 화요일에 끝났다. 똠방각하")]
    [InlineData("x-sjis", 932, "港の会談は火曜日に終わった。①")]
    [InlineData("GB2312", 54936, "港口会谈于星期二结束。")]
    [InlineData("big5", 950, "港口會談於星期二結束。")]
    [InlineData("euc-jp", 51932, "港の会談は火曜日に終わった。")]
    [InlineData("iso-8859-1", 1252, "“Jetée” – 5 €")]
    [InlineData("iso-8859-9", 1254, "“Boğaz” – liman")]
    [InlineData("windows-1251", 1251, "Переговоры в порту")]
    [InlineData("koi8-r", 20866, "Переговоры в порту")]
    [InlineData("utf-16", 65001, "Jetée")]
    public void A_page_is_decoded_as_browsers_decode_what_it_declares(string label, int codePage, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);

        Assert.Equal(text, Read(encoding.GetBytes($"<meta charset='{label}'><p>{text}</p>")));
        Assert.Equal(
            text,
            Read(
                encoding.GetBytes(
                    $"<meta http-equiv=\"Content-Type\" content=\"text/html; charset={label}\"><p>{text}</p>"
                )
            )
        );
        Assert.Equal(text, Read(encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{label}\"?><p>{text}</p>")));
    }

    [Fact]
    public void A_page_that_declares_nothing_is_UTF_8_or_else_windows_1252()
    {
        Assert.Equal("Jetée", Read(Encoding.UTF8.GetBytes("<p>Jetée</p>")));
        Assert.Equal("Jetée", Read(Encoding.Latin1.GetBytes("<p>Jetée</p>")));
        Assert.Equal("Jetée", Read([.. Encoding.UTF8.Preamble, .. "<meta charset=big5><p>Jetée</p>"u8]));
        Assert.Equal("Jetée", Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<p>Jetée</p>")]));
        Assert.Equal("Jetée", Read("<!-- <meta charset=big5> --><meta charset=nonsense><p>Jetée</p>"u8.ToArray()));
    }

    [Theory]
    [InlineData("<div>", 20_000)]
    [InlineData("<div>", 100_000)]
    [InlineData("<div><p>", 100_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("<table><tr><td>", 50_000)]
    [InlineData("<ul><li>", 30_000)]
    [InlineData("<svg>", 50_000)]
    public async Task A_page_that_nests_without_end_is_read_to_its_end(string tag, int depth)
    {
        var page = $"<body>{string.Concat(Enumerable.Repeat(tag, depth))}<p>One</p>";

        // Only a page that is never done with ends this.
        var text = await Task.Run(() => Read(page)).WaitAsync(TimeSpan.FromMinutes(8));

        Assert.Equal("One", text);
    }

    [Fact]
    public void Deep_boxes_that_are_closed_again_end_where_they_end()
    {
        var (open, close) = (Repeat("<div>", 3_000), Repeat("</div>", 3_000));

        Assert.Equal(
            $"{First}\n\n{Second}",
            Read($"<body><main>{open}<p>{First}</p>{close}<p>{Second}</p></main></body>")
        );
    }

    [Fact]
    public void A_page_is_read_without_asking_the_network()
    {
        using var network = new RefusingNetwork();
        SmartReader.Reader.SetBaseHttpClientHandler(network);

        Read(
            $"""
            <link rel="stylesheet" href="https://herald.example/a.css">
            <script src="https://herald.example/a.js"></script>
            <meta property="og:image" content="https://herald.example/1.png"><article><h1>Six hours</h1>{Markup}
            <img src="https://herald.example/2.png"><iframe src="https://herald.example/3"></iframe></article>
            """
        );

        Assert.Equal(0, network.Requests);
    }

    private static IReadOnlyList<ArticlePageEntry> Entries =>
        [
            new("2031-04-02T11:20:00+02:00", "No pilots", First),
            new("2031-04-02T10:15:00+02:00", "Coffee", Second),
            new("2031-04-02T09:05:00+02:00", "Doors shut", Third),
        ];

    private static void AssertEntries(string html)
    {
        var page = ArticlePage.Read(html);

        Assert.Equal(Entries, page.Entries);
        Assert.Equal(
            "The harbour talks"
                + string.Concat(Entries.Select(entry => $"\n\n{entry.Time}\n\n{entry.Headline}\n\n{entry.Text}")),
            page.Text
        );
    }

    private static string Ld(object thing)
    {
        var json = JsonSerializer.Serialize(thing).Replace("\"_type\"", "\"@type\"");
        return $"<script type='application/ld+json'>{json}</script>";
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    [Fact]
    public void A_long_text_in_many_blocks_is_read_without_weighing_each_of_them()
    {
        var sentence = string.Concat(Enumerable.Repeat("The ship waits. ", 3000)).TrimEnd();

        Assert.Equal(sentence, Read($"<body>{string.Concat(Enumerable.Repeat("<div>", 500))}{sentence}"));
    }

    private static string Read(string page) => ArticlePage.Read(page).Text;

    private static string Read(byte[] page) => ArticlePage.Read(page).Text;

    private sealed class RefusingNetwork : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
        {
            Requests++;
            throw new HttpRequestException("there is no network");
        }
    }
}
