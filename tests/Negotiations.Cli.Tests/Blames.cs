using System.Text.Json;

namespace Negotiations.Cli.Tests;

public class Blames
{
    private const string Fennimoor = "2031-04/attendance/odric-fennimoor";

    [Fact]
    public async Task Each_value_names_the_reports_for_it_against_it_and_superseded()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var fact = await BlameAsync(store, Fennimoor);

        Assert.Contains("quayside-record-2031-04-07#fennimoor-absent", Reports(fact, "because"));
        Assert.Contains("courier-2031-04-02#fennimoor-attends", Reports(fact, "against"));
        Assert.Contains(
            "courier-2031-04-02#fennimoor-attends",
            Reports(await BlameAsync(store, Fennimoor, "--known-by", "2031-04-05"), "superseded")
        );
        var report = fact.GetProperty("because").EnumerateArray().Last();
        Assert.Equal(
            ("quayside-record", "assumed", false, "observed"),
            (
                report.GetProperty("outlet").GetString(),
                report.GetProperty("published").GetProperty("basis").GetString(),
                report.GetProperty("unnamed").GetBoolean(),
                report.GetProperty("standing").GetString()
            )
        );
        Assert.True(report.GetProperty("evidence")[0].GetProperty("end").GetInt32() > 0);
    }

    [Fact]
    public async Task What_stands_against_a_value_is_told_from_what_it_superseded()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var fact = await BlameAsync(store, Fennimoor, "--known-by", "2031-04-05");
        var all = Reports(fact, "because")
            .Concat(Reports(fact, "against"))
            .Concat(Reports(fact, "superseded"))
            .ToList();

        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.Contains("lantern-mail-2031-04-05#fennimoor-declined", all);
    }

    [Fact]
    public async Task Corrections_that_touched_a_report_stand_beside_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var (path, _) = folder.Edit("courier-2031-04-02.yaml", "durationDays: 10", "durationDays: 12");
        await store.RunAsync("replay", path, "--as-corrections", "--reason", "misread", "--who", "B. Reader");

        var json = await store.RunAsync("blame", "2031-04/ceasefire", "--format", "json");
        var text = await store.RunAsync("blame", "2031-04/ceasefire");
        var markdown = await store.RunAsync("blame", "2031-04/ceasefire", "--format", "markdown");

        Assert.Contains("\"correction\": \"courier-2031-04-02!pause-proposed-correction-1\"", json.Output);
        const string Correction = "courier-2031-04-02!pause-proposed-correction-1, amend by coder (B. Reader): misread";
        Assert.Contains($"corrected: {Correction}", text.Output);
        Assert.Contains("duration days: 10 → 12", text.Output);
        Assert.Contains("duration days: 10 → 12", markdown.Output);
        Assert.Contains("\"fields\": [", json.Output);
        Assert.Contains(Correction, markdown.Output);
    }

    [Theory]
    [InlineData("--retract", "--reason", "never said")]
    [InlineData(
        "--retract",
        "--reason",
        "never said",
        "--by",
        "publisher",
        "--published",
        "2031-04-03T12:00",
        "--notice",
        "corrections"
    )]
    [InlineData("--round", "2030", "--reason", "of the round before")]
    public async Task A_fact_that_vanished_names_the_report_that_asserted_it_and_the_correction(
        params string[] correction
    )
    {
        const string Key = "2031-04/ceasefire/proposal/union-proposes-ten-day-pause";
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync(
            "correct",
            "lantern-mail-2031-04-05",
            "--published-at",
            "2031-04-30",
            "--basis",
            "stated",
            "--reason",
            "out of the way"
        );
        await store.RunAsync(["correct", "courier-2031-04-02#pause-proposed", "--id", "gone", .. correction]);

        var json = JsonDocument
            .Parse(
                (await store.RunAsync("blame", "harbour", Key, "--known-by", "2031-04-20", "--format", "json")).Output
            )
            .RootElement;
        var text = await store.RunAsync("blame", "harbour", Key, "--known-by", "2031-04-20");
        var markdown = await store.RunAsync(
            "blame",
            "harbour",
            Key,
            "--known-by",
            "2031-04-20",
            "--format",
            "markdown"
        );

        Assert.Empty(json.GetProperty("facts").EnumerateArray());
        var vanished = Assert.Single(json.GetProperty("vanished").EnumerateArray());
        Assert.Equal(Key, vanished.GetProperty("key").GetString());
        var report = Assert.Single(vanished.GetProperty("withdrawn").EnumerateArray());
        Assert.Equal(
            ("courier-2031-04-02#pause-proposed", 10),
            (
                report.GetProperty("report").GetString(),
                report.GetProperty("value").GetProperty("durationDays").GetInt32()
            )
        );
        Assert.Equal(
            "courier-2031-04-02!gone",
            Assert.Single(report.GetProperty("corrections").EnumerateArray()).GetProperty("correction").GetString()
        );
        Assert.Contains(
            $"{Key}  nothing known any more\n  withdrawn  courier-2031-04-02#pause-proposed: proposed, 10 days",
            text.Output
        );
        Assert.Contains("corrected: courier-2031-04-02!gone, ", text.Output);
        Assert.Contains("**nothing known any more**", markdown.Output);
        Assert.Contains(
            "| withdrawn | taken back by a correction | courier-2031-04-02#pause-proposed |",
            markdown.Output
        );
    }

    [Fact]
    public async Task A_withdrawn_report_stands_beside_those_that_still_hold_from_its_notice_on()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync(
            "correct",
            "courier-2031-04-02#fennimoor-attends",
            "--retract",
            "--by",
            "publisher",
            "--published",
            "2031-04-04T12:00",
            "--notice",
            "corrections",
            "--reason",
            "wrong",
            "--id",
            "gone"
        );

        var before = await BlameAsync(store, Fennimoor, "--known-by", "2031-04-03");
        var after = await BlameAsync(store, Fennimoor);
        await store.RunAsync("correct", "courier-2031-04-02!gone", "--undo", "--reason", "there was no such notice");

        Assert.Empty(Reports(before, "withdrawn"));
        Assert.Equal(["courier-2031-04-02#fennimoor-attends"], Reports(after, "withdrawn"));
        Assert.DoesNotContain(
            "courier-2031-04-02#fennimoor-attends",
            Reports(after, "because").Concat(Reports(after, "against")).Concat(Reports(after, "superseded"))
        );
        Assert.Empty(Reports(await BlameAsync(store, Fennimoor), "withdrawn"));
    }

    [Fact]
    public async Task Text_and_markdown_name_the_chain_and_the_place_in_the_text()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var text = await store.RunAsync("blame", "harbour", Fennimoor);
        var markdown = await store.RunAsync("blame", "harbour", Fennimoor, "--format", "markdown");

        Assert.Contains("against    courier-2031-04-02#fennimoor-attends: confirmed", text.Output);
        Assert.Contains("at 733–844", text.Output);
        Assert.Contains("Odric Fennimoor → The Halden Courier", text.Output);
        Assert.Contains($"## {Fennimoor}", markdown.Output);
        Assert.Matches(@"\| against \| [^|]+ \| courier-2031-04-02#fennimoor-attends \| confirmed", markdown.Output);
    }

    [Theory]
    [InlineData("lantern-mail-2031-04-05", "courier-2031-04-02")]
    [InlineData("courier-2031-04-02", "lantern-mail-2031-04-05")]
    public async Task A_link_stands_beside_the_reports_of_both_articles_once_both_are_out(string article, string other)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync("correct", article, "--link", other, "--reason", "one text", "--id", "one-text");

        var fact = await BlameAsync(store, Fennimoor, "--known-by", "2031-04-06");
        var before = await BlameAsync(store, Fennimoor, "--known-by", "2031-04-04");

        Assert.Equal([$"{article}!one-text"], ListCorrections(fact, "courier-2031-04-02#fennimoor-attends"));
        Assert.Equal([$"{article}!one-text"], ListCorrections(fact, "lantern-mail-2031-04-05#fennimoor-declined"));
        Assert.Empty(ListCorrections(before, "courier-2031-04-02#fennimoor-attends"));
    }

    private static IEnumerable<string?> ListCorrections(JsonElement fact, string report) =>
        new[] { "because", "against", "superseded" }
            .SelectMany(list => fact.GetProperty(list).EnumerateArray())
            .Single(one => one.GetProperty("report").GetString() == report)
            .GetProperty("corrections")
            .EnumerateArray()
            .Select(correction => correction.GetProperty("correction").GetString());

    private static async Task<JsonElement> BlameAsync(SampleStore store, string key, params string[] options)
    {
        var run = await store.RunAsync(["blame", "harbour", key, .. options, "--format", "json"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("facts").EnumerateArray());
    }

    private static IEnumerable<string?> Reports(JsonElement fact, string list) =>
        fact.GetProperty(list).EnumerateArray().Select(report => report.GetProperty("report").GetString());
}
