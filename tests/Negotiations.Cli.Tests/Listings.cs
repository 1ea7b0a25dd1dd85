using System.Text.Json;

namespace Negotiations.Cli.Tests;

public class Listings
{
    [Theory]
    [InlineData("--type", "attendancereported", "type", "AttendanceReported")]
    [InlineData("--side", "Sendan", "side", "senda")]
    [InlineData("--round", "2030", "round", "2030")]
    [InlineData("--act", "union-offers-talks", "act", "union-offers-talks")]
    public async Task Reports_are_filtered(string option, string value, string field, string expected)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var reports = Reports(await store.RunAsync("reports", "harbour", option, value, "--format", "json"));

        Assert.NotEmpty(reports);
        Assert.All(reports, report => Assert.Equal(expected, report.GetProperty(field).GetString()));
    }

    [Fact]
    public async Task Words_are_sought_in_summaries_and_details_whatever_their_case()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var reports = Reports(await store.RunAsync("reports", "--text", "CUSTOMS house", "--format", "json"));

        Assert.NotEmpty(reports);
        Assert.All(reports, report =>
            Assert.Contains("customs house", report.ToString(), StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task Reports_stand_under_the_same_clocks_as_the_state()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var reports = Reports(await store.RunAsync("reports", "--known-by", "2031-04-02", "--format", "json"));

        Assert.All(reports, report =>
            Assert.StartsWith("courier-2031-04-02#", report.GetProperty("report").GetString())
        );
    }

    [Fact]
    public async Task Text_and_markdown_name_each_report_and_who_says_so()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var text = await store.RunAsync("reports", "--type", "AttendanceReported");
        var markdown = await store.RunAsync("reports", "--type", "AttendanceReported", "--format", "markdown");

        Assert.Contains("#vorrimund-reported", text.Output);
        Assert.Contains("unnamed: ", text.Output);
        Assert.Contains("| lantern-mail-2031-04-05#vorrimund-reported |", markdown.Output);
    }

    [Fact]
    public async Task A_history_shows_what_a_fact_was_and_what_it_became()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("history", "harbour", "2031-04/attendance/odric-fennimoor", "--format", "json");

        using var history = JsonDocument.Parse(run.Output);
        var changes = history.RootElement.GetProperty("changes").EnumerateArray().ToList();
        Assert.Equal(
            ["2031-04-02", "2031-04-05", "2031-04-07"],
            changes.Select(change => change.GetProperty("known").GetString()![..10])
        );
        Assert.Equal(
            ["confirmed", "unconfirmed", "declined"],
            changes.Select(change => Status(change.GetProperty("after")))
        );
        Assert.Equal(
            [null, "confirmed", "unconfirmed"],
            changes.Select(change => Status(change.GetProperty("before")))
        );
    }

    [Fact]
    public async Task A_history_reads_well()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var text = await store.RunAsync("history", "2031-04/attendance/odric-fennimoor");
        var markdown = await store.RunAsync("history", "2031-04/attendance/odric-fennimoor", "--format", "markdown");

        Assert.Matches(@"was confirmed, .*\n  now unconfirmed, ", text.Output);
        Assert.Contains("| 2031-04/attendance/odric-fennimoor | nothing known | confirmed", markdown.Output);
    }

    [Fact]
    public async Task A_change_by_a_publishers_correction_names_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync(
            "correct",
            "courier-2031-04-02#no-condition",
            "--retract",
            "--by",
            "publisher",
            "--published",
            "2031-04-03T12:00",
            "--notice",
            "corrections",
            "--reason",
            "wrong",
            "--id",
            "gone"
        );

        var text = await store.RunAsync("history", "2031-04/position/dockers-union/morvane");
        var markdown = await store.RunAsync(
            "history",
            "2031-04/position/dockers-union/morvane",
            "--format",
            "markdown"
        );
        var json = await store.RunAsync("history", "2031-04/position/dockers-union/morvane", "--format", "json");

        Assert.Contains(
            "now nothing known any more\n  by courier-2031-04-02!gone, retract by publisher: wrong, "
                + "notice of 3 April 2031, 12:00, corrections",
            text.Output
        );
        Assert.DoesNotMatch(@"·\s*(\n|$)", text.Output);
        Assert.Contains("by courier-2031-04-02!gone, retract by publisher", markdown.Output);
        var changes = JsonDocument.Parse(json.Output).RootElement.GetProperty("changes").EnumerateArray().ToList();
        Assert.Equal([0, 1], changes.Select(change => change.GetProperty("causes").GetArrayLength()));
    }

    [Fact]
    public async Task A_value_that_comes_back_with_a_version_names_the_reports_behind_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        Assert.Equal(0, (await store.RunAsync("replay", Repository.ResolvePath("tests", "exports", "data"))).Code);
        using var folder = new TemporaryFolder();
        var hash = new string('a', 64);
        folder.Write(
            "third.yaml",
            $$"""
            article: courier-2031-04-02
            negotiation: harbour
            outlet: The Halden Courier
            title: Union offers Tidewell talks, revised again
            language: en
            text: { sha256: {{hash}}, length: 1800 }
            published: { time: 2031-04-03T20:15, zone: Pacific/Auckland, basis: stated }
            coder: Ada (third reading)
            chain: [{ name: The Halden Courier, kind: outlet, implied: its own article }]
            compared:
              with: 3e23e8160039
              carries: [{ report: pause-proposed, evidence: [{ start: 160, end: 330, sha256: {{hash}} }] }]
            """
        );
        var replayed = await store.RunAsync("replay", folder.ResolvePath("third.yaml"));
        Assert.Equal((0, ""), (replayed.Code, replayed.Error));

        var markdown = await store.RunAsync("history", "harbour", "2031-04/ceasefire", "--format", "markdown");

        var back = Assert.Single(markdown.Output.Split("## "), moment =>
            moment.StartsWith("3 April 2031, 20:15", StringComparison.Ordinal)
        );
        Assert.Contains("| Ilka Morvane, on the record | courier-2031-04-02#pause-proposed |", back);
    }

    [Fact]
    public async Task A_history_strikes_through_what_corrections_replaced()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        const string Pause = "courier-2031-04-02#pause-proposed";
        await store.RunAsync("correct", Pause, "--amend", "durationDays=12", "--reason", "misread", "--id", "twelve");
        await store.RunAsync(
            "correct",
            "courier-2031-04-02#offer",
            "--retract",
            "--reason",
            "undone below",
            "--id",
            "gone"
        );
        await store.RunAsync(
            "correct",
            "courier-2031-04-02!gone",
            "--undo",
            "--reason",
            "it was right",
            "--id",
            "back"
        );

        var text = await store.RunAsync("history", "2031-04/ceasefire");
        var markdown = await store.RunAsync("history", "2031-04/ceasefire", "--format", "markdown");
        var json = await store.RunAsync("history", "--format", "json");

        Assert.Matches(
            @"courier-2031-04-02!twelve, amend by coder: misread, position \d+\n"
                + @"    duration days: 10 → 12\n"
                + @"    2031-04/ceasefire\S*\s+from 2 April 2031, 18:30",
            text.Output
        );
        Assert.Matches(@"not proposed.*10 days", text.Output);
        Assert.Matches(@"~~proposed.*10 days.*~~ proposed.*12 days", markdown.Output);
        Assert.DoesNotContain("courier-2031-04-02!gone", markdown.Output);
        using var history = JsonDocument.Parse(json.Output);
        var corrections = history.RootElement.GetProperty("corrections").EnumerateArray().ToList();
        Assert.Equal(
            ["courier-2031-04-02!twelve", "courier-2031-04-02!back"],
            corrections.Select(correction => correction.GetProperty("correction").GetString())
        );
        Assert.Equal("misread", corrections[0].GetProperty("reason").GetString());
    }

    private static string? Status(JsonElement state) =>
        state.ValueKind == JsonValueKind.Null ? null : state.GetProperty("value").GetProperty("status").GetString();

    private static List<JsonElement> Reports(CommandRun run)
    {
        Assert.Equal((0, ""), (run.Code, run.Error));
        return [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("reports").EnumerateArray()];
    }
}
