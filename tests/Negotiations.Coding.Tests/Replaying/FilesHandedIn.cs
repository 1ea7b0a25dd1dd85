namespace Negotiations.Coding.Tests;

public sealed class FilesHandedIn : IDisposable
{
    private readonly Lake lake = new();

    public void Dispose() => lake.Dispose();

    [Fact]
    public async Task A_file_comes_to_what_a_replay_makes_of_it()
    {
        using var other = new Lake();
        await other.ReplayAsync();
        await DefineAsync();

        var decision = await DecideAsync(LakeTalks.Article);
        await lake.Store.AppendAsync(decision.Stream, decision.ExpectedVersion, decision.Append);

        Assert.Equal(
            other.Store.Log.Select(recorded => (recorded.Id, recorded.Stream, recorded.Version)),
            lake.Store.Log.Select(recorded => (recorded.Id, recorded.Stream, recorded.Version))
        );
        Assert.Empty((await DecideAsync(LakeTalks.Article)).Append);
    }

    [Fact]
    public async Task Further_reports_are_added_and_those_that_the_file_leaves_out_are_not_gone()
    {
        await lake.ReplayAsync();
        lake.AddArticle("ledger", "2031-04-03");
        await lake.ReplayAsync();
        lake.AddArticle("ledger", "2031-04-03", report: "second-thought", act: "second-thought");
        var file = await ReadAsync(File.ReadAllText(lake.Folder.ResolvePath("ledger.yaml")));
        var stream = await lake.Store.ReadStreamAsync(file.Article.Stream);

        var (alone, _) = await FileIntake.DecideAsync(lake.Store, stream, file);
        var (added, _) = await FileIntake.DecideAsync(
            lake.Store,
            stream,
            file with
            {
                Article = file.Article.AddedTo(stream),
            }
        );

        Assert.Equal("ledger#ledger-offer", Assert.Single(alone.Differences).Where);
        Assert.Empty(added.Differences);
        Assert.Equal("second-thought", ((Report)Assert.Single(added.Append).Event).Id);
    }

    [Fact]
    public async Task Who_is_overtaken_between_the_looks_at_the_stream_and_at_the_talks_is_told_so()
    {
        await DefineAsync();
        var file = await ReadAsync(LakeTalks.Article);
        var before = await lake.Store.ReadStreamAsync(file.Article.Stream);
        var (decision, _) = await FileIntake.DecideAsync(lake.Store, before, file);
        await lake.Store.AppendAsync(decision.Stream, decision.ExpectedVersion, decision.Append);

        await Assert.ThrowsAsync<ConcurrencyException>(() => FileIntake.DecideAsync(lake.Store, before, file));
    }

    [Fact]
    public async Task Errors_name_the_file_by_the_name_that_it_is_handed_in_with()
    {
        await DefineAsync();

        var exception = await Assert.ThrowsAsync<CodingException>(() => ReadAsync("article: [", "by-post"));

        Assert.All(exception.Errors, error => Assert.Equal("by-post", error.File));
    }

    [Fact]
    public void The_name_of_a_file_is_all_that_a_log_says_of_it() =>
        Assert.Equal("RecordArticle by-post", $"RecordArticle {new SubmittedFile("by-post", "what somebody said")}");

    private async Task DefineAsync()
    {
        var batch = await CodedFiles.ReadAsync([new SubmittedFile("lake", LakeTalks.Negotiation)], _ =>
            Task.FromResult<NegotiationDefined?>(null)
        );
        var decision = NegotiationIntake.Decide(new(0, []), Assert.Single(batch.Definitions).Definition);
        await lake.Store.AppendAsync(decision.Stream, 0, decision.Append);
    }

    private async Task<CodedFile> ReadAsync(string text, string name = "herald") =>
        Assert.Single(
            (
                await CodedFiles.ReadAsync([new SubmittedFile(name, text)], talks =>
                    FileIntake.ReadDefinitionAsync(lake.Store, talks)
                )
            ).Articles
        );

    private async Task<IntakeDecision> DecideAsync(string text)
    {
        var file = await ReadAsync(text);
        return (
            await FileIntake.DecideAsync(lake.Store, await lake.Store.ReadStreamAsync(file.Article.Stream), file)
        ).Decision;
    }
}
