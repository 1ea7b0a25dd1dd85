using Npgsql;

namespace Negotiations.Store;

/// <summary>Reads the part of what is recorded of a negotiation that bears on some events, acts or facts.</summary>
/// <remarks>
/// Every report is read that tells of an act which bears on a fact in question, with the version in which it stands. Of
/// an article with corrections, links, several versions or erased events, everything is read, and of those that are one
/// text with it: what is known of a report hangs on these.
/// </remarks>
/// <param name="connection">An open connection.</param>
/// <param name="build">Number of the making of the facts, which knows what bears on what.</param>
/// <param name="negotiation">Identifier of the negotiation.</param>
/// <param name="position">The position up to which events are read.</param>
internal sealed class FactPart(NpgsqlConnection connection, long build, string negotiation, long position)
{
    private const string Texts = """
        with recursive text (article) as (
          select unnest(@articles::varchar[]) collate "C"
          union select s.other from text t join public.negotiations_fact_sources s
                   on s.build = @build and s.article = t.article and s.other is not null)
        select article from text
        """;

    private const string KeysOfActs = """
        with recursive told (act) as (
          select unnest(@acts::varchar[]) collate "C"
          union select o.earlier from told t join public.negotiations_fact_orders o
                   on o.build = @build and o.later = t.act)
        select distinct c.key from told t join public.negotiations_fact_claims c
            on c.build = @build and c.act = t.act where c.key <> ''
        """;

    // One look-up by key after the other ("offset 0"): what is joined can be all that is kept of a large negotiation.
    private const string Reach = """
        with recursive before (act) as (
          select unnest(@acts::varchar[]) collate "C"
          union select o.earlier from before b cross join lateral (
                  select o.earlier from public.negotiations_fact_orders o
                   where o.build = @build and o.later = b.act offset 0) o),
        known (key) as (
          select unnest(@keys::varchar[]) collate "C"
          union select c.key from before b cross join lateral (
                  select c.key from public.negotiations_fact_claims c
                   where c.build = @build and c.act = b.act and c.key <> '' offset 0) c),
        told (act) as (
          select unnest(@acts::varchar[]) collate "C"
          union select c.act from known k cross join lateral (
                  select c.act from public.negotiations_fact_claims c
                   where c.build = @build and c.key = k.key offset 0) c
          union select o.later from told t cross join lateral (
                  select o.later from public.negotiations_fact_orders o
                   where o.build = @build and o.earlier = t.act offset 0) o),
        reports (article, position) as materialized (
          select distinct c.article, c.position from told t cross join lateral (
                 select c.article, c.position from public.negotiations_fact_claims c
                  where c.build = @build and c.act = t.act offset 0) c)
        select a.article, s.count = 1, case when s.count = 1 then a.positions || s.first else a.positions end
          from (select r.article, array_agg(r.position) as positions from reports r group by r.article) a
         cross join lateral (
           select min(s.position) as first, count(*) as count from public.negotiations_fact_sources s
            where s.build = @build and s.article = a.article offset 0) s
         where s.count > 0
        """;

    private const string KeysThatBegin = """
        select distinct c.key from public.negotiations_fact_claims c
         where c.build = @build and c.key >= @part collate "C" and c.key < @after collate "C" and c.key <> ''
        """;

    private const string AllKeys = """
        select distinct c.key from public.negotiations_fact_claims c where c.build = @build and c.key <> ''
        """;

    /// <summary>The keys of facts of which something is or was claimed or denied, with a part of a key in
    /// them.</summary>
    public async Task<string[]> FindKeysAsync(string part, CancellationToken cancellationToken)
    {
        // What a key begins with is looked up; segments within a key are looked for among all.
        var begins = await ReadTextsAsync(
            KeysThatBegin,
            [new("part", part), new("after", part + char.MaxValue)],
            cancellationToken
        );
        return part.Length > 0 && begins.Count > 0 && part.Contains('/')
            ? [.. begins]
            : [.. (await ReadTextsAsync(AllKeys, [], cancellationToken)).Where(key => FactKeys.Admits(key, part))];
    }

    /// <summary>The facts on which the reports of articles bear, as keys.</summary>
    public async Task<IReadOnlyList<string>> FindKeysOfAsync(NegotiationLog log, CancellationToken cancellationToken) =>
        FactIndex.Read(log).Acts.ToArray() is { Length: > 0 } acts
            ? await ReadTextsAsync(KeysOfActs, [new("acts", acts)], cancellationToken)
            : [];

    /// <summary>Articles, with those that are one text with them.</summary>
    public async Task<NegotiationLog> ReadArticlesAsync(
        IReadOnlyList<string> articles,
        CancellationToken cancellationToken
    ) =>
        new(
            new(position, null),
            articles.Count == 0
                ? []
                : await ReadStreamsAsync(await FindTextsAsync(articles, cancellationToken), cancellationToken)
        );

    /// <summary>What bears on facts.</summary>
    public async Task<NegotiationLog> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        var reach = await FindReachAsync([], keys, cancellationToken);
        var texts = await FindTextsAsync(
            [.. reach.Where(one => !one.IsSimple).Select(one => one.Article)],
            cancellationToken
        );
        var streams = await ReadStreamsAsync(texts, cancellationToken);
        var positions = reach.Where(one => one.IsSimple).SelectMany(one => one.Positions);
        return new(
            new(position, null),
            [
                .. streams
                    .Concat(await ReadPositionsAsync([.. positions], cancellationToken))
                    .DistinctBy(recorded => recorded.Position)
                    .OrderBy(recorded => recorded.Position),
            ]
        );
    }

    /// <summary>The reports that bear on what acts and facts are, by article.</summary>
    /// <param name="acts">The acts; what bears on the facts on which they bear belongs to it.</param>
    /// <param name="keys">The facts.</param>
    /// <param name="cancellationToken">Cancels the look for them.</param>
    public async Task<IReadOnlyList<ArticleReach>> FindReachAsync(
        string[] acts,
        string[] keys,
        CancellationToken cancellationToken
    )
    {
        await using var command = CreateCommand(Reach, [new("acts", acts), new("keys", keys)]);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var reach = new List<ArticleReach>();
        while (await reader.ReadAsync(cancellationToken))
            reach.Add(new(reader.GetString(0), reader.GetBoolean(1), reader.GetFieldValue<long[]>(2)));
        return reach;
    }

    /// <summary>Events at positions.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> ReadPositionsAsync(
        long[] positions,
        CancellationToken cancellationToken
    ) =>
        positions.Length == 0
            ? []
            : await EventReader.AtPositionsAsync(
                connection,
                negotiation,
                [.. positions.Where(read => read <= position)],
                cancellationToken
            );

    /// <summary>Everything.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> ReadAllAsync(CancellationToken cancellationToken) =>
        await EventReader.StreamsAsync(
            connection,
            await ReadTextsAsync(
                "select id from public.mt_streams where id = @own or starts_with(id, @articles)",
                [
                    new("own", StreamName.ForNegotiation(negotiation)),
                    new("articles", StreamName.PrefixForArticles(negotiation)),
                ],
                cancellationToken
            ),
            position,
            cancellationToken
        );

    /// <summary>Whole articles, with the negotiation's own file, which belongs to every part.</summary>
    public Task<IReadOnlyList<RecordedEvent>> ReadStreamsAsync(
        IReadOnlyList<string> articles,
        CancellationToken cancellationToken
    ) =>
        EventReader.StreamsAsync(
            connection,
            articles
                .Select(article => StreamName.ForArticle(negotiation, article))
                .Prepend(StreamName.ForNegotiation(negotiation)),
            position,
            cancellationToken
        );

    /// <summary>Articles that are one text with others, with these.</summary>
    public async Task<IReadOnlyList<string>> FindTextsAsync(
        IReadOnlyList<string> articles,
        CancellationToken cancellationToken
    ) =>
        articles.Count == 0
            ? []
            : await ReadTextsAsync(Texts, [new("articles", articles.ToArray())], cancellationToken);

    private async Task<IReadOnlyList<string>> ReadTextsAsync(
        string sql,
        NpgsqlParameter[] parameters,
        CancellationToken cancellationToken
    )
    {
        await using var command = CreateCommand(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            texts.Add(reader.GetString(0));
        return texts;
    }

    private NpgsqlCommand CreateCommand(string sql, NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection) { Parameters = { new("build", build) } };
        command.Parameters.AddRange(parameters);
        return command;
    }
}

/// <summary>The reports of an article that bear on something.</summary>
/// <param name="Article">Identifier of the article.</param>
/// <param name="IsSimple">Whether the article has one version and nothing else but reports: then nothing but that
/// version is needed to know what a report says.</param>
/// <param name="Positions">Positions of the reports; of a simple article that of the version too.</param>
internal sealed record ArticleReach(string Article, bool IsSimple, long[] Positions);
