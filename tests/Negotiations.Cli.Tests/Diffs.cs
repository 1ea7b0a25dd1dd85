using System.Text.Json.Nodes;

namespace Negotiations.Cli.Tests;

public class Diffs
{
    [Theory]
    [InlineData("known", "2031-04-02", "2031-04-05")]
    [InlineData("known", "2031-04-07", "2031-04-02")]
    [InlineData("happened", "2031-04-02", "2031-04-07")]
    [InlineData("recorded", "20", "45")]
    [InlineData("recorded", "45", "45")]
    public async Task The_patch_applied_to_the_first_answer_gives_the_second(string clock, string from, string to)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var diff = Parse(
            await store.RunAsync("diff", "harbour", "--clock", clock, "--from", from, "--to", to, "--format", "json")
        );
        var first = Parse(await store.RunAsync("state", "harbour", $"--{clock}-by", from, "--format", "json"));
        var second = Parse(await store.RunAsync("state", "harbour", $"--{clock}-by", to, "--format", "json"));

        Assert.Equal(from == to, diff["changes"]!.AsArray().Count == 0);
        Assert.Equal(Facts(second), Patch(Facts(first), diff["changes"]!.AsArray()));
    }

    [Fact]
    public async Task A_date_without_a_year_takes_that_of_its_clock()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var known = await store.RunAsync("diff", "harbour", "--from", "April 2", "--to", "May 5");
        var happened = Parse(
            await store.RunAsync(
                "diff",
                "harbour",
                "--clock",
                "happened",
                "--from",
                "May 5",
                "--to",
                "April 5",
                "--format",
                "json"
            )
        );

        // No article came out in a May, but the round before took place in one.
        Assert.Equal((2, ""), (known.Code, known.Output));
        Assert.Contains("'May 5' has no year", known.Error);
        Assert.StartsWith("2030-05-05", $"{happened["from"]!["asked"]!["happenedBy"]}");
        Assert.StartsWith("2031-04-05", $"{happened["to"]!["asked"]!["happenedBy"]}");
    }

    [Fact]
    public async Task Text_shows_what_was_and_what_is()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(
            "diff",
            "2031-04/attendance/odric-fennimoor",
            "--from",
            "2031-04-02",
            "--to",
            "2031-04-07"
        );

        Assert.Equal(0, run.Code);
        Assert.Matches(@"2031-04/attendance/odric-fennimoor\n  - confirmed.*\n(.*\n)?  \+ declined", run.Output);
        Assert.Contains("1 fact changed, 1 in value.", run.Output);
    }

    [Fact]
    public async Task Markdown_shows_both_sides_with_what_differs_marked()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(
            "diff",
            "2031-04/attendance/odric-fennimoor",
            "--from",
            "2031-04-02",
            "--to",
            "2031-04-07",
            "--format",
            "markdown"
        );

        Assert.Contains("| 2031-04/attendance/odric-fennimoor | ~~confirmed", run.Output);
        Assert.Contains("| **declined", run.Output);
        Assert.DoesNotContain("****", run.Output);
        Assert.DoesNotContain("~~~~", run.Output);
    }

    [Theory]
    [InlineData("--from is required", "--to", "2031-04-05")]
    [InlineData(
        "--known-by: the bounds on this clock are --from and --to",
        "--from",
        "2031-04-02",
        "--to",
        "2031-04-05",
        "--known-by",
        "2031-04-05"
    )]
    [InlineData("'soon' is not a time", "--from", "soon", "--to", "2031-04-05")]
    public async Task A_comparison_without_two_sides_is_refused(string problem, params string[] options)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(["diff", "harbour", .. options]);

        Assert.Equal((2, ""), (run.Code, run.Output));
        if (problem != "--from is required")
            Assert.Contains(problem, run.Error);
    }

    private static JsonNode Parse(CommandRun run)
    {
        Assert.Equal((0, ""), (run.Code, run.Error));
        return JsonNode.Parse(run.Output)!;
    }

    private static SortedDictionary<string, string> Facts(JsonNode state) =>
        new(
            state["facts"]!
                .AsArray()
                .ToDictionary(fact => fact!["key"]!.GetValue<string>(), fact => fact!.ToJsonString()),
            StringComparer.Ordinal
        );

    private static SortedDictionary<string, string> Patch(SortedDictionary<string, string> facts, JsonArray changes)
    {
        foreach (var change in changes)
        {
            var (key, before, after) = (
                change!["key"]!.GetValue<string>(),
                change["before"]?.ToJsonString(),
                change["after"]?.ToJsonString()
            );
            Assert.Equal(facts.GetValueOrDefault(key), before);
            if (after is null)
                facts.Remove(key);
            else
                facts[key] = after;
        }

        return facts;
    }
}
