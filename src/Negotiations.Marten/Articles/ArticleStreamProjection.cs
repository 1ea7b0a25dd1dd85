using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using Negotiations.Postgres;
using Npgsql;

namespace Negotiations.Marten;

/// <summary>Keeps what stands in the stream of an article, within the transaction that appends to it.</summary>
/// <remarks>
/// Others append as well, who know nothing of this document: the embedded store, an erasure. A document that does not go up to
/// the event before is made again from the whole stream.
/// </remarks>
internal sealed class ArticleStreamProjection(NpgsqlDataSource dataSource) : IProjection
{
    /// <summary>The name under which Marten knows it.</summary>
    public const string Name = "ArticleStream";

    // Opened once: it looks whether the database is a store's, which each new article would otherwise pay for.
    private PostgresEventStore? opened;

    public static void Register(StoreOptions options, NpgsqlDataSource dataSource)
    {
        options.Schema.For<ArticleStream>().DocumentAlias("article_stream").Identity(article => article.Stream);
        options.Projections.Add(
            new ArticleStreamProjection(dataSource), ProjectionLifecycle.Inline, Name, asynchronous => asynchronous.DeleteViewTypeOnTeardown<ArticleStream>());
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var group in events.Where(one => one.StreamKey is { } key && StreamName.IsArticle(key)).GroupBy(one => one.StreamKey!, StringComparer.Ordinal))
        {
            // Without a number they are about to be appended; a rebuild gives those that have one.
            var added = group.Where(one => one.Sequence == 0).ToList();
            var kept = added.Count > 0 ? await operations.LoadAsync<ArticleStream>(group.Key, cancellation) : null;
            if (kept is null || kept.Version != added[0].Version - 1) kept = await ReadAsync(operations, group.Key, cancellation);
            operations.Store(added.Aggregate(kept, (article, one) => article.With(article.Version + 1, one.Data as DomainEvent)));
        }
    }

    // Most articles are new: that is one look by a key, and much less than reading a stream that is not there.
    private async Task<ArticleStream> ReadAsync(IDocumentOperations operations, string stream, CancellationToken cancellation)
    {
        if (await operations.Events.FetchStreamStateAsync(stream, cancellation) is null) return new() { Stream = stream, Version = 0 };
        opened ??= await PostgresEventStore.OpenExistingAsync(dataSource, cancellation);
        return ArticleStream.Of(stream, await opened.ReadStreamAsync(stream, cancellation));
    }
}
