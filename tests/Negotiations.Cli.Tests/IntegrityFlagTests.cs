using AngleSharp.Dom;
using Negotiations.Testing;

namespace Negotiations.Cli.Tests;

public class IntegrityFlagTests
{
    private static readonly string Texts = Path.Combine(Repository.Harbour, "texts");

    [Fact]
    public async Task A_forged_event_is_marked_at_its_report_and_at_each_fact_that_rests_on_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.ExecuteAsync(
            "update mt_events set data = jsonb_set(data, '{summary}', '\"Another summary.\"') where "
                + "data->>'id' = 'no-condition'"
        );

        var page = await SamplePage.OpenAsync(store, 1, "harbour", "--chain");

        var report = FindCard(page, "no-condition");
        AssertOnlyMarked(page, "Altered", [report]);
        Assert.Matches(
            @"^Altered: its event is not what was recorded \(position \d+\): its data is not what was recorded\.$",
            report.QuerySelector("p.fault")!.TextContent
        );
        Assert.Contains("Altered", page.GetElementById("head")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("#findings ~ ul a"), link =>
            link.GetAttribute("href") == $"#{report.Id}"
        );
    }

    [Fact]
    public async Task A_forged_version_is_marked_at_itself_and_at_each_of_its_reports()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.ExecuteAsync(
            "update mt_events set data = jsonb_set(data, '{title}', '\"Another title\"') where type = "
                + "'article_version_published' and data->>'article' = 'courier-2031-04-02'"
        );

        var page = await SamplePage.OpenAsync(store, 1, "harbour", "--chain");

        var section = FindCard(page, "no-condition").ParentElement!;
        Assert.Contains(
            "Altered: its event is not what was recorded",
            section.Children.Single(child => child.ClassName == "fault").TextContent
        );
        AssertOnlyMarked(page, "Altered", [.. section.QuerySelectorAll("article.report")]);
    }

    [Fact]
    public async Task An_orphaned_span_is_marked_at_its_report_and_at_each_fact_that_rests_on_it()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        File.Copy(
            Path.Combine(Repository.Harbour, "harbour.negotiation.yaml"),
            folder.ResolvePath("harbour.negotiation.yaml")
        );
        folder.Edit("courier-2031-04-02.yaml", "start: 141, end: 312,", "start: 142, end: 313,");
        Assert.Equal(0, (await store.RunAsync("replay", folder.ResolvePath())).Code);

        var page = await SamplePage.OpenAsync(store, 1, "harbour", "--articles", Texts);

        var report = FindCard(page, "offer");
        AssertOnlyMarked(page, "Orphaned", [report]);
        Assert.StartsWith(
            "Orphaned: evidence[0] at 142–313: other words stand there",
            report.QuerySelector("p.fault")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(report.QuerySelectorAll("blockquote"));
    }

    [Fact]
    public async Task A_text_that_differs_is_marked_at_its_version_and_at_each_of_its_reports()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Path.Combine(Texts, "courier-2031-04-02.txt"));
        folder.Write(
            "courier-2031-04-02.txt",
            text.Replace("a pause of ten days", "a pause of two days", StringComparison.Ordinal)
        );

        var page = await SamplePage.OpenAsync(store, 1, "harbour", "--articles", folder.ResolvePath());

        var section = FindCard(page, "pause-proposed").ParentElement!;
        Assert.Contains(
            "Text differs: courier-2031-04-02.txt is not the text that was coded: its hash is",
            section.Children.Single(child => child.ClassName == "fault").TextContent
        );
        AssertOnlyMarked(page, "Orphaned", [.. section.QuerySelectorAll("article.report")]);
        Assert.Contains(
            "other words stand there",
            FindCard(page, "pause-proposed").QuerySelector("p.fault")!.TextContent
        );
        Assert.Contains(
            "its own words stand where they stood",
            FindCard(page, "no-condition").QuerySelector("p.fault")!.TextContent
        );
    }

    [Fact]
    public async Task A_text_that_cannot_be_read_is_marked_at_its_version_and_says_nothing_of_its_words()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        folder.Write("courier-2031-04-02.txt", "a\uFFFE");

        var page = await SamplePage.OpenAsync(store, 1, "harbour", "--articles", folder.ResolvePath());

        var section = FindCard(page, "no-condition").ParentElement!;
        Assert.Contains(
            "Text unread: courier-2031-04-02.txt cannot be read: it has characters that no text has",
            section.Children.Single(child => child.ClassName == "fault").TextContent
        );
        AssertOnlyMarked(page, "Text unread", [.. section.QuerySelectorAll("article.report")]);
        Assert.DoesNotContain("own words", page.Body!.TextContent);
        Assert.Contains(
            "1 text that cannot be read: 20 reports not checked",
            page.QuerySelector("header .fault")!.TextContent
        );
        Assert.Contains("Unchecked: 2 texts not held", page.QuerySelector("header")!.TextContent);
    }

    [Fact]
    public async Task An_erased_correction_is_marked_at_its_report_and_fact_and_what_was_erased_is_listed()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        Assert.Equal(
            0,
            (
                await store.RunAsync(
                    "correct",
                    "courier-2031-04-02#offer",
                    "--amend",
                    "purpose=wages alone",
                    "--reason",
                    "misread",
                    "--id",
                    "purpose"
                )
            ).Code
        );
        Assert.Equal(
            0,
            (
                await store.RunAsync(
                    "erase",
                    "courier-2031-04-02!purpose",
                    "--who",
                    "the officer",
                    "--reason",
                    "a request"
                )
            ).Code
        );

        var page = await SamplePage.OpenAsync(store, "harbour", "--chain");

        AssertOnlyMarked(page, "Erased", [FindCard(page, "offer")]);
        var erased = Assert.Single(page.QuerySelectorAll("#erased ~ ul li"));
        Assert.Matches(
            @"^Erased: a correction of article/harbour/courier-2031-04-02, event [0-9a-f-]{36}, position \d+: "
                + "erased on .* by the officer: a request$",
            erased.TextContent
        );
        Assert.Empty(page.QuerySelectorAll(".fault"));
    }

    [Fact]
    public async Task A_forged_file_of_the_negotiation_is_marked_at_each_section_and_where_its_names_begin()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.ExecuteAsync(
            "update mt_events set data = jsonb_set(data, '{title}', '\"Another title\"') where type = "
                + "'negotiation_defined'"
        );

        var page = await SamplePage.OpenAsync(store, 1, "harbour", "--chain");

        string[] plain = ["findings", "erased"];
        var heads = page.QuerySelectorAll("h1, h3[id^=round-], h2[id]")
            .Where(head =>
                head.Id is null
                || !(
                    plain.Contains(head.Id)
                    || (head.TagName == "H2" && head.Id.StartsWith("round-", StringComparison.Ordinal))
                )
            );
        Assert.All(heads, head =>
            Assert.StartsWith(
                "Altered: the file of the negotiation, from which names, sides and rounds are, is not "
                    + "what was recorded (position 1)",
                head.NextElementSibling!.TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Contains("the file of the negotiation", page.GetElementById("findings")!.ParentElement!.TextContent);
    }

    [Fact]
    public async Task A_record_that_only_a_checkpoint_contradicts_is_unproven_and_its_head_is_not_one_to_keep()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var key = folder.ResolvePath("record.pem");
        Assert.Equal(0, (await store.RunAsync("checkpoint", "--new-key", key)).Code);
        var checkpoint = folder.Write("checkpoint.txt", (await store.RunAsync("checkpoint", "--key", key)).Output);
        await store.ExecuteAsync("update mt_events set data = jsonb_set(data, '{summary}', '\"x\"') where seq_id = 10");
        await store.ExecuteAsync(RecordRewriter.From(10));

        var page = await SamplePage.OpenAsync(
            store,
            1,
            "harbour",
            "--chain",
            "--checkpoint",
            checkpoint,
            "--public-key",
            folder.ResolvePath("record.pub.pem")
        );

        Assert.Contains(
            "nothing was changed, removed, inserted or re-ordered",
            page.QuerySelector("header")!.TextContent
        );
        Assert.Contains("Altered", page.GetElementById("head")!.TextContent);
        Assert.DoesNotContain("Kept elsewhere", page.GetElementById("head")!.TextContent);
        AssertOnlyMarked(page, "Unproven", [.. page.QuerySelectorAll("article.report")]);
        Assert.Contains("after position 1:", page.GetElementById("findings")!.ParentElement!.TextContent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_forged_erasure_of_a_correction_is_marked_as_altered_and_nowhere_as_erased(bool isReport)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        Assert.Equal(
            0,
            (
                await store.RunAsync(
                    "correct",
                    "courier-2031-04-02#offer",
                    "--amend",
                    "purpose=wages alone",
                    "--reason",
                    "misread",
                    "--id",
                    "purpose"
                )
            ).Code
        );
        var forged = isReport ? "data->>'id' = 'no-condition'" : "type = 'report_corrected'";
        await store.ExecuteAsync(
            $$"""
            update negotiations_record set salt = null where seq_id = (select seq_id from mt_events where {{forged}});
            update mt_events set data = '{"erased": true}' where {{forged}}
            """
        );

        var page = await SamplePage.OpenAsync(store, 1, "harbour", "--chain");

        Assert.Empty(page.QuerySelectorAll(".erased .word.erased, .word.erased"));
        Assert.Contains("Altered: ", Assert.Single(page.QuerySelectorAll("#erased ~ ul li")).TextContent);
        Assert.DoesNotContain(page.QuerySelectorAll("p.meta"), meta =>
            meta.TextContent.Contains("erased", StringComparison.Ordinal)
        );
        Assert.Contains(
            "looks erased, but no erasure of it is recorded",
            page.GetElementById("reports")!.ParentElement!.TextContent
        );
        if (!isReport)
            AssertOnlyMarked(
                page,
                "Altered",
                [.. FindCard(page, "offer").ParentElement!.QuerySelectorAll("article.report")]
            );
    }

    [Fact]
    public async Task A_page_of_what_is_as_it_was_recorded_has_no_mark()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var page = await SamplePage.OpenAsync(store, "harbour", "--articles", Texts, "--chain");

        Assert.Empty(page.QuerySelectorAll(".word, .fault, #findings, #erased"));
    }

    private static IElement FindCard(IParentNode page, string report) =>
        page.QuerySelectorAll("article.report")
            .First(card => card.QuerySelectorAll(".fine code").Any(code => code.TextContent == $"#{report}"));

    // A report says it beside its number wherever that stands; a fact says it above the lines for and against it.
    private static void AssertOnlyMarked(IDocument page, string word, IReadOnlyList<IElement> reports)
    {
        Assert.All(page.QuerySelectorAll("article.report"), card =>
        {
            Assert.Equal(reports.Contains(card), card.QuerySelector("h4 .word")?.TextContent == word);
            Assert.Equal(
                reports.Contains(card),
                card.QuerySelectorAll("p.fault, p.erased")
                    .Any(line => line.TextContent.StartsWith($"{word}: ", StringComparison.Ordinal))
            );
        });
        var links = reports.Select(report => $"#{report.Id}").ToList();
        var marked = page.QuerySelectorAll("tbody.fact")
            .Where(fact => fact.QuerySelectorAll("tr.for a, tr.against a").Any(IsOfReport))
            .ToList();
        Assert.NotEmpty(marked);
        Assert.All(page.QuerySelectorAll("tbody.fact"), fact =>
        {
            var line = fact.QuerySelector("tr.head p.fault, tr.head p.erased");
            Assert.Equal(marked.Contains(fact), line is not null);
            if (line is not null)
                Assert.Equal(word, line.QuerySelector(".word")!.TextContent);
            Assert.All(fact.QuerySelectorAll("tr:not(.head) a"), link =>
                Assert.Equal(IsOfReport(link), link.NextElementSibling?.TextContent == word)
            );
        });

        bool IsOfReport(IElement link) => links.Contains(link.GetAttribute("href")!);
    }
}
