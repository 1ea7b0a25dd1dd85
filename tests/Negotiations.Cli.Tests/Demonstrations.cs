using System.Text.Json;

namespace Negotiations.Cli.Tests;

public class Demonstrations
{
    [Fact]
    public async Task It_replays_shows_the_day_of_the_seeds_and_compares_the_clocks()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var seeds = Seeds();

        var run = await store.RunAsync("demo", "--seeds", seeds.ResolvePath());

        Assert.Equal(0, run.Code);
        Assert.Contains("courier-2031-04-02", run.Error);
        Assert.Contains("What was known by the end of 5 April 2031 (Pacific/Auckland)", run.Output);
        Assert.Matches(@"known by the end of 5 April 2031, .*\n.*\n? *happened by the end of 5 April 2031", run.Output);
        Assert.Contains("before lantern-mail-2031-04-05 came in", Unwrapped(run.Output));
    }

    [Fact]
    public async Task Its_clocks_really_differ()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var seeds = Seeds();

        var run = await store.RunAsync("demo", "--seeds", seeds.ResolvePath(), "--format", "json");

        using var demo = JsonDocument.Parse(run.Output);
        var clocks = demo.RootElement.GetProperty("clocks").EnumerateArray().ToList();
        Assert.Equal(4, clocks.Count);
        Assert.True(clocks.Select(clock => clock.GetProperty("facts").GetInt32()).Distinct().Count() >= 3);
    }

    [Fact]
    public async Task The_same_again_gives_the_same()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var seeds = Seeds();

        var first = await store.RunAsync("demo", "--seeds", seeds.ResolvePath(), "--format", "markdown");
        var second = await store.RunAsync("demo", "--seeds", seeds.ResolvePath(), "--format", "markdown");

        Assert.Equal(first.Output, second.Output);
    }

    [Theory]
    [InlineData("{ \"talk\": 1 }", "demo.json:1: ")]
    [InlineData("{", "demo.json:1: ")]
    [InlineData("{ \"talks\": \"airport\" }", "there is no negotiation 'airport'")]
    [InlineData("{ \"knownBy\": \"soon\" }", "known-by: 'soon' is not a time")]
    public async Task Settings_that_cannot_be_read_are_refused(string settings, string problem)
    {
        await using var store = await SampleStore.EmptyAsync();
        using var seeds = Seeds(settings);

        var run = await store.RunAsync("demo", "--seeds", seeds.ResolvePath());

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(problem, run.Error);
    }

    private static TemporaryFolder Seeds(string settings = """{ "talks": "harbour", "knownBy": "2031-04-05" }""")
    {
        var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.Harbour, "*.yaml"))
            File.Copy(file, folder.ResolvePath(Path.GetFileName(file)));
        folder.Write("demo.json", settings);
        return folder;
    }

    private static string Unwrapped(string text) =>
        string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
