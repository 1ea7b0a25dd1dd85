using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Negotiations.Cli.Tests;

public class AuditPages
{
    private const string Hostile = "<script>fetch('//x')</script>\"'><img src=x onerror=alert(1)> & </style> {{x}}";

    private static readonly string Texts = Path.Combine(Repository.Harbour, "texts");

    [Fact]
    public async Task A_page_has_every_fact_with_its_reports_and_every_report_once()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        var state = JsonNode.Parse((await store.RunAsync("state", "harbour", "--format", "json")).Output)!;

        var page = await PageAsync(store, "harbour");

        var keys = state["facts"]!.AsArray().Select(fact => fact!["key"]!.GetValue<string>()).ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), page.QuerySelectorAll("article.fact").Select(fact => fact.Id!["fact-".Length..]).Order(StringComparer.Ordinal));
        foreach (var fact in state["facts"]!.AsArray())
        {
            var section = page.GetElementById($"fact-{fact!["key"]}")!;
            Assert.Equal(IdsOf(fact["because"]!), LinksIn(section, "tr.for"));
            Assert.Equal(IdsOf(fact["against"]!), LinksIn(section, "tr.against"));
        }

        Assert.Equal(state["answered"]!["reports"]!.GetValue<int>(), page.QuerySelectorAll("article.report").Length);
    }

    [Fact]
    public async Task Where_the_texts_are_held_they_stand_whole_with_the_passages_highlighted()
    {
        await using var store = await SampleStore.OfHarbourAsync();

        var page = await PageAsync(store, "harbour", "--articles", Texts);

        var texts = Directory.GetFiles(Texts, "*.txt").Select(file => new NormalisedText(File.ReadAllText(file)).Value).ToHashSet();
        foreach (var numbers in page.QuerySelectorAll(".text sup")) numbers.Remove();
        Assert.NotEmpty(page.QuerySelectorAll(".text"));
        Assert.All(page.QuerySelectorAll(".text"), text => Assert.Contains(text.TextContent, texts));
        Assert.All(page.QuerySelectorAll("article.report"), report => Assert.NotEmpty(report.QuerySelectorAll("blockquote mark")));
        Assert.All(page.QuerySelectorAll("blockquote mark"), mark => Assert.Contains(texts, text => text.Contains(mark.TextContent, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_the_texts_it_quotes_nothing()
    {
        await using var store = await SampleStore.OfHarbourAsync();

        var page = await PageAsync(store, "harbour");

        Assert.Empty(page.QuerySelectorAll("mark, blockquote, .text"));
        Assert.Contains("3 texts not held", page.Body!.TextContent);
    }

    [Fact]
    public async Task It_fetches_nothing_and_every_link_leads_to_a_place_on_it()
    {
        await using var store = await SampleStore.OfHarbourAsync();

        var page = await PageAsync(store, "harbour", "--articles", Texts);

        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, form, base, [src], [style]"));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'", page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(page.QuerySelectorAll("[href]"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
    }

    [Fact]
    public async Task Whatever_a_file_says_stands_on_the_page_as_text()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        var yaml = $"'{Hostile.Replace("'", "''", StringComparison.Ordinal)}'";
        folder.Edit("harbour.negotiation.yaml", "title: Port Halden talks", $"title: {yaml}");
        folder.Edit("courier-2031-04-02.yaml", "title: Union offers Tidewell talks", $"title: {yaml}\nurl: {yaml}");
        File.WriteAllText(
            folder.PathOf("courier-2031-04-02.yaml"),
            File.ReadAllText(folder.PathOf("courier-2031-04-02.yaml"))
                .Replace("summary: The headline has the union's offer to negotiate.", $"summary: {yaml}\n    happenedFrom: {yaml}", StringComparison.Ordinal));
        var replay = await store.RunAsync("replay", folder.PathOf());
        Assert.Equal((0, ""), (replay.Code, replay.Error));
        var correct = await store.RunAsync("correct", "courier-2031-04-02#headline-offer", "--amend", $"summary={Hostile}!", $"--reason={Hostile}", $"--who={Hostile}");
        Assert.Equal((0, ""), (correct.Code, correct.Error));

        var page = await PageAsync(store, "harbour");

        Assert.Empty(page.QuerySelectorAll("script, img"));
        Assert.StartsWith(Hostile, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(Hostile, page.Title, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("article.report h4"), title => title.TextContent.EndsWith($"{Hostile}!", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("section ol li"), correction => correction.TextContent.Contains($"({Hostile}): {Hostile}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_correction_stands_beside_its_report_and_in_the_list()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        var correct = await store.RunAsync("correct", "courier-2031-04-02#headline-offer", "--retract", "--by", "publisher", "--published", "2031-04-05T10:00", "--notice", "page two", "--reason", "nobody offered", "--id", "taken-back");
        Assert.Equal((0, ""), (correct.Code, correct.Error));

        var before = await PageAsync(store, "harbour", "--known-by", "2031-04-04");

        Assert.Contains("courier-2031-04-02!taken-back", before.GetElementById("corrections")!.ParentElement!.TextContent);
        Assert.Contains("not in force", before.GetElementById("corrections")!.ParentElement!.TextContent);
        Assert.Contains(before.QuerySelectorAll("article.report"), report => report.TextContent.Contains("nobody offered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_has_the_head_of_the_chain_and_is_listed_among_the_exports()
    {
        await using var store = await SampleStore.OfHarbourAsync();

        var page = await PageAsync(store, "harbour");

        var position = (await store.PositionsAsync()).Max();
        Assert.Contains(await store.LinkAsync(position), page.QuerySelector("header")!.TextContent);
        Assert.StartsWith($"html harbour {position} ", Assert.Single(await store.ExportsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_of_one_negotiation()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        using var folder = new TemporaryFolder();
        folder.Edit("harbour.negotiation.yaml", "negotiation: harbour", "negotiation: lighthouse");
        Assert.Equal(0, (await store.RunAsync("replay", folder.PathOf())).Code);

        var run = await store.RunAsync("audit", "--format", "html");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("a page is of one negotiation; name it: harbour, lighthouse", run.Error);
    }

    [Fact]
    public async Task What_was_withdrawn_stands_on_it_with_the_correction_also_where_the_fact_is_gone()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        await store.RunAsync("correct", "courier-2031-04-02#fennimoor-attends", "--retract", "--reason", "never said", "--id", "gone");
        await store.RunAsync("correct", "courier-2031-04-02#no-condition", "--retract", "--reason", "misread", "--id", "gone-too");

        var page = await PageAsync(store, "harbour");

        var row = Assert.Single(page.QuerySelectorAll("tr.withdrawn"), row => row.TextContent.Contains("courier-2031-04-02!gone, retract by coder: never said", StringComparison.Ordinal));
        Assert.Contains("(withdrawn)", page.QuerySelector(row.QuerySelector("a")!.GetAttribute("href")!)!.TextContent);
        Assert.Contains("nothing known any more", page.QuerySelector("#vanished")!.ParentElement!.TextContent);
    }

    private static IEnumerable<string> IdsOf(JsonNode ids) => ids.AsArray().Select(id => $"#report-{id}");

    private static IEnumerable<string> LinksIn(IElement section, string rows) => section.QuerySelectorAll($"{rows} a").Select(link => link.GetAttribute("href")!);

    // Strict: a page with any error in its markup is refused.
    private static async Task<IHtmlDocument> PageAsync(SampleStore store, params string[] arguments)
    {
        var run = await store.RunAsync(["audit", .. arguments, "--format", "html"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(run.Output);
    }
}
