using System.Text.Json;

namespace Negotiations.Cli.Tests;

public class Verifications
{
    [Fact]
    public async Task Every_answer_is_the_one_that_the_streams_give()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var (path, _) = folder.Edit("courier-2031-04-02.yaml", "durationDays: 10", "durationDays: 12");
        await store.RunAsync("replay", path, "--as-corrections", "--reason", "misread");

        var run = await store.RunAsync("replay", "--verify");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Matches(@"^harbour: \d+ answers at position \d+: the same as its streams give\.\n$", run.Output);
    }

    [Fact]
    public async Task What_the_answers_miss_of_a_stream_is_named()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.ExecuteAsync("alter table mt_events drop constraint fkey_mt_events_stream_id");
        await store.ExecuteAsync("delete from mt_streams where id = 'article/harbour/quayside-record-2031-04-07'");

        var run = await store.RunAsync("replay", "--verify", "--format", "json");

        Assert.Equal((1, "negotiations: the store answers otherwise than its streams\n"), (run.Code, run.Error));
        using var result = JsonDocument.Parse(run.Output);
        var differences = result
            .RootElement.GetProperty("verified")[0]
            .GetProperty("differences")
            .EnumerateArray()
            .ToList();
        Assert.Contains(differences, difference =>
            difference.GetProperty("where").GetString()!.StartsWith("position ", StringComparison.Ordinal)
        );
        Assert.Contains(differences, difference =>
            difference.GetProperty("where").GetString() == "2031-04/attendance/odric-fennimoor"
        );
    }

    [Fact]
    public async Task A_verification_takes_no_files()
    {
        var run = await CommandRun.ExecuteAsync("replay", Repository.Harbour, "--verify");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("--verify takes no files", run.Error);
    }
}
