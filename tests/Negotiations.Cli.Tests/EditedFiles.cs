namespace Negotiations.Cli.Tests;

public class EditedFiles
{
    [Fact]
    public async Task Edits_are_taken_in_as_the_corrections_that_they_are()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        using var folder = new TemporaryFolder();
        var events = await store.CountAsync();
        var (path, _) = folder.Edit("courier-2031-04-02.yaml", "durationDays: 10", "durationDays: 12");

        var run = await store.RunAsync("replay", path, "--as-corrections", "--reason", "misread", "--who", "B. Reader");
        var again = await store.RunAsync("replay", path);
        var state = await store.RunAsync("state", "harbour", "2031-04/ceasefire", "--format", "json");

        Assert.Equal((0, "", events + 1), (run.Code, run.Error, await store.CountAsync()));
        Assert.Equal((0, ""), (again.Code, again.Error));
        Assert.Contains("\"durationDays\": 12", state.Output);
    }

    [Theory]
    [InlineData("--as-corrections", "--as-corrections needs a --reason")]
    [InlineData("--reason=misread", "--reason and --who go with --as-corrections")]
    public async Task An_edit_is_taken_in_with_its_reason_only(string option, string problem)
    {
        await using var store = await SampleStore.OfHarbourAsync();

        var run = await store.RunAsync("replay", Repository.Harbour, option);

        Assert.Equal(new CommandRun(2, "", $"negotiations: {problem}\n"), run);
    }

    [Fact]
    public async Task An_edit_that_is_no_correction_is_refused()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        using var folder = new TemporaryFolder();
        var events = await store.CountAsync();
        var (path, _) = folder.Edit("courier-2031-04-02.yaml", "title: Union offers Tidewell talks", "title: Another title");

        var run = await store.RunAsync("replay", path, "--as-corrections", "--reason", "misread");

        Assert.Equal((1, events), (run.Code, await store.CountAsync()));
        Assert.Contains("These edits are no corrections", run.Error);
    }
}
