namespace Negotiations.Coding.Tests;

public sealed class InterruptedReplays : IDisposable
{
    private readonly Lake lake = new();

    public void Dispose() => lake.Dispose();

    [Fact]
    public async Task Who_appends_in_between_makes_the_decision_anew()
    {
        // Somebody else brings the same files in while this replay is about to append the article.
        lake.Store.BeforeAppend = (stream, number) =>
            number == 2 ? Replay.RunAsync(lake.Store, [lake.Folder.Path]) : Task.CompletedTask;

        var result = await lake.ReplayAsync();

        Assert.Equal([("lake", 1), ("herald-1", 0)], result.Steps.Select(step => (step.Name, step.Appended)));
        Assert.Equal(9, lake.Store.Log.Count);
        Assert.Empty(result.Differences);
    }

    [Fact]
    public async Task Only_what_is_still_missing_is_appended_after_somebody_else_was_faster()
    {
        using var other = new Lake();
        var end = LakeTalks.Article.IndexOf("  - id: rook-comes", StringComparison.Ordinal);
        other.Folder.Write("herald.yaml", LakeTalks.Article[..end]);
        lake.Store.BeforeAppend = (_, number) =>
            number == 2 ? Replay.RunAsync(lake.Store, [other.Folder.ResolvePath("herald.yaml")]) : Task.CompletedTask;

        Assert.Equal([1, 1], (await lake.ReplayAsync()).Steps.Select(step => step.Appended));
        Assert.Equal("rook-comes", ((Report)lake.Store.Log[^1].Event).Id);
    }

    [Fact]
    public async Task Somebody_else_with_another_coding_stops_the_replay_at_that_file()
    {
        using var other = new Lake();
        other.Change("herald.yaml", "certainty: 5", "certainty: 1");
        lake.AddArticle("ledger", "2031-04-03");
        lake.Store.BeforeAppend = (_, number) =>
            number == 2 ? Replay.RunAsync(lake.Store, [other.Folder.ResolvePath("herald.yaml")]) : Task.CompletedTask;

        var result = await lake.ReplayAsync();

        Assert.Equal(new("herald-1#offer", "certainty", "1", "5"), Assert.Single(result.Differences));
        Assert.Equal(["lake"], result.Steps.Select(step => step.Name));
        Assert.DoesNotContain(lake.Store.Log, recorded => recorded.Stream.EndsWith("ledger"));
    }

    [Fact]
    public async Task A_round_that_somebody_else_drops_meanwhile_is_an_error_that_says_what_is_in()
    {
        lake.AddArticle("ledger", "2031-04-03");
        using var other = new Lake();
        other.Change("lake.yaml", "id: 2031-04", "id: 2031-05");
        lake.Store.BeforeAppend = (stream, _) =>
        {
            if (!stream.EndsWith("ledger", StringComparison.Ordinal))
                return Task.CompletedTask;
            lake.Store.BeforeAppend = null;
            return Replay.RunAsync(lake.Store, [other.Folder.ResolvePath("lake.yaml")]);
        };

        var failure = await Assert.ThrowsAsync<CodingException>(() => lake.ReplayAsync());

        Assert.Equal("events[0].round", Assert.Single(failure.Errors).Field);
        Assert.Equal(["lake.yaml", "herald.yaml"], failure.TakenIn.Select(step => Path.GetFileName(step.File)));
        Assert.DoesNotContain(lake.Store.Log, recorded => recorded.Stream.EndsWith("ledger", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_that_somebody_else_contradicts_meanwhile_is_an_error_although_no_stream_is_the_same()
    {
        // In the Herald, keel-declines follows varland-offers-talks.
        await Replay.RunAsync(lake.Store, [lake.Folder.ResolvePath("lake.yaml")]);
        using var other = new Lake();
        other.AddArticle("ledger", "2031-04-03", "refusal", "keel-declines");
        var report = File.ReadAllText(other.Folder.ResolvePath("ledger.yaml"));
        other.Folder.Write(
            "ledger.yaml",
            report
                + report[report.IndexOf("  - id: refusal", StringComparison.Ordinal)..]
                    .With("id: refusal", "id: offer")
                    .With("act: keel-declines", "act: varland-offers-talks\n    precededBy: [refusal]")
        );
        lake.Store.BeforeAppend = (_, _) =>
        {
            lake.Store.BeforeAppend = null;
            return Replay.RunAsync(lake.Store, [other.Folder.ResolvePath("ledger.yaml")]);
        };

        var failure = await Assert.ThrowsAsync<CodingException>(() => lake.ReplayAsync());

        Assert.Contains("contradict each other", Assert.Single(failure.Errors).Message);
        Assert.Empty(failure.TakenIn);
        Assert.DoesNotContain(lake.Store.Log, recorded => recorded.Stream == LakeTalks.Stream);
    }

    [Fact]
    public async Task The_store_is_read_once_however_many_files_there_are()
    {
        AddArticles("2031-04-03", "2031-04-04", "2031-04-05");

        var result = await lake.ReplayAsync();

        Assert.Equal([1, 8, 2, 2, 2], result.Steps.Select(step => step.Appended));
        Assert.Equal(1, lake.Store.NegotiationReads);
    }

    [Fact]
    public async Task Who_records_something_of_other_talks_in_between_makes_no_decision_wrong()
    {
        AddArticles("2031-04-01", "2031-04-03");
        using var other = new Lake();
        other.Folder.Write("lake.yaml", LakeTalks.Negotiation.With("negotiation: lake", "negotiation: pond"));
        lake.Store.BeforeAppend = (_, number) =>
            number == 2 ? Replay.RunAsync(lake.Store, [other.Folder.ResolvePath("lake.yaml")]) : Task.CompletedTask;

        // What the Herald says of the order of acts depends on all articles; the others on their own streams alone.
        Assert.Equal([1, 2, 8, 2], (await lake.ReplayAsync()).Steps.Select(step => step.Appended));
        Assert.Equal(2, lake.Store.NegotiationReads);
        Assert.Equal([0, 0, 0, 0], (await lake.ReplayAsync()).Steps.Select(step => step.Appended));
    }

    [Fact]
    public async Task Who_records_another_article_of_the_talks_in_between_is_read_where_orders_depend_on_it()
    {
        AddArticles("2031-04-01", "2031-04-03");
        using var other = new Lake();
        other.AddArticle("gazette", "2031-04-02", "refusal", "keel-declines");
        var report = File.ReadAllText(other.Folder.ResolvePath("gazette.yaml"));
        other.Folder.Write(
            "gazette.yaml",
            report
                + report[report.IndexOf("  - id: refusal", StringComparison.Ordinal)..]
                    .With("id: refusal", "id: offer")
                    .With("act: keel-declines", "act: varland-offers-talks\n    precededBy: [refusal]")
        );
        lake.Store.BeforeAppend = (_, number) =>
            number == 2 ? Replay.RunAsync(lake.Store, [other.Folder.ResolvePath("gazette.yaml")]) : Task.CompletedTask;

        var failure = await Assert.ThrowsAsync<CodingException>(() => lake.ReplayAsync());

        Assert.Contains("contradict each other", Assert.Single(failure.Errors).Message);
        Assert.Equal(["lake.yaml", "article-0.yaml"], failure.TakenIn.Select(step => Path.GetFileName(step.File)));
        Assert.DoesNotContain(lake.Store.Log, recorded => recorded.Stream == LakeTalks.Stream);
    }

    [Fact]
    public async Task A_stream_that_never_stands_still_ends_the_replay_with_its_name()
    {
        var attempts = 0;
        lake.Store.BeforeAppend = (stream, _) =>
        {
            if (stream != LakeTalks.Stream)
                return Task.CompletedTask;
            attempts++;
            throw new ConcurrencyException(stream, 0);
        };

        var failure = await Assert.ThrowsAsync<ContendedStreamException>(() => lake.ReplayAsync());

        Assert.Equal((100, LakeTalks.Stream), (attempts, failure.Stream));
        Assert.Contains($"'{LakeTalks.Stream}': in 100 attempts", failure.Message);
        Assert.Single(lake.Store.Log);
    }

    [Fact]
    public async Task A_replay_that_is_stopped_between_files_is_finished_by_another()
    {
        lake.AddArticle("ledger", "2031-04-03");
        using var stop = new CancellationTokenSource();
        lake.Store.BeforeAppend = (_, number) => number == 2 ? stop.CancelAsync() : Task.CompletedTask;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lake.ReplayAsync(cancellationToken: stop.Token));
        Assert.Equal(9, lake.Store.Log.Count);

        var result = await lake.ReplayAsync();

        Assert.Equal([0, 0, 2], result.Steps.Select(step => step.Appended));
    }

    [Fact]
    public async Task A_replay_that_a_failing_store_broke_off_is_finished_by_another()
    {
        lake.AddArticle("ledger", "2031-04-03");
        lake.Store.BeforeAppend = (_, number) =>
            number == 3 ? throw new IOException("the line is dead") : Task.CompletedTask;

        await Assert.ThrowsAsync<IOException>(() => lake.ReplayAsync());
        Assert.Equal(9, lake.Store.Log.Count);

        Assert.Equal([0, 0, 2], (await lake.ReplayAsync()).Steps.Select(step => step.Appended));
    }

    [Fact]
    public async Task A_replay_that_is_stopped_before_it_begins_appends_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            lake.ReplayAsync(cancellationToken: new CancellationToken(canceled: true))
        );

        Assert.Empty(lake.Store.Log);
    }

    private void AddArticles(params IReadOnlyList<string> times)
    {
        foreach (var (place, time) in times.Index())
            lake.AddArticle($"article-{place}", time, $"report-{place}", $"act-{place}");
    }
}
