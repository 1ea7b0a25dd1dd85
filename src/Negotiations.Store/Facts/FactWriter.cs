using Npgsql;
using NpgsqlTypes;

namespace Negotiations.Store;

/// <summary>Writes what events make of the facts.</summary>
/// <param name="connection">An open connection, in a transaction.</param>
/// <param name="build">Number of the making of the facts.</param>
internal sealed class FactWriter(NpgsqlConnection connection, long build)
{
    private const string Claims = """
        insert into public.negotiations_fact_claims (build, act, key, position, article)
        select @build, a.act, a.key, a.position, a.article
          from unnest(@acts::varchar[], @keys::varchar[], @positions::bigint[], @articles::varchar[])
                 a (act, key, position, article)
        on conflict do nothing
        """;

    private const string Orders = """
        insert into public.negotiations_fact_orders (build, earlier, later)
        select @build, o.earlier, o.later from unnest(@earlier::varchar[], @later::varchar[]) o (earlier, later)
        on conflict do nothing
        """;

    private const string Sources = """
        insert into public.negotiations_fact_sources (build, article, position, other)
        select @build, s.article, s.position, s.other
          from unnest(@articles::varchar[], @positions::bigint[], @others::varchar[]) s (article, position, other)
        on conflict do nothing
        """;

    public async Task WriteAsync(IReadOnlyList<KeptStep> steps, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        AddClaims(batch, [.. steps.SelectMany(step => step.Claims)]);
        AddOrders(batch, [.. steps.SelectMany(step => step.Orders)]);
        AddSources(batch, [.. steps.Select(step => step.Recorded)]);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
        await new FactCounts(connection, build).WriteAsync(steps, cancellationToken);
        var revisions = steps.SelectMany(step => step.Revisions).ToList();
        if (revisions.Count > 0)
            await new FactPages(connection, build).LayAsync(revisions, steps[^1].Recorded.Position, cancellationToken);
    }

    private void AddClaims(NpgsqlBatch batch, IReadOnlyList<FactClaim> claims) =>
        Add(
            batch,
            Claims,
            claims.Count,
            [
                new("acts", claims.Select(claim => claim.Act).ToArray()),
                new("keys", claims.Select(claim => claim.Key).ToArray()),
                new("positions", claims.Select(claim => claim.Position).ToArray()),
                new("articles", claims.Select(claim => claim.Article).ToArray()),
            ]
        );

    private void AddOrders(NpgsqlBatch batch, IReadOnlyList<(string Earlier, string Later)> orders) =>
        Add(
            batch,
            Orders,
            orders.Count,
            [
                new("earlier", orders.Select(order => order.Earlier).ToArray()),
                new("later", orders.Select(order => order.Later).ToArray()),
            ]
        );

    /// <summary>The events of articles beside their reports.</summary>
    /// <remarks>A link stands on both sides, so that whoever comes from either finds the other.</remarks>
    public static IReadOnlyList<(string Article, long Position, string? Other)> ListSources(
        IReadOnlyList<RecordedEvent> events
    ) =>
        [
            .. events
                .Where(recorded => recorded.Event is not Report { Erased: false })
                .Select(recorded =>
                    (Article: StreamName.ParseArticle(recorded.Stream), recorded.Position, recorded.Event)
                )
                .Where(source => source.Article is not null)
                .SelectMany(source =>
                    source.Event is ArticlesLinked { Erased: false } link
                        ? new[]
                        {
                            (link.Article, source.Position, (string?)link.Other),
                            (link.Other, source.Position, link.Article),
                        }
                        : [(source.Article!, source.Position, null)]
                ),
        ];

    private void AddSources(NpgsqlBatch batch, IReadOnlyList<RecordedEvent> events)
    {
        var sources = ListSources(events);
        Add(
            batch,
            Sources,
            sources.Count,
            [
                new("articles", sources.Select(source => source.Article).ToArray()),
                new("positions", sources.Select(source => source.Position).ToArray()),
                new("others", NpgsqlDbType.Array | NpgsqlDbType.Varchar)
                {
                    Value = sources.Select(source => source.Other).ToArray(),
                },
            ]
        );
    }

    private void Add(NpgsqlBatch batch, string sql, int rows, NpgsqlParameter[] parameters)
    {
        if (rows == 0)
            return;
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new("build", build) } };
        command.Parameters.AddRange(parameters);
        batch.BatchCommands.Add(command);
    }
}
