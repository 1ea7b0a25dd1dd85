using System.Text.RegularExpressions;

namespace Negotiations.Cli.Tests;

public sealed partial class ImportedDrafts : IDisposable
{
    private static readonly string Harbour = Repository.ResolvePath("tests", "data", "harbour");
    private static readonly string Talks = Path.Combine(Harbour, "harbour.negotiation.yaml");
    private static readonly string Texts = Path.Combine(Harbour, "texts");
    private static readonly string Courier = Path.Combine(Texts, "courier-2031-04-02.txt");

    // What is of the store and of the review, and not of the report.
    private static readonly string[] Passing =
    [
        "event_id",
        "position",
        "proposed_by",
        "accepted_by",
        "record_position",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("cas", true)]
    [InlineData("cas", false)]
    [InlineData("annotations", true)]
    [InlineData("annotations", false)]
    public async Task What_was_exported_comes_back_as_the_same_reports(string kind, bool withTexts)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var exported = folder.ResolvePath("exported");
        string[] texts =
            !withTexts ? []
            : kind == "cas" ? ["--articles", Texts]
            : ["--articles", Texts, "--quotes"];
        var export = await store.RunAsync(["export", "harbour", "--as", kind, "--out", exported, .. texts]);
        Assert.Equal((0, ""), (export.Code, export.Error));

        var drafts = new List<string>();
        foreach (var article in Directory.EnumerateFiles(Texts).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(article);
            var draft = folder.ResolvePath($"{name}.yaml");
            var file = kind == "cas" ? Directory.EnumerateFiles(exported, $"{name}@*").Single() : exported;
            string[] more =
                withTexts ? ["--text", article]
                : kind == "cas" ? []
                : ["--source", name];
            var import = await CommandRun.ExecuteAsync(["import", file, Talks, "--out", draft, .. more]);
            Assert.Equal(0, import.Code);
            Assert.DoesNotContain("before these are accepted", import.Error);
            drafts.Add(draft);
        }

        await using var other = await SampleStore.EmptyAsync();
        var replay = await other.RunAsync(["replay", Talks, .. drafts, "--articles", Texts, "--unreviewed"]);
        Assert.Equal(0, replay.Code);
        Assert.Equal(await ListReportsAsync(store, kind), await ListReportsAsync(other, kind));
        Assert.Contains(
            $"\"by\": \"import {(kind == "cas" ? "cas" : "web annotation")}\"",
            (await other.RunAsync("reports", "harbour", "--format", "json")).Output
        );
    }

    [Fact]
    public async Task A_text_goes_into_a_CAS_only_where_it_is_given()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync("export", "harbour", "--as", "cas", "--out", folder.ResolvePath("without"));
        await store.RunAsync(
            "export",
            "harbour",
            "--as",
            "cas",
            "--out",
            folder.ResolvePath("with"),
            "--articles",
            Texts
        );

        var (without, with) = (Read("without"), Read("with"));

        var sentence = File.ReadAllLines(Courier).First(line => line.Length > 60);
        Assert.DoesNotContain(sentence[..60], without);
        Assert.DoesNotContain("sofaString", without);
        Assert.Contains("sofaString", with);
        Assert.Contains(sentence[..20], with);

        string Read(string name) =>
            string.Concat(Directory.EnumerateFiles(folder.ResolvePath(name)).Select(File.ReadAllText));
    }

    [Fact]
    public async Task A_span_that_was_moved_in_another_tool_is_where_it_was_moved_to()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var exported = folder.ResolvePath("cas");
        await store.RunAsync("export", "harbour", "--as", "cas", "--out", exported, "--articles", Texts);
        var file = Directory.EnumerateFiles(exported, "courier-2031-04-02@*").Single();
        var content = File.ReadAllText(file);
        var at = content.IndexOf("\"begin\": ", StringComparison.Ordinal);
        var end = content.IndexOf("\"id\": ", at, StringComparison.Ordinal);
        File.WriteAllText(file, content[..at] + "\"begin\": 0,\n      \"end\": 18,\n      " + content[end..]);

        var import = await CommandRun.ExecuteAsync("import", file, Talks, "--text", Courier);

        Assert.Equal(0, import.Code);
        Assert.Contains($"evidence: {File.ReadAllText(Courier)[..18]}", import.Output);
    }

    [Fact]
    public async Task The_draft_of_another_tool_is_reviewed_like_any_other()
    {
        var text = File.ReadAllText(Courier);
        folder.Write("courier.txt", text);
        var words = text.Split('\n').First(line => line.Length > 60)[..40];
        var start = new NormalisedText(text[..text.IndexOf(words, StringComparison.Ordinal)]).Length;
        folder.Write("courier.ann", $"T1\tOffer {start} {start + 40}\t{words}\nT2\tOther 0 18\t{text[..18]}\n");
        folder.Write("m.yaml", "events: [{label: Offer, type: TalksOffered, actor: Velmaran Dockers’ Union}]");
        string[] import =
        [
            "import",
            folder.ResolvePath("courier.ann"),
            Talks,
            "--mapping",
            folder.ResolvePath("m.yaml"),
            "--outlet",
            "The Halden Courier",
            "--published",
            "2031-04-02T18:30",
            "--out",
            folder.ResolvePath("draft.yaml"),
        ];

        var run = await CommandRun.ExecuteAsync(import);

        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.Contains("1 proposal", run.Error);
        Assert.Contains("left out: 1 × Other (not in the mapping)", run.Error);
        Assert.Contains("events[0]: 'round' is missing", run.Error);
        Assert.Contains("by: import brat", File.ReadAllText(folder.ResolvePath("draft.yaml")));
        Assert.Equal(ExitCode.WrongUse, (await CommandRun.ExecuteAsync(import)).Code);
    }

    [Theory]
    [InlineData("nothing.ann", "there is no file")]
    [InlineData("m.yaml", "is no file of annotations")]
    public async Task What_is_no_file_of_annotations_is_refused(string name, string message)
    {
        folder.Write("m.yaml", "events: [{label: Offer, type: TalksOffered}]");

        var run = await CommandRun.ExecuteAsync("import", folder.ResolvePath(name), Talks);

        Assert.Equal((ExitCode.WrongUse, ""), (run.Code, run.Output));
        Assert.Contains(message, run.Error);
    }

    // In annotations names in details are identifiers.
    private static async Task<IReadOnlyList<string>> ListReportsAsync(SampleStore store, string kind)
    {
        var table = (await store.RunAsync("export", "harbour", "--as", "reports")).Output;
        var rows = Rows().Matches(table).Select(row => Cells().Matches(row.Value)).ToList();
        Assert.True(rows.Count > 50, $"only {rows.Count} reports are compared");
        var left = rows[0]
            .Select((name, at) => (name, at))
            .Select(column => (name: column.name.Groups[1].Value.TrimStart('\uFEFF'), column.at))
            .Where(column => !Passing.Contains(column.name) && (kind == "cas" || column.name != "details"))
            .Select(column => column.at)
            .ToList();
        return
        [
            .. rows.Select(row => string.Join('|', left.Select(at => row[at].Groups[1].Value)))
                .Order(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex("""(?:"(?:[^"]|"")*"|[^"\r])+\r\n""")]
    private static partial Regex Rows();

    [GeneratedRegex("""("(?:[^"]|"")*"|[^,\r"]*)(?:,|\r\n)""")]
    private static partial Regex Cells();
}
