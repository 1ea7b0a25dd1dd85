namespace Negotiations.Coding.Tests.Fuzzing;

/// <summary>Pages of an invented paper, of the kinds that readers of pages meet.</summary>
internal static class SamplePages
{
    public static readonly string[] All =
    [
        """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry talks resume</title>
            <link rel="canonical" href="https://quay.example/ferry">
            <meta property="og:title" content="Ferry talks resume">
            <meta property="article:published_time" content="2031-04-02T09:00:00+12:00">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":["NewsArticle"],
            "headline":"Ferry talks resume","datePublished":"2031-04-02T09:00:00+12:00","mainEntityOfPage":
            {"@id":"https://quay.example/ferry"},"publisher":{"@type":"Organization","name":"Quay"},
            "articleBody":"The ferry crews &amp; the owners meet again.<br>Nobody expects a deal."}]}
            </script></head>
            <body><nav><a href="/">Home</a></nav>
            <main><article><h1>Ferry talks resume</h1>
            <p>The ferry crews and the owners meet again.</p><p>Nobody <b>expects</b> a deal.</p>
            <aside>More ferries</aside></article></main>
            <footer><p>All rights reserved.</p></footer></body></html>
            """,
        """
            <html><body><div id="story">
            <div>The pilots have an offer.</div>
            <div>They will vote on Friday.<br><br>So will the mates.</div></div><table><tr><td>1<td>2</table>
            <form><input value=x></form><p>© The Pier</p>
            <div class="comments"><article>I never liked pilots.</article></div></body></html>
            """,
        """
            <html><head><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Port strike, live",
            "liveBlogUpdate":[{"@type":"BlogPosting","headline":"Crane stops","datePublished":"2031-04-03T10:00Z",
            "articleBody":"A crane has stopped."},{"@type":"BlogPosting","datePublished":"2031-04-03T11:00Z",
            "articleBody":"It moves again."}]}</script></head><body><div itemscope
            itemtype="https://schema.org/LiveBlogPosting"><div itemprop="liveBlogUpdate" itemscope><time
            itemprop="datePublished" datetime="2031-04-03T10:00Z">10:00</time><p itemprop="articleBody">A crane has
            stopped.</p></div></div></body></html>
            """,
    ];
}
