using AngleSharp.Dom;

namespace Negotiations.Cli.Tests;

public class MarkedPages
{
    private static readonly string Texts = Path.Combine(Repository.Harbour, "texts");

    [Fact]
    public async Task A_forged_event_is_marked_at_its_report_and_at_each_fact_that_rests_on_it()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        await store.ExecuteAsync("update mt_events set data = jsonb_set(data, '{summary}', '\"Another summary.\"') where data->>'id' = 'no-condition'");

        var page = await SamplePage.OfAsync(store, 1, "harbour", "--chain");

        var report = CardOf(page, "no-condition");
        AssertOnlyMarked(page, "Altered", [report]);
        Assert.Matches(@"^Altered: its event is not what was recorded \(position \d+\): its data is not what was recorded\.$", report.QuerySelector("p.fault")!.TextContent);
        Assert.Contains("Altered", page.GetElementById("head")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("#findings ~ ul a"), link => link.GetAttribute("href") == $"#{report.Id}");
    }

    [Fact]
    public async Task A_forged_version_is_marked_at_itself_and_at_each_of_its_reports()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        await store.ExecuteAsync("update mt_events set data = jsonb_set(data, '{title}', '\"Another title\"') where type = 'article_version_published' and data->>'article' = 'courier-2031-04-02'");

        var page = await SamplePage.OfAsync(store, 1, "harbour", "--chain");

        var section = CardOf(page, "no-condition").ParentElement!;
        Assert.Contains("Altered: its event is not what was recorded", section.Children.Single(child => child.ClassName == "fault").TextContent);
        AssertOnlyMarked(page, "Altered", [.. section.QuerySelectorAll("article.report")]);
    }

    [Fact]
    public async Task An_orphaned_span_is_marked_at_its_report_and_at_each_fact_that_rests_on_it()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Repository.Harbour, "harbour.negotiation.yaml"), folder.PathOf("harbour.negotiation.yaml"));
        folder.Edit("courier-2031-04-02.yaml", "start: 141, end: 312,", "start: 142, end: 313,");
        Assert.Equal(0, (await store.RunAsync("replay", folder.PathOf())).Code);

        var page = await SamplePage.OfAsync(store, 1, "harbour", "--articles", Texts);

        var report = CardOf(page, "offer");
        AssertOnlyMarked(page, "Orphaned", [report]);
        Assert.StartsWith("Orphaned: evidence[0] at 142–313: other words stand there", report.QuerySelector("p.fault")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(report.QuerySelectorAll("blockquote"));
    }

    [Fact]
    public async Task A_text_that_differs_is_marked_at_its_version_and_at_each_of_its_reports()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Path.Combine(Texts, "courier-2031-04-02.txt"));
        folder.Write("courier-2031-04-02.txt", text.Replace("a pause of ten days", "a pause of two days", StringComparison.Ordinal));

        var page = await SamplePage.OfAsync(store, 1, "harbour", "--articles", folder.PathOf());

        var section = CardOf(page, "pause-proposed").ParentElement!;
        Assert.Contains("Text differs: courier-2031-04-02.txt is not the text that was coded: its hash is", section.Children.Single(child => child.ClassName == "fault").TextContent);
        AssertOnlyMarked(page, "Orphaned", [.. section.QuerySelectorAll("article.report")]);
        Assert.Contains("other words stand there", CardOf(page, "pause-proposed").QuerySelector("p.fault")!.TextContent);
        Assert.Contains("its own words stand where they stood", CardOf(page, "no-condition").QuerySelector("p.fault")!.TextContent);
    }

    [Fact]
    public async Task A_text_that_cannot_be_read_is_marked_at_its_version_and_says_nothing_of_its_words()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        using var folder = new TemporaryFolder();
        folder.Write("courier-2031-04-02.txt", "a\uFFFE");

        var page = await SamplePage.OfAsync(store, 1, "harbour", "--articles", folder.PathOf());

        var section = CardOf(page, "no-condition").ParentElement!;
        Assert.Contains(
            "Text unread: courier-2031-04-02.txt cannot be read: it has characters that no text has",
            section.Children.Single(child => child.ClassName == "fault").TextContent);
        AssertOnlyMarked(page, "Text unread", [.. section.QuerySelectorAll("article.report")]);
        Assert.DoesNotContain("own words", page.Body!.TextContent);
        Assert.Contains("1 text that cannot be read: 20 reports not checked", page.QuerySelector("header .fault")!.TextContent);
        Assert.Contains("Unchecked: 2 texts not held", page.QuerySelector("header")!.TextContent);
    }

    [Fact]
    public async Task An_erased_correction_is_marked_at_its_report_and_fact_and_what_was_erased_is_listed()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        Assert.Equal(0, (await store.RunAsync("correct", "courier-2031-04-02#offer", "--amend", "purpose=wages alone", "--reason", "misread", "--id", "purpose")).Code);
        Assert.Equal(0, (await store.RunAsync("erase", "courier-2031-04-02!purpose", "--who", "the officer", "--reason", "a request")).Code);

        var page = await SamplePage.OfAsync(store, "harbour", "--chain");

        AssertOnlyMarked(page, "Erased", [CardOf(page, "offer")]);
        var erased = Assert.Single(page.QuerySelectorAll("#erased ~ ul li"));
        Assert.Matches(@"^Erased: a correction of article/harbour/courier-2031-04-02, event [0-9a-f-]{36}, position \d+: erased on .* by the officer: a request$", erased.TextContent);
        Assert.Empty(page.QuerySelectorAll(".fault"));
    }

    [Fact]
    public async Task A_page_of_what_is_as_it_was_recorded_has_no_mark()
    {
        await using var store = await SampleStore.OfHarbourAsync();

        var page = await SamplePage.OfAsync(store, "harbour", "--articles", Texts, "--chain");

        Assert.Empty(page.QuerySelectorAll(".word, .fault, #findings, #erased"));
    }

    private static IElement CardOf(IParentNode page, string report) =>
        page.QuerySelectorAll("article.report").First(card => card.QuerySelectorAll(".fine code").Any(code => code.TextContent == $"#{report}"));

    // A report says it beside its number wherever that stands; a fact says it above the lines for and against it.
    private static void AssertOnlyMarked(IDocument page, string word, IReadOnlyList<IElement> reports)
    {
        Assert.All(page.QuerySelectorAll("article.report"), card =>
        {
            Assert.Equal(reports.Contains(card), card.QuerySelector("h4 .word")?.TextContent == word);
            Assert.Equal(reports.Contains(card), card.QuerySelectorAll("p.fault, p.erased").Any(line => line.TextContent.StartsWith($"{word}: ", StringComparison.Ordinal)));
        });
        var links = reports.Select(report => $"#{report.Id}").ToList();
        var marked = page.QuerySelectorAll("tbody.fact").Where(fact => fact.QuerySelectorAll("tr.for a, tr.against a").Any(IsOfReport)).ToList();
        Assert.NotEmpty(marked);
        Assert.All(page.QuerySelectorAll("tbody.fact"), fact =>
        {
            var line = fact.QuerySelector("tr.head p.fault, tr.head p.erased");
            Assert.Equal(marked.Contains(fact), line is not null);
            if (line is not null) Assert.Equal(word, line.QuerySelector(".word")!.TextContent);
            Assert.All(fact.QuerySelectorAll("tr:not(.head) a"), link => Assert.Equal(IsOfReport(link), link.NextElementSibling?.TextContent == word));
        });

        bool IsOfReport(IElement link) => links.Contains(link.GetAttribute("href")!);
    }
}
