using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Negotiations.Cli.Tests;

public class Exports
{
    public static TheoryData<string> Kinds => ["annotations", "prov", "events", "reports", "facts", "cloudevents"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_has_the_same_bytes_as_the_standard_output(string kind)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();

        var file = await store.RunAsync("export", "harbour", "--as", kind, "--out", folder.ResolvePath("export"));
        var output = await store.RunAsync("export", "harbour", "--as", kind, "--out", "-");

        Assert.Equal((0, "", ""), (file.Code, file.Output, file.Error));
        Assert.Equal((0, ""), (output.Code, output.Error));
        Assert.Equal(File.ReadAllBytes(folder.ResolvePath("export")), Encoding.UTF8.GetBytes(output.Output));
    }

    [Fact]
    public async Task Grades_are_exported_with_who_gave_them()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var table = (await store.RunAsync("export", "harbour", "--as", "reports")).Output;
        var annotations = JsonDocument
            .Parse((await store.RunAsync("export", "harbour", "--as", "annotations")).Output)
            .RootElement;
        var prov = (await store.RunAsync("export", "harbour", "--as", "prov")).Output;

        Assert.Contains("reliability,credibility,graded_by,negotiation", table);
        Assert.All(new[] { "; F", "3; 4", "harbour desk; A. Reader" }, cell => Assert.Contains(cell, table));
        Assert.Contains(
            "\"grades\":[{\"credibility\":3,\"by\":\"harbour "
                + "desk\"},{\"reliability\":\"F\",\"credibility\":4,\"by\":\"A. "
                + "Reader\",\"reason\":\"nobody of her side was asked\"}]",
            JsonSerializer.Serialize(annotations, EventJson.Options)
        );
        Assert.Contains("3 by harbour desk; F4 by A. Reader", prov);
    }

    [Theory]
    [InlineData("export", "harbour", "--as", "facts")]
    [InlineData("export", "harbour", "--as", "facts", "--out", "FILE")]
    [InlineData("export", "harbour", "--as", "coded", "--out", "FILE")]
    [InlineData("audit", "harbour", "--format", "html")]
    public async Task Nothing_goes_out_that_cannot_be_recorded_as_handed_out(params string[] arguments)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        await store.ExecuteAsync("alter table negotiations_exports add constraint none check (false) not valid");

        var run = await store.RunAsync([
            .. arguments.Select(argument => argument == "FILE" ? folder.ResolvePath("export") : argument),
        ]);

        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.ResolvePath()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_recorded_later_changes_no_export_of_a_position(string kind)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        string[] export = ["export", "harbour", "--as", kind, "--recorded-by", "66"];
        var before = await store.RunAsync(export);
        await store.RunAsync("correct", "courier-2031-04-02#offer", "--retract", "--reason", "misread");

        var after = await store.RunAsync(export);

        Assert.Equal((0, ""), (after.Code, after.Error));
        Assert.Equal(before.Output, after.Output);
        Assert.NotEqual(before.Output, (await store.RunAsync("export", "harbour", "--as", kind)).Output);
    }

    [Fact]
    public async Task Coded_files_that_are_exported_and_replayed_give_the_same_answers()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        Assert.Equal(0, (await store.RunAsync("replay", Repository.ResolvePath("tests", "exports", "data"))).Code);
        Assert.Equal(
            0,
            (
                await store.RunAsync(
                    "correct",
                    "courier-2031-04-02@cd50a32245c8#union-delegation",
                    "--amend",
                    "count=4",
                    "--reason",
                    "misread"
                )
            ).Code
        );
        Assert.Equal(
            0,
            (
                await store.RunAsync(
                    "correct",
                    "lantern-mail-2031-04-05#vorrimund-reported",
                    "--retract",
                    "--by",
                    "publisher",
                    "--published",
                    "2031-04-06",
                    "--notice",
                    "page 2",
                    "--reason",
                    "wrong"
                )
            ).Code
        );

        await SameAsReplayed(store, "harbour", "--known-by", "2031-04-02");
        await SameAsReplayed(store, "harbour", "--happened-by", "2031-04-03");
        await SameAsReplayed(store, "harbour");
    }

    [Fact]
    public async Task The_seeds_come_back_too()
    {
        await using var store = await SampleStore.EmptyAsync();
        Assert.Equal(0, (await store.RunAsync("replay", Repository.ResolvePath("seeds"))).Code);

        await SameAsReplayed(store, "istanbul", "--known-by", "2025-05-14");
        await SameAsReplayed(store, "istanbul");
    }

    [Fact]
    public async Task Steps_that_are_replayed_one_by_one_give_the_same_record()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        Assert.Equal(0, (await store.RunAsync("replay", Repository.ResolvePath("tests", "exports", "data"))).Code);
        using var folder = new TemporaryFolder();
        Assert.Equal(
            0,
            (await store.RunAsync("export", "harbour", "--as", "steps", "--out", folder.ResolvePath("steps"))).Code
        );
        await using var again = await SampleStore.EmptyAsync();

        foreach (
            var file in Directory.EnumerateFiles(folder.ResolvePath("steps"), "*.yaml").Order(StringComparer.Ordinal)
        )
            Assert.Equal(0, (await again.RunAsync("replay", file)).Code);

        Assert.Equal(await store.EventsAsync(), await again.EventsAsync());
        Assert.Equal(await store.PositionsAsync(), await again.PositionsAsync());
    }

    [Fact]
    public async Task An_export_is_recorded_with_the_hash_of_what_was_written()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();

        await store.RunAsync(
            "export",
            "harbour",
            "--as",
            "facts",
            "--known-by",
            "2031-04-02",
            "--out",
            folder.ResolvePath("facts.csv")
        );

        var recorded = await store.ExportsAsync();
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder.ResolvePath("facts.csv"))));
        Assert.Equal(
            [$"facts harbour 66 known by 2031-04-02T23:59:59.999999+13:00 {folder.ResolvePath("facts.csv")} {hash}"],
            recorded
        );
    }

    [Fact]
    public async Task The_head_of_the_chain_stands_in_the_header()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();

        await store.RunAsync("export", "harbour", "--as", "reports", "--out", folder.ResolvePath("reports.csv"));

        using var metadata = JsonDocument.Parse(File.ReadAllText(folder.ResolvePath("reports.csv-metadata.json")));
        Assert.Equal(
            await store.LinkAsync(66),
            metadata.RootElement.GetProperty("urn:negotiations:terms:chainHead").GetString()
        );
        Assert.Equal("reports.csv", metadata.RootElement.GetProperty("url").GetString());
    }

    [Fact]
    public async Task What_was_erased_is_in_no_export_and_every_header_counts_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        const string Said = "Fennimoor announced on Tuesday";
        Assert.Contains(Said, (await store.RunAsync("export", "harbour", "--as", "reports")).Output);
        Assert.Equal(
            0,
            (
                await store.RunAsync(
                    "erase",
                    "courier-2031-04-02#fennimoor-attends",
                    "--who",
                    "the editor",
                    "--reason",
                    "asked for"
                )
            ).Code
        );

        foreach (var kind in Kinds)
        {
            var run = await store.RunAsync("export", "harbour", "--as", kind);
            Assert.Equal((0, ""), (run.Code, run.Error));
            Assert.DoesNotContain(Said, run.Output);
        }

        var lines = (await store.RunAsync("export", "harbour", "--as", "cloudevents")).Output.TrimEnd().Split('\n');
        Assert.Contains("\"erased\":1", lines[0]);
        Assert.Single(lines, line => line.EndsWith(
                """
                "data":{"erased": true}}
                """,
                StringComparison.Ordinal
            ));
        Assert.Contains(lines, line => line.Contains("negotiations.payload_erased.v1"));
    }

    [Fact]
    public async Task Coded_files_do_without_what_was_erased()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        Assert.Equal(0, (await store.RunAsync("replay", Repository.ResolvePath("tests", "exports", "data"))).Code);
        foreach (
            var erased in new[]
            {
                "courier-2031-04-02!fourteen-days",
                "courier-2031-04-02#hostile-words",
                "lantern-mail-2031-04-05#vorrimund-reported",
            }
        )
            Assert.Equal(
                0,
                (await store.RunAsync("erase", erased, "--who", "the editor", "--reason", "asked for")).Code
            );

        foreach (var kind in Kinds)
            Assert.Equal(0, (await store.RunAsync("export", "harbour", "--as", kind)).Code);
        using var folder = new TemporaryFolder();
        Assert.Equal(
            0,
            (await store.RunAsync("export", "harbour", "--as", "coded", "--out", folder.ResolvePath("coded"))).Code
        );
        await using var again = await SampleStore.EmptyAsync();
        var replayed = await again.RunAsync("replay", folder.ResolvePath("coded"));

        Assert.Equal((0, ""), (replayed.Code, replayed.Error));
        Assert.Equal(await KeysAsync(store), await KeysAsync(again));
        Assert.Equal(
            4,
            JsonDocument
                .Parse(File.ReadAllText(folder.ResolvePath("coded/export.json")))
                .RootElement.GetProperty("erased")
                .GetInt32()
        );

        static async Task<IEnumerable<string?>> KeysAsync(SampleStore asked) =>
            JsonDocument
                .Parse((await asked.RunAsync("state", "harbour", "--format", "json")).Output)
                .RootElement.GetProperty("facts")
                .EnumerateArray()
                .Select(fact =>
                    $"{fact.GetProperty("key")} {fact.GetProperty("value")} {fact.GetProperty("standing")}"
                );
    }

    [Fact]
    public async Task Reports_that_came_after_what_was_erased_come_back_and_the_export_says_what_it_left_out()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        Assert.Equal(0, (await store.RunAsync("replay", Repository.ResolvePath("tests", "exports", "data"))).Code);
        var named = JsonDocument
            .Parse(
                (
                    await store.RunAsync(
                        "erase",
                        "courier-2031-04-02#offer",
                        "--who",
                        "the editor",
                        "--reason",
                        "asked for",
                        "--format",
                        "json"
                    )
                ).Output
            )
            .RootElement.GetProperty("stillNamedIn")
            .EnumerateArray()
            .Select(still => still.GetProperty("name").GetString()!)
            .First(name => name.Contains('#'));
        using var folder = new TemporaryFolder();

        foreach (var kind in new[] { "coded", "steps" })
        {
            var run = await store.RunAsync("export", "harbour", "--as", kind, "--out", folder.ResolvePath(kind));
            await using var again = await SampleStore.EmptyAsync();
            foreach (
                var path in kind == "coded"
                    ? new[] { folder.ResolvePath(kind) }
                    : (IEnumerable<string>)
                        Directory.EnumerateFiles(folder.ResolvePath(kind), "*.yaml").Order(StringComparer.Ordinal)
            )
                Assert.Equal(0, (await again.RunAsync("replay", path)).Code);

            Assert.Equal(0, run.Code);
            Assert.Contains("left out, because it was erased: 1 event (listed in export.json)", run.Error);
            Assert.Contains($"no longer said to come after what was erased: {named}", run.Error);
            var header = JsonDocument.Parse(File.ReadAllText(folder.ResolvePath($"{kind}/export.json"))).RootElement;
            Assert.Equal(
                "article/harbour/courier-2031-04-02 TalksOffered",
                header
                    .GetProperty("leftOut")
                    .EnumerateArray()
                    .Select(left => $"{left.GetProperty("stream")} {left.GetProperty("type")}")
                    .Single()
            );
            Assert.Equal(named, header.GetProperty("noLongerAfterErased").EnumerateArray().Single().GetString());
            Assert.Equal(
                "courier-2031-04-02@3e23e8160039",
                header.GetProperty("noLongerComparedWithErased").EnumerateArray().Single().GetString()
            );
            Assert.Equal(await FactsAsync(store), await FactsAsync(again));
        }

        static async Task<string> FactsAsync(SampleStore asked) =>
            JsonDocument
                .Parse((await asked.RunAsync("state", "harbour", "--format", "json")).Output)
                .RootElement.GetProperty("facts")
                .ToString();
    }

    [Fact]
    public async Task A_version_of_which_every_report_was_erased_comes_back_without_reports()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var reports = JsonDocument
            .Parse((await store.RunAsync("reports", "harbour", "--format", "json")).Output)
            .RootElement.GetProperty("reports")
            .EnumerateArray()
            .Select(report => report.GetProperty("report").GetString()!)
            .Where(report => report.StartsWith("lantern-mail", StringComparison.Ordinal))
            .ToList();
        foreach (var report in reports)
            Assert.Equal(
                0,
                (await store.RunAsync("erase", report, "--who", "the editor", "--reason", "asked for")).Code
            );
        using var folder = new TemporaryFolder();

        var run = await store.RunAsync("export", "harbour", "--as", "coded", "--out", folder.ResolvePath("coded"));
        await using var again = await SampleStore.EmptyAsync();
        var replayed = await again.RunAsync("replay", folder.ResolvePath("coded"));

        Assert.Equal((0, 0, ""), (run.Code, replayed.Code, replayed.Error));
        Assert.Contains(
            "withoutReports: true",
            File.ReadAllText(Directory.EnumerateFiles(folder.ResolvePath("coded"), "lantern*.yaml").First())
        );
        Assert.Equal(0, (await again.RunAsync("replay", folder.ResolvePath("coded"))).Code);
    }

    [Fact]
    public async Task Words_are_quoted_only_on_demand_and_only_of_texts_that_are_held()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var none = new TemporaryFolder();

        var quoted = await store.RunAsync(
            "export",
            "harbour",
            "--as",
            "annotations",
            "--quotes",
            "--articles",
            Path.Combine(Repository.Harbour, "texts")
        );
        var missing = await store.RunAsync(
            "export",
            "harbour",
            "--as",
            "annotations",
            "--quotes",
            "--articles",
            none.ResolvePath()
        );

        Assert.Equal((0, ""), (quoted.Code, quoted.Error));
        Assert.Contains("TextQuoteSelector", quoted.Output);
        Assert.Contains("text not held, so not quoted: courier-2031-04-02@", missing.Error);
        Assert.DoesNotContain("TextQuoteSelector", missing.Output);
    }

    [Theory]
    [InlineData("parquet", "--as", "parquet")]
    [InlineData("only --recorded-by bounds it", "--as", "cloudevents", "--known-by", "2031-04-02")]
    [InlineData("--quotes and --articles go together", "--as", "annotations", "--quotes")]
    [InlineData("only annotations hold words", "--as", "facts", "--quotes", "--articles", ".")]
    [InlineData("coded files are written into a folder", "--as", "coded")]
    [InlineData("there is no folder", "--as", "facts", "--out", "/no/such/folder/facts.csv")]
    [InlineData("Option '--as' is required")]
    public async Task Wrong_use_is_refused(string said, params string[] arguments)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(["export", "harbour", .. arguments]);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(said, run.Error);
    }

    [Fact]
    public async Task Coded_files_are_not_written_over_others()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        folder.Write("mine.yaml", "mine");

        var run = await store.RunAsync("export", "harbour", "--as", "coded", "--out", folder.ResolvePath());

        Assert.Equal(2, run.Code);
        Assert.Equal(
            ["mine.yaml"],
            Directory.EnumerateFileSystemEntries(folder.ResolvePath()).Select(Path.GetFileName)
        );
    }

    [Fact]
    public async Task An_export_that_is_cancelled_leaves_what_was_there()
    {
        using var folder = new TemporaryFolder();
        folder.Write("facts.csv", "before");
        using var cancelled = new CancellationTokenSource();

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            Coding.AtomicFile.WriteAsync(folder.ResolvePath("facts.csv"), file =>
            {
                file.Write("half"u8);
                cancelled.Cancel();
                cancelled.Token.ThrowIfCancellationRequested();
                return true;
            })
        );

        Assert.Equal("before", File.ReadAllText(folder.ResolvePath("facts.csv")));
        Assert.Equal(
            ["facts.csv"],
            Directory.EnumerateFileSystemEntries(folder.ResolvePath()).Select(Path.GetFileName)
        );
    }

    private static async Task SameAsReplayed(SampleStore store, string talks, params string[] bounds)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(
            0,
            (await store.RunAsync("export", talks, "--as", "coded", "--out", folder.ResolvePath("coded"))).Code
        );
        await using var again = await SampleStore.EmptyAsync();
        var replayed = await again.RunAsync("replay", folder.ResolvePath("coded"));
        Assert.Equal((0, ""), (replayed.Code, replayed.Error));

        Assert.Equal(await FactsAsync(store), await FactsAsync(again));

        async Task<string> FactsAsync(SampleStore asked)
        {
            using var state = JsonDocument.Parse(
                (await asked.RunAsync(["state", talks, .. bounds, "--format", "json"])).Output
            );
            return state.RootElement.GetProperty("facts").GetRawText();
        }
    }
}
