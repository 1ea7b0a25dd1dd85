using System.Diagnostics;
using Marten;
using Marten.Events;

namespace Negotiations.Bench;

/// <summary>Plain Marten, asked what it can be asked: the last word as of a timestamp of appending.</summary>
internal sealed class PlainMartenPeer(PlainMarten marten, NotedCorpus noted, int size, Figures figures, TimeSpan limit)
{
    public const string Append = "plain Marten: everything";
    public const string Rebuild = "plain Marten: rebuild of the rounds' documents";
    public const string Rounds = "plain Marten: rounds by the last word, random timestamp, `AggregateToManyAsync`";

    // It folds every event of the negotiation at each question.
    private const int MostEventsFolded = 150_000;
    private const int Enough = 500;

    private readonly Random random = new(size);
    private readonly List<DateTimeOffset> times = [];
    private readonly List<(string Stream, DateTimeOffset Appended)> articles = [];

    public async Task TakeAsync()
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var arrival in noted.Draw())
        {
            await AppendAsync(arrival);
            times.Add(DateTimeOffset.UtcNow);
            if (arrival.Version is not null && (articles.Count == 0 || random.Next(20) == 0))
                articles.Add((arrival.Stream, times[^1]));
        }

        figures.Add(AsOfMeasurement.Filling, Append, size, noted.Events / Stopwatch.GetElapsedTime(start).TotalSeconds);
        await using (var analyze = marten.Database.Source.CreateCommand("vacuum analyze"))
            await analyze.ExecuteNonQueryAsync();
        await RebuildAsync();
        await AskAsync(
            "plain Marten: an article by the last word, as of a timestamp, `AggregateStreamAsync`",
            async session =>
            {
                var (stream, appended) = random.Pick(articles);
                return await session.Events.AggregateStreamAsync<ArticleSoFar>(stream, timestamp: appended);
            }
        );
        var prefix = StreamName.PrefixForArticles(noted.Negotiation.Id);
        var canFold = noted.Events <= MostEventsFolded;
        await AskAsync(
            Rounds,
            canFold
                ? session =>
                    FoldAsync(session.Events.QueryAllRawEvents(), times[random.Next(times.Count / 2, times.Count)])
                : null
        );
        await AskAsync(
            "plain Marten: rounds by the last word, now, `AggregateToManyAsync`",
            canFold ? session => FoldAsync(session.Events.QueryAllRawEvents(), DateTimeOffset.MaxValue) : null
        );
        await AskAsync("plain Marten: a round by the last word, now, from its document", async session =>
            await session.LoadAsync<RoundSoFar>($"{noted.Negotiation.Id}/{noted.DrawBounds().Round.TrimEnd('/')}")
        );
        await WriteAsync();

        async Task<object?> FoldAsync(IQueryable<JasperFx.Events.IEvent> events, DateTimeOffset by)
        {
            var rounds = await events
                .Where(recorded => recorded.StreamKey!.StartsWith(prefix) && recorded.Timestamp <= by)
                .OrderBy(recorded => recorded.Sequence)
                .AggregateToManyAsync<RoundSoFar>();
            // A projection that saw nothing would be very fast.
            return rounds.Sum(round => round.Values) > 0 ? rounds : null;
        }
    }

    private async Task AppendAsync(Arrival arrival)
    {
        await using var session = marten.Documents.LightweightSession();
        session.Events.Append(arrival.Stream, arrival.Events.Select(added => added.Event));
        await session.SaveChangesAsync();
    }

    private async Task RebuildAsync()
    {
        using var daemon = await marten.Documents.BuildProjectionDaemonAsync();
        var start = Stopwatch.GetTimestamp();
        await daemon.RebuildProjectionAsync<RoundSoFar>(Timeout.InfiniteTimeSpan, CancellationToken.None);
        figures.Add(
            AsOfMeasurement.Filling,
            Rebuild,
            size,
            noted.Events / Stopwatch.GetElapsedTime(start).TotalSeconds
        );
    }

    private async Task AskAsync(string what, Func<IQuerySession, Task<object?>>? ask) =>
        figures.Add(
            AsOfMeasurement.Questions,
            what,
            size,
            ask is null ? null : await Samples.TakeAsync(limit, Enough, async _ =>
                {
                    await using var session = marten.Documents.QuerySession();
                    return await ask(session) is not null
                        ? true
                        : throw new InvalidOperationException($"{what}: nothing was found");
                })
        );

    private async Task WriteAsync()
    {
        var samples = new Samples();
        foreach (var arrival in Enumerable.Range(0, 60).Select(_ => noted.DrawArticle(20)).ToList())
        {
            var start = Stopwatch.GetTimestamp();
            await AppendAsync(arrival);
            samples.Add(Stopwatch.GetElapsedTime(start));
        }

        figures.Add(AsOfMeasurement.Writes, "plain Marten: an article of 20 reports, committed", size, samples);
    }
}
