namespace Negotiations.Cli.Tests;

public class CorrectionsAtOnce
{
    private static readonly string[] Reports =
    [
        "offer",
        "no-condition",
        "pause-proposed",
        "fennimoor-attends",
        "terrac-heads",
        "first-session",
        "senda-mediates",
        "talks-2030",
    ];

    [Fact]
    public async Task Eight_notices_on_one_article_are_all_recorded()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var runs = await Task.WhenAll(
            Reports.Select(report =>
                Task.Run(() =>
                    store.RunAsync(
                        "correct",
                        $"courier-2031-04-02#{report}",
                        "--retract",
                        "--by",
                        "publisher",
                        "--published",
                        "2031-04-08T20:00",
                        "--notice",
                        $"https://courier.example/notices/{report}",
                        "--reason",
                        "the desk erred"
                    )
                )
            )
        );

        Assert.All(runs, run => Assert.Equal((0, ""), (run.Code, run.Error)));
        Assert.Equal(0, (await store.RunAsync("audit", "--chain")).Code);
    }
}
