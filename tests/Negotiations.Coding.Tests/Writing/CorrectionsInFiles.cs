namespace Negotiations.Coding.Tests;

public sealed class CorrectionsInFiles : IDisposable
{
    private readonly Lake lake = new();

    public void Dispose() => lake.Dispose();

    [Fact]
    public async Task Edits_taken_in_as_corrections_are_written_and_read_again()
    {
        await lake.ReplayAsync();
        lake.Change("herald.yaml", "actor: President Brill", "actor: President Brill\n    side: Varland");
        await EditAsync();
        lake.Change("herald.yaml", "actor: President Brill\n    side: Varland", "actor: Ada Brill\n    side: Varland");
        await EditAsync();
        lake.Change("herald.yaml", "kind: announced", "sources: two officials");
        lake.Change("herald.yaml", "type: AttendanceDeclined", "type: AttendanceReported");
        await EditAsync();
        lake.Change("herald.yaml", "sources: two officials", "sources: three officials");
        await EditAsync();
        lake.Change("herald.yaml", "time: 2031-04-02T18:30", "time: 2031-04-02T18:31");
        await EditAsync();

        Assert.Equal(5, lake.Store.Log.Count(recorded => recorded.Event is Correction));
        await WrittenAgainAsync();
    }

    [Fact]
    public async Task A_change_of_the_type_takes_away_what_the_new_report_does_not_have()
    {
        await lake.ReplayAsync();
        lake.Change("herald.yaml", "kind: announced", "sources: two officials");
        lake.Change("herald.yaml", "type: AttendanceDeclined", "type: AttendanceReported");
        lake.Change("herald.yaml", "    precededBy: [offer]\n", "");
        await EditAsync();

        var again = await lake.ReplayAsync();

        Assert.Empty(again.Differences);
        Assert.All(again.Steps, step => Assert.Equal(0, step.Appended));
    }

    [Fact]
    public async Task A_link_is_taken_in_after_the_article_that_it_names_though_that_came_out_later()
    {
        lake.AddArticle("ledger", "2031-04-05");
        lake.Folder.Write(
            "herald.yaml",
            LakeTalks.Article
                + "\ncorrections:\n  - { id: one-text, by: coder, reason: the same words, link: ledger }\n"
        );

        Assert.Empty((await lake.ReplayAsync()).Differences);

        Assert.Contains(lake.Store.Log, recorded => recorded.Event is ArticlesLinked);
        await WrittenAgainAsync();
    }

    [Fact]
    public async Task Reports_keep_what_they_were_resolved_to_in_steps()
    {
        await lake.ReplayAsync();
        lake.Change("lake.yaml", "title: Lake talks", "title: Talks of the lake");
        lake.AddArticle("ledger", "2031-04-05");
        await lake.ReplayAsync();

        Assert.Equal(2, lake.Store.Log.Count(recorded => recorded.Event is NegotiationDefined));
        Written.SameLog(lake.Store, await Written.ReplayedInStepsAsync(WrittenFile.InSteps(await LogAsync())));
    }

    private async Task EditAsync() =>
        Assert.Empty(
            (await Replay.RunAsync(lake.Store, [lake.Folder.Path], edits: new("read again", "the coder"))).Differences
        );

    private async Task WrittenAgainAsync()
    {
        Written.SameLog(lake.Store, await Written.ReplayedInStepsAsync(WrittenFile.InSteps(await LogAsync())));
        Written.SameEvents(lake.Store, await Written.ReplayedAsync(WrittenFile.WriteAll(await LogAsync())));
    }

    private Task<NegotiationLog> LogAsync() => lake.Store.ReadLogAsync("lake", recordedBy: null);
}
