using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events;

namespace Negotiations.Bench;

/// <summary>Marten without this host, as somebody would write it who starts with its documentation.</summary>
/// <remarks>
/// The settings are Marten's own, but for streams that are named, as articles are, and for the serializer of the
/// events, so
/// that the same payloads are stored. What it answers is the last word appended: it knows one clock, that of appending.
/// </remarks>
public sealed class PlainMarten : IEngine
{
    private readonly DocumentStore documents;

    private PlainMarten(BenchDatabase database, DocumentStore documents) =>
        (Database, this.documents) = (database, documents);

    public BenchDatabase Database { get; }

    internal IDocumentStore Documents => documents;

    public static async Task<PlainMarten> CreateAsync(string connection)
    {
        var database = await BenchDatabase.CreateAsync(connection);
        var documents = DocumentStore.For(options =>
        {
            options.Connection(database.Connection);
            options.Events.StreamIdentity = StreamIdentity.AsString;
            options.UseSystemTextJsonForSerialization(EventJson.Options);
            options.Projections.LiveStreamAggregation<ArticleSoFar>();
            options.Projections.Add<RoundProjection>(ProjectionLifecycle.Async);
            // The daemon runs when it is asked to rebuild. Without this Marten writes a warning among the tables.
            options.Projections.AsyncMode = DaemonMode.ExternallyManaged;
        });
        await documents.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        return new(database, documents);
    }

    public Task FillAsync(DrawnHistory history, Times times) => times.TakeAsync(Measured.PlainAppend, async () =>
        {
            foreach (var arrival in history.Arrivals)
            {
                await using var session = documents.LightweightSession();
                session.Events.Append(arrival.Stream, arrival.Events.Select(added => added.Event));
                await session.SaveChangesAsync();
            }
        });

    public async Task RebuildAsync(Times times)
    {
        using var daemon = await documents.BuildProjectionDaemonAsync();
        await times.TakeAsync(Measured.PlainRebuild, () =>
            daemon.RebuildProjectionAsync<RoundSoFar>(Timeout.InfiniteTimeSpan, CancellationToken.None)
        );
    }

    public async Task AskAsync(DrawnHistory history, Times times)
    {
        await using var session = documents.QuerySession();
        var stream = Halfway.Find(history).Stream;
        var middle = (await session.Events.FetchStreamStateAsync(stream))!.LastTimestamp;
        ArticleSoFar? article = null;
        IReadOnlyList<RoundSoFar> before = [],
            rounds = [],
            kept = [];
        await times.TakeAsync(Measured.PlainArticleByMiddle, async () =>
            article = await session.Events.AggregateStreamAsync<ArticleSoFar>(stream, timestamp: middle)
        );
        await times.TakeAsync(Measured.PlainRoundsByMiddle, async () =>
            before = await session
                .Events.QueryAllRawEvents()
                .Where(recorded => recorded.Timestamp <= middle)
                .OrderBy(recorded => recorded.Sequence)
                .AggregateToManyAsync<RoundSoFar>()
        );
        await times.TakeAsync(Measured.PlainRounds, async () =>
            rounds = await session
                .Events.QueryAllRawEvents()
                .OrderBy(recorded => recorded.Sequence)
                .AggregateToManyAsync<RoundSoFar>()
        );
        await times.TakeAsync(Measured.PlainRoundsKept, async () =>
            kept = await session.Query<RoundSoFar>().ToListAsync()
        );
        Check(article, before, rounds, kept);
    }

    // A projection that saw nothing would be very fast.
    private static void Check(
        ArticleSoFar? article,
        IReadOnlyList<RoundSoFar> before,
        IReadOnlyList<RoundSoFar> rounds,
        IReadOnlyList<RoundSoFar> kept
    )
    {
        var values = rounds.Sum(round => round.Values);
        if (
            article?.Title is null
            || before.Sum(round => round.Values) == 0
            || values == 0
            || kept.Sum(round => round.Values) != values
        )
            throw new InvalidOperationException("plain Marten's aggregates do not have what was appended");
    }

    public async ValueTask DisposeAsync()
    {
        await documents.DisposeAsync();
        await Database.DisposeAsync();
    }
}
