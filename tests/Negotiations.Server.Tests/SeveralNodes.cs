using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Negotiations.Coding;
using Xunit.Abstractions;

namespace Negotiations.Server.Tests;

/// <summary>
/// Several servers on one database share the work: when the one that keeps the facts ready is killed, another takes
/// over, and nothing is lost or done twice. <c>NEGOTIATIONS_KILLS</c> sets how often in a row.
/// </summary>
public sealed class SeveralNodes(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Owner = """
        select coalesce((select node_id from wolverine.wolverine_node_assignments
                          where id::text like 'event-subscriptions:%' and node_id in (
                            select id from wolverine.wolverine_nodes)),
                        '00000000-0000-0000-0000-000000000000')
        """;

    private const string Reached = """
        select coalesce(max(last_seq_id), 0) from public.mt_event_progression where name like 'Facts:%'
        """;

    private const int ArticlesOfTalks = 300;

    private ImmutableList<ServerNode> nodes = [];
    private TestDatabase database = null!;

    private static int Kills =>
        int.Parse(Environment.GetEnvironmentVariable("NEGOTIATIONS_KILLS") ?? "2", CultureInfo.InvariantCulture);

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await RunningServer.MigrateAsync(database);
        while (nodes.Count < 3)
            nodes = nodes.Add(await ServerNode.StartAsync(database));
    }

    public async Task DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task When_the_one_that_keeps_the_facts_ready_is_killed_another_goes_on_from_there()
    {
        var corpus = new Corpus(() => nodes);
        using var end = new CancellationTokenSource();
        var writers = corpus.WriteAsync(end.Token);
        var listener = new WanderingListener(() => nodes);
        await corpus.AdvanceAsync();
        var talks = corpus.Talks.First();
        var listening = listener.ListenAsync(talks, end.Token);
        List<double> killed = [];
        for (var i = 0; i < Kills; i++)
        {
            var owner = await FindOwnerAsync();
            await corpus.AdvanceAsync();
            killed.Add(await TakeOverAsync(owner, owner.KillAsync));
            nodes = nodes.Add(await ServerNode.StartAsync(database));
        }

        var left = await TakeOverAsync(await FindOwnerAsync(), (await FindOwnerAsync()).StopAsync);
        await corpus.AdvanceAsync();
        await RunningServer.UntilAsync(
            async () => listener.Ids.Count >= (await ReadIdsAsync(talks)).Count,
            "whoever listens is told of everything"
        );
        await end.CancelAsync();
        await Task.WhenAll(writers, listening);
        var sorted = killed.Order().ToList();
        output.WriteLine(
            $"{Kills} kills: taken over after {sorted[sorted.Count / 2]:F1} s (median), {sorted[^1]:F1} s at most; "
                + $"after a stop by SIGTERM {left:F1} s; {corpus.Taken.Count} articles, {corpus.SentAgain} sent again; "
                + $"one who listened went {listener.Moves} times to another node"
        );

        await HoldAsync(corpus);
        var told = listener.Ids;
        Assert.Equal((await ReadIdsAsync(talks)).Take(told.Count), told);
    }

    // What whoever listens to a negotiation is to be told of, in this order.
    private async Task<IReadOnlyList<string>> ReadIdsAsync(string talks) =>
        [.. (await (await database.OpenStoreAsync()).ReadBatchesAsync(talks)).Select(batch => $"{batch.Proven}")];

    // How long until the daemon has gone on beyond all that was recorded when the node left, in seconds.
    private async Task<double> TakeOverAsync(ServerNode owner, Func<Task> leave)
    {
        await leave();
        nodes = nodes.Remove(owner);
        var since = Stopwatch.StartNew();
        var recorded = await database.QueryAsync<long>("select max(seq_id) from public.negotiations_record");
        await RunningServer.UntilAsync(
            async () => await database.QueryAsync<long>(Reached) > recorded,
            "another node keeps the facts ready"
        );
        await owner.DisposeAsync();
        return since.Elapsed.TotalSeconds;
    }

    private async Task<ServerNode> FindOwnerAsync()
    {
        ServerNode? owner = null;
        await RunningServer.UntilAsync(
            async () =>
            {
                var id = await database.QueryAsync<Guid>(Owner);
                owner = nodes.Find(node => node.Id == id);
                return owner is not null;
            },
            "one of the nodes keeps the facts ready"
        );
        return owner!;
    }

    private async Task HoldAsync(Corpus corpus)
    {
        await RunningServer.UntilAsync(
            async () => await database.QueryAsync<long>(RunningServer.MessagesUnderWay) == 0,
            "no message is under way"
        );
        await RunningServer.UntilAsync(
            async () =>
                await database.QueryAsync<long>("select count(*) from public.mt_doc_published_change")
                == corpus.Taken.Count,
            "every change is published"
        );
        Assert.Equal(0, await CountAsync("wolverine.wolverine_dead_letters"));
        Assert.Equal(corpus.Taken.Count, await CountAsync("wolverine.wolverine_queue_changes"));

        // Of each negotiation a definition, and of each article a version with two reports.
        var store = await database.OpenStoreAsync();
        Assert.Equal(corpus.Talks.Count + 3 * corpus.Taken.Count, (await store.ReadPositionAsync()).Position);
        await foreach (var fault in store.CheckChainAsync())
            Assert.Fail($"{fault}");
        foreach (var talks in corpus.Talks)
        {
            var streams = await store.ReadStreamNamesAsync(talks);
            Assert.Equal(
                corpus
                    .Taken.Where(article => article.Talks == talks)
                    .Select(article => StreamName.ForArticle(talks, Quarry.ArticleId(article.Number)))
                    .Order(StringComparer.Ordinal),
                streams.Where(stream => stream != StreamName.ForNegotiation(talks)).Order(StringComparer.Ordinal)
            );
            await HoldAsync(store, talks);
        }
    }

    // Every node gives the same answer under the same tag, which is that of the fold, and lists each change once.
    private async Task HoldAsync(MartenEventStore store, string talks)
    {
        var folded = Answer.To(new Question(talks), await store.ReadLogAsync(talks, recordedBy: null));
        var settled = (await store.ReadPositionAsync()).Position;
        foreach (var path in new[] { "state", $"state?recorded-by={settled - 3}", "changes", "feed.atom" })
        {
            List<(string? Tag, string Body)> answers = [];
            foreach (var node in nodes)
            {
                using var response = await node.Http.GetAsync($"/api/{talks}/{path}");
                var body = await response.Content.ReadAsStringAsync();
                // A feed says where it was asked for, and so does its tag: behind one name it is the same.
                answers.Add(
                    (
                        path == "feed.atom" ? null : response.Headers.ETag?.Tag,
                        body.Replace($"{node.Http.BaseAddress}", "/")
                    )
                );
            }

            Assert.Single(answers.Distinct());
            if (path == "state")
                Assert.Equal($"{AnswerJson.Write(folded.State)}\n", answers[0].Body);
            if (path == "changes")
            {
                var listed = JsonNode.Parse(answers[0].Body)!["changes"]!.AsArray();
                Assert.Equal(listed.Count, listed.Select(change => (long)change!["at"]!).Distinct().Count());
            }
        }
    }

    private Task<long> CountAsync(string table) => database.QueryAsync<long>($"select count(*) from {table}");

    /// <summary>Articles of invented talks that come in over HTTP, whichever nodes are there.</summary>
    private sealed class Corpus(Func<IReadOnlyList<ServerNode>> nodes)
    {
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

        private int sentAgain;

        public ConcurrentBag<(string Talks, int Number)> Taken { get; } = [];

        public ConcurrentQueue<string> Talks { get; } = [];

        public int SentAgain => sentAgain;

        /// <summary>Two clients write, until they are stopped.</summary>
        public Task WriteAsync(CancellationToken end) => Task.WhenAll(WriteOneAsync(0, end), WriteOneAsync(1, end));

        /// <summary>Waits until some more is taken in.</summary>
        public Task AdvanceAsync()
        {
            var before = Taken.Count;
            return RunningServer.UntilAsync(() => Task.FromResult(Taken.Count >= before + 4), "articles come in");
        }

        private async Task WriteOneAsync(int client, CancellationToken end)
        {
            while (!end.IsCancellationRequested)
            {
                var quarry = Quarry.New();
                await SendAsync(client, "/api/negotiations", quarry.Definition);
                Talks.Enqueue(quarry.Talks);
                for (var number = 1; number < ArticlesOfTalks && !end.IsCancellationRequested; number++)
                {
                    await SendAsync(client + number, "/api/articles", quarry.Article(number, 1, 2));
                    Taken.Add((quarry.Talks, number));
                    await Task.Delay(Pause, CancellationToken.None);
                }
            }
        }

        // To one node after the other, under one key, until one of them says that it is recorded.
        private async Task SendAsync(int first, string path, SubmittedFile coded)
        {
            var key = $"{Guid.NewGuid()}";
            for (var attempt = 0; ; attempt++)
            {
                var there = nodes().ToArray();
                try
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, path);
                    request.Headers.Add("Idempotency-Key", key);
                    request.Content = new StringContent(coded.Text, Encoding.UTF8, "application/yaml");
                    using var response = await there[(first + attempt) % there.Length].Http.SendAsync(request);
                    if (response.StatusCode == HttpStatusCode.OK)
                        return;
                    Assert.True(
                        response.StatusCode == HttpStatusCode.ServiceUnavailable,
                        await response.Content.ReadAsStringAsync()
                    );
                }
                catch (Exception exception)
                    when (exception is HttpRequestException or ObjectDisposedException or OperationCanceledException)
                {
                    // The node is killed, or stops.
                }

                Interlocked.Increment(ref sentAgain);
                await Task.Delay(Pause);
            }
        }
    }
}
