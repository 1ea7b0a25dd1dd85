using System.Text.Json.Nodes;

namespace Negotiations.Cli.Tests;

public class Audits
{
    private static readonly string Texts = Path.Combine(Repository.Harbour, "texts");

    [Fact]
    public async Task Without_the_texts_and_the_chain_it_says_what_it_could_not_check()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("audit");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("the hash chain was not checked (--chain does it).", run.Output);
        Assert.Matches(@"3 texts not held: \d+ reports not checked", run.Output);
    }

    [Fact]
    public async Task With_them_every_report_is_anchored_and_nothing_was_altered()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("audit", "harbour", "--articles", Texts, "--chain");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Matches(@"3 texts held: (\d+) of \1 reports anchored \(100 %\), \d+ spans checked", run.Output);
        Assert.Matches(
            @"the hash chain over \d+ positions: nothing was changed, removed, inserted or re-ordered\.",
            run.Output
        );
    }

    [Fact]
    public async Task A_store_in_which_nothing_was_ever_recorded_is_wrong_use_and_says_what_to_do()
    {
        await using var store = await SampleStore.InstalledAsync();

        var run = await store.RunAsync("audit");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("replay the coded files of one first", run.Error);
    }

    [Fact]
    public async Task Talks_that_are_not_there_are_wrong_use_where_the_chain_is_whole()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        Assert.Equal(2, (await store.RunAsync("audit", "no-such-talks", "--chain")).Code);
    }

    [Fact]
    public async Task A_checkpoint_that_was_signed_before_is_compared()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var (key, publicKey) = (folder.ResolvePath("record.pem"), folder.ResolvePath("record.pub.pem"));
        Assert.Equal(0, (await store.RunAsync("checkpoint", "--new-key", key)).Code);
        var checkpoint = folder.Write("checkpoint.txt", (await store.RunAsync("checkpoint", "--key", key)).Output);

        var same = await store.RunAsync("audit", "--checkpoint", checkpoint, "--public-key", publicKey);
        // The same articles, but recorded on another day.
        await using var other = await SampleStore.InstalledAsync();
        Assert.Equal(0, (await other.RunAsync("replay", Repository.Harbour)).Code);
        var another = await other.RunAsync("audit", "--checkpoint", checkpoint, "--public-key", publicKey);

        Assert.Equal((0, ""), (same.Code, same.Error));
        Assert.Matches(@"the checkpoint of position \d+: the record has the link that it had then\.", same.Output);
        Assert.Equal(1, another.Code);
        Assert.Matches(@"the checkpoint of position \d+: the record is another one\.", another.Output);
    }

    [Fact]
    public async Task Whether_the_record_can_only_be_appended_to_is_said_and_is_no_finding()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("audit");

        Assert.Equal(0, run.Code);
        Assert.Matches("append-only (is enforced|not enforced): the role ", run.Output);
    }

    [Fact]
    public async Task Erased_reports_are_left_out_and_the_rest_is_audited()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var erased = await store.RunAsync(
            "erase",
            "courier-2031-04-02#no-condition",
            "--who",
            "the desk",
            "--reason",
            "asked for"
        );
        Assert.Equal(0, erased.Code);

        var run = await store.RunAsync("audit", "--articles", Texts, "--chain");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("1 of them erased: nothing was changed", run.Output);
        Assert.DoesNotContain("no-condition", run.Output);
        Assert.Matches(@"3 texts held: (\d+) of \1 reports anchored", run.Output);
    }

    [Fact]
    public async Task Weak_sourcing_is_a_finding_only_when_strict()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("audit", "--strict", "--articles", Texts);

        Assert.Equal(
            (1, "negotiations: the sourcing has weak spots, which --strict makes a finding\n"),
            (run.Code, run.Error)
        );
    }

    [Fact]
    public async Task The_weak_spots_are_those_that_an_editor_sees()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var spots = await WeakSpotsAsync(store, "--known-by", "2031-04-05");

        Assert.Contains(spots, spot => Matches(spot, "unnamedOnly", "2031-04/attendance/tessaly-vorrimund"));
        Assert.Contains(spots, spot => Matches(spot, "lowGrade", "2031-04/attendance/odric-fennimoor"));
        Assert.Contains(spots, spot =>
            Matches(spot, "assumedPublication", null)
            && Words(spot).StartsWith("lantern-mail-2031-04-05: publication at", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(spots, spot => Matches(spot, "unnamedOnly", "2031-04/attendance/odric-fennimoor"));
        Assert.DoesNotContain(spots, spot => Words(spot).Contains("quayside-record", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_values_of_weak_spots_are_said_in_words_beside_their_keys()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var output = (await store.RunAsync("audit", "--known-by", "2031-04-05")).Output.ReplaceLineEndings(" ");

        Assert.Matches("Attendance, Tessaly Vorrimund: reported[^·]* · 2031-04/attendance/tessaly-vorrimund", output);
        Assert.Matches("told by .* alone .*: .*(Attendance|Statements) [0-9]+", output);
    }

    [Theory]
    [InlineData("--articles", "no-such-folder")]
    [InlineData("--checkpoint", "checkpoint.txt")]
    [InlineData("--public-key", "record.pub.pem")]
    [InlineData("--format", "html-page")]
    [InlineData("no-such-talks")]
    public async Task What_cannot_be_asked_is_wrong_use(params string[] arguments)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(["audit", .. arguments]);

        Assert.Equal((2, ""), (run.Code, run.Output));
    }

    [Fact]
    public async Task What_it_writes_of_texts_fits_the_schema()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        Assert.Empty(
            AuditSchema.Errors(await store.RunAsync("audit", "--articles", Texts, "--chain", "--format", "json"))
        );
    }

    [Fact]
    public async Task Grades_stand_beside_their_reports_and_sources()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var audit = await store.RunAsync("audit");
        var blame = await store.RunAsync(
            "blame",
            "harbour",
            "2031-04/attendance/tessaly-vorrimund",
            "--known-by",
            "2031-04-05"
        );
        var reports = await store.RunAsync("reports", "--text", "Vorrimund", "--format", "json");

        Assert.Contains("Corwen Hask (D by harbour desk)", audit.Output);
        Assert.Contains("graded 3 by harbour desk, F4 by A. Reader", blame.Output);
        Assert.Contains("Velpress (B by harbour desk) → The Lantern Mail", blame.Output);
        Assert.Contains("\"reason\": \"nobody of her side was asked\"", reports.Output);
    }

    private static async Task<List<JsonNode>> WeakSpotsAsync(SampleStore store, params string[] options)
    {
        var run = await store.RunAsync(["audit", .. options, "--format", "json"]);
        Assert.Equal(0, run.Code);
        return [.. JsonNode.Parse(run.Output)!["negotiations"]![0]!["weakSpots"]!.AsArray().OfType<JsonNode>()];
    }

    private static bool Matches(JsonNode spot, string kind, string? fact) =>
        spot["kind"]!.GetValue<string>() == kind
        && (fact is null || spot["facts"]!.AsArray().Any(key => key!.GetValue<string>() == fact));

    private static string Words(JsonNode spot) => spot["words"]!.GetValue<string>();
}
