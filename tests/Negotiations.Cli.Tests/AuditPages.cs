using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Negotiations.Cli.Tests;

public class AuditPages
{
    private const string Hostile = "<script>fetch('//x')</script>\"'><img src=x onerror=alert(1)> & </style> {{x}}";

    private static readonly string Texts = Path.Combine(Repository.Harbour, "texts");

    [Fact]
    public async Task A_page_has_every_fact_with_its_reports_and_every_report_once()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var state = JsonNode.Parse((await store.RunAsync("state", "harbour", "--format", "json")).Output)!;

        var page = await SamplePage.OpenAsync(store, "harbour");

        var keys = state["facts"]!.AsArray().Select(fact => fact!["key"]!.GetValue<string>()).ToList();
        Assert.Equal(
            keys.Order(StringComparer.Ordinal),
            page.QuerySelectorAll("tbody.fact").Select(fact => fact.Id!["fact-".Length..]).Order(StringComparer.Ordinal)
        );
        foreach (var fact in state["facts"]!.AsArray())
        {
            var section = page.GetElementById($"fact-{fact!["key"]}")!;
            Assert.Equal(FormatIds(fact["because"]!), LinksIn(section, "tr.for"));
            Assert.Equal(FormatIds(fact["against"]!), LinksIn(section, "tr.against"));
        }

        Assert.Equal(state["answered"]!["reports"]!.GetValue<int>(), page.QuerySelectorAll("article.report").Length);
    }

    [Fact]
    public async Task Where_the_texts_are_held_they_stand_whole_with_the_passages_highlighted()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var page = await SamplePage.OpenAsync(store, "harbour", "--articles", Texts);

        var texts = Directory
            .GetFiles(Texts, "*.txt")
            .Select(file => new NormalisedText(File.ReadAllText(file)).Value)
            .ToHashSet();
        foreach (var numbers in page.QuerySelectorAll(".text sup"))
            numbers.Remove();
        Assert.NotEmpty(page.QuerySelectorAll(".text"));
        Assert.All(page.QuerySelectorAll(".text"), text => Assert.Contains(text.TextContent, texts));
        Assert.All(page.QuerySelectorAll("article.report"), report =>
            Assert.NotEmpty(report.QuerySelectorAll("blockquote mark"))
        );
        Assert.All(page.QuerySelectorAll("blockquote mark"), mark =>
            Assert.Contains(texts, text => text.Contains(mark.TextContent, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_report_quotes_the_sentences_in_which_its_passages_stand_and_each_text_stands_once()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var page = await SamplePage.OpenAsync(store, "harbour", "--articles", Texts);

        Assert.Equal(3, page.QuerySelectorAll("#texts ~ section .text").Length);
        var quote = page.QuerySelectorAll("article.report")
            .Single(report => report.TextContent.Contains("#no-condition,", StringComparison.Ordinal))
            .QuerySelector("blockquote")!;
        var text = new NormalisedText(File.ReadAllText(Path.Combine(Texts, "courier-2031-04-02.txt"))).Value;
        var sentence = text[
            text.LastIndexOfAny(
                ['.', '\n'],
                text.IndexOf(quote.QuerySelector("mark")!.TextContent, StringComparison.Ordinal)
            )..
        ]
            .TrimStart('.', '\n', ' ');
        Assert.StartsWith(quote.TextContent, sentence, StringComparison.Ordinal);
        Assert.Matches("[.!?][”\"]?$", quote.TextContent);
    }

    [Fact]
    public async Task Every_value_that_one_outlet_alone_tells_is_listed_where_the_sourcing_is_weak()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var audit = JsonNode.Parse((await store.RunAsync("audit", "harbour", "--format", "json")).Output)![
            "negotiations"
        ]![0]!;

        var page = await SamplePage.OpenAsync(store, "harbour");

        var told = audit["weakSpots"]!
            .AsArray()
            .Where(spot => spot!["kind"]!.GetValue<string>() == "singleOutlet")
            .SelectMany(spot => spot!["facts"]!.AsArray())
            .Select(key => $"#fact-{key}")
            .ToList();
        var list = page.QuerySelectorAll("h3")
            .Single(head => head.TextContent == $"Values on the record that a single outlet tells ({told.Count})")
            .NextElementSibling!;
        Assert.NotEmpty(told);
        Assert.Equal(
            told.Order(StringComparer.Ordinal),
            list.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Headings_begin_with_a_capital_or_a_number_and_every_table_has_its_heads()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var page = await SamplePage.OpenAsync(store, "harbour", "--articles", Texts);

        Assert.All(page.QuerySelectorAll("h1, h2, h3, h4"), head =>
            Assert.Matches(@"^(\d+ |\[\d+\] )?\p{Lu}", head.TextContent)
        );
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(
            (1, 1, 1),
            (
                page.QuerySelectorAll("body > header").Length,
                page.QuerySelectorAll("body > nav[aria-label]").Length,
                page.QuerySelectorAll("body > main").Length
            )
        );
        Assert.All(page.QuerySelectorAll("table"), table =>
        {
            Assert.All(table.QuerySelectorAll("thead th"), head => Assert.Equal("col", head.GetAttribute("scope")));
            Assert.All(table.QuerySelectorAll("tbody tr:not(.head)"), row =>
                Assert.Equal("row", row.FirstElementChild!.GetAttribute("scope"))
            );
            Assert.Single(page.QuerySelectorAll($"[id='{table.GetAttribute("aria-labelledby")}']"));
        });
    }

    [Fact]
    public async Task What_is_quoted_or_named_is_read_in_its_own_direction()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        folder.Edit(
            "harbour.negotiation.yaml",
            "name: Odric Fennimoor, side: tidewell, office: chief executive of Tidewell Terminals, spellings: [",
            "name: أودريك فينيمور, id: odric-fennimoor, side: tidewell, office: chief executive of "
                + "Tidewell Terminals, spellings: [Odric Fennimoor, "
        );
        folder.Edit("courier-2031-04-02.yaml", "title: Union offers Tidewell talks", "title: عرض للتفاوض");
        Assert.Equal(0, (await store.RunAsync("replay", folder.ResolvePath())).Code);

        var page = await SamplePage.OpenAsync(store, "harbour", "--articles", Texts);

        Assert.All(page.QuerySelectorAll("blockquote, .text"), text => Assert.Equal("auto", text.GetAttribute("dir")));
        var named = page.QuerySelectorAll("main *")
            .Where(element =>
                element.ChildNodes.Any(node =>
                    node.NodeType == NodeType.Text && node.TextContent.Any(letter => letter is >= 'ء' and <= 'ي')
                )
            )
            .ToList();
        Assert.NotEmpty(named);
        Assert.All(named, element =>
            Assert.True(
                element.TagName == "BDI"
                    || element.GetAttribute("dir") == "auto"
                    || element.Closest("bdi, [dir=auto]") is not null,
                element.OuterHtml
            )
        );
    }

    [Fact]
    public async Task Without_the_texts_it_quotes_nothing()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var page = await SamplePage.OpenAsync(store, "harbour");

        Assert.Empty(page.QuerySelectorAll("mark, blockquote, .text"));
        Assert.Contains("3 texts not held", page.Body!.TextContent);
    }

    [Fact]
    public async Task It_fetches_nothing_and_every_link_leads_to_a_place_on_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var page = await SamplePage.OpenAsync(store, "harbour", "--articles", Texts);

        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, form, base, [src], [style]"));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            "default-src 'none'; style-src 'unsafe-inline'",
            page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")
        );
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
        var address = yaml.Insert(1, "https://quay.example/?");
        folder.Edit("harbour.negotiation.yaml", "title: Port Halden talks", $"title: {yaml}");
        folder.Edit("courier-2031-04-02.yaml", "title: Union offers Tidewell talks", $"title: {yaml}\nurl: {address}");
        File.WriteAllText(
            folder.ResolvePath("courier-2031-04-02.yaml"),
            File.ReadAllText(folder.ResolvePath("courier-2031-04-02.yaml"))
                .Replace(
                    "summary: The headline has the union's offer to negotiate.",
                    $"summary: {yaml}\n    happenedFrom: {yaml}",
                    StringComparison.Ordinal
                )
        );
        var replay = await store.RunAsync("replay", folder.ResolvePath());
        Assert.Equal((0, ""), (replay.Code, replay.Error));
        var correct = await store.RunAsync(
            "correct",
            "courier-2031-04-02#headline-offer",
            "--amend",
            $"summary={Hostile}!",
            $"--reason={Hostile}",
            $"--who={Hostile}"
        );
        Assert.Equal((0, ""), (correct.Code, correct.Error));

        var page = await SamplePage.OpenAsync(store, "harbour");

        Assert.Empty(page.QuerySelectorAll("script, img"));
        Assert.StartsWith(Hostile, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(Hostile, page.Title, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("article.report h4"), title =>
            title.TextContent.EndsWith($"{Hostile}!", StringComparison.Ordinal)
        );
        Assert.Contains(page.QuerySelectorAll("section ol li"), correction =>
            correction.TextContent.Contains($"({Hostile}): {Hostile}", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_correction_stands_beside_its_report_and_in_the_list()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var correct = await store.RunAsync(
            "correct",
            "courier-2031-04-02#headline-offer",
            "--retract",
            "--by",
            "publisher",
            "--published",
            "2031-04-05T10:00",
            "--notice",
            "page two",
            "--reason",
            "nobody offered",
            "--id",
            "taken-back"
        );
        Assert.Equal((0, ""), (correct.Code, correct.Error));

        var before = await SamplePage.OpenAsync(store, "harbour", "--known-by", "2031-04-04");

        Assert.Contains(
            "courier-2031-04-02!taken-back",
            before.GetElementById("corrections")!.ParentElement!.TextContent
        );
        Assert.Contains("not in force", before.GetElementById("corrections")!.ParentElement!.TextContent);
        Assert.Contains(before.QuerySelectorAll("article.report"), report =>
            report.TextContent.Contains("nobody offered", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task It_has_the_head_of_the_chain_and_is_listed_among_the_exports()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var page = await SamplePage.OpenAsync(store, "harbour");

        var position = (await store.PositionsAsync()).Max();
        Assert.Contains(await store.LinkAsync(position), page.GetElementById("head")!.TextContent);
        Assert.StartsWith(
            $"html harbour {position} ",
            Assert.Single(await store.ExportsAsync()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_head_of_a_chain_that_was_not_checked_says_so_and_how_to_check_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var blind = await SamplePage.OpenAsync(store, "harbour");
        var whole = await SamplePage.OpenAsync(store, "harbour", "--chain");

        Assert.Contains("unchecked", blind.GetElementById("head")!.TextContent);
        Assert.Contains("negotiations audit harbour --chain", blind.GetElementById("head")!.TextContent);
        Assert.DoesNotContain("unchecked", whole.GetElementById("head")!.TextContent);
    }

    [Fact]
    public async Task A_page_is_of_one_negotiation()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        folder.Edit("harbour.negotiation.yaml", "negotiation: harbour", "negotiation: lighthouse");
        Assert.Equal(0, (await store.RunAsync("replay", folder.ResolvePath())).Code);

        var run = await store.RunAsync("audit", "--format", "html");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("a page is of one negotiation; name it: harbour, lighthouse", run.Error);
    }

    [Fact]
    public async Task What_was_withdrawn_stands_on_it_with_the_correction_also_where_the_fact_is_gone()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync(
            "correct",
            "courier-2031-04-02#fennimoor-attends",
            "--retract",
            "--reason",
            "never said",
            "--id",
            "gone"
        );
        await store.RunAsync(
            "correct",
            "courier-2031-04-02#no-condition",
            "--retract",
            "--reason",
            "misread",
            "--id",
            "gone-too"
        );

        var page = await SamplePage.OpenAsync(store, "harbour");

        var row = Assert.Single(page.QuerySelectorAll("tr.withdrawn"), row =>
            row.TextContent.Contains("courier-2031-04-02!gone, retract by coder: never said", StringComparison.Ordinal)
        );
        Assert.Contains("(withdrawn)", page.QuerySelector(row.QuerySelector("a")!.GetAttribute("href")!)!.TextContent);
        Assert.Contains("nothing known any more", page.QuerySelector("#vanished")!.ParentElement!.TextContent);
    }

    private static IEnumerable<string> FormatIds(JsonNode ids) => ids.AsArray().Select(id => $"#report-{id}");

    private static IEnumerable<string> LinksIn(IElement section, string rows) =>
        section.QuerySelectorAll($"{rows} a").Select(link => link.GetAttribute("href")!);
}
