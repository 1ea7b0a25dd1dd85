using Npgsql;

namespace Negotiations.Store;

/// <summary>Reads the part of what is recorded of a negotiation that bears on some events, acts or facts.</summary>
/// <remarks>
/// Every report is read that tells of an act which bears on a fact in question, with the version in which it stands. Of
/// an
/// article with corrections, links, several versions or erased events, everything is read, and of those that are one
/// text
/// with it: what is known of a report hangs on these.
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

    private const string ActsOfKeys = """
        with recursive told (act) as (
          select c.act from unnest(@keys::varchar[]) k (key) join public.negotiations_fact_claims c
              on c.build = @build and c.key = k.key collate "C"
          union select unnest(@acts::varchar[]) collate "C"
          union select o.later from told t join public.negotiations_fact_orders o
                   on o.build = @build and o.earlier = t.act)
        select act from told
        """;

    private const string KeysThatBegin = """
        select distinct c.key from public.negotiations_fact_claims c
         where c.build = @build and c.key >= @part collate "C" and c.key < @after collate "C" and c.key <> ''
        """;

    private const string AllKeys = """
        select distinct c.key from public.negotiations_fact_claims c where c.build = @build and c.key <> ''
        """;

    private const string ReportsOfActs = """
        select distinct c.article, c.position from unnest(@acts::varchar[]) a (act)
          join public.negotiations_fact_claims c on c.build = @build and c.act = a.act collate "C"
        """;

    // An article of one version and nothing else but reports needs no more than that version.
    private const string SourcesOfArticles = """
        select s.article, min(s.position), count(*) from unnest(@articles::varchar[]) a (article)
          join public.negotiations_fact_sources s on s.build = @build and s.article = a.article collate "C"
         group by s.article
        """;

    /// <summary>What is kept already and bears on the next events of a negotiation.</summary>
    public async Task<NegotiationLog> ReadAsync(IReadOnlyList<RecordedEvent> next, CancellationToken cancellationToken)
    {
        // An event of the negotiation's own can bear on all facts.
        if (next.Any(recorded => !StreamName.IsArticle(recorded.Stream)) && position > 0)
            return await ReadAllIfOtherwiseComparedAsync(next, cancellationToken);
        return await ReadTouchedAsync(next, cancellationToken);
    }

    private async Task<NegotiationLog> ReadAllIfOtherwiseComparedAsync(
        IReadOnlyList<RecordedEvent> next,
        CancellationToken cancellationToken
    )
    {
        var own = await ReadStreamsAsync([], cancellationToken);
        var definition = new NegotiationLog(new(position, null), own).Definition;
        foreach (var later in next.Select(recorded => recorded.Event).OfType<NegotiationDefined>())
        {
            if (later.Erased || FactKeeper.IsOtherwiseCompared(definition, later))
            {
                var streams = await ReadTextsAsync(
                    "select id from public.mt_streams where id = @own or starts_with(id, @articles)",
                    [
                        new("own", StreamName.ForNegotiation(negotiation)),
                        new("articles", StreamName.PrefixForArticles(negotiation)),
                    ],
                    cancellationToken
                );
                return new(
                    new(position, null),
                    await EventReader.StreamsAsync(connection, streams, position, cancellationToken)
                );
            }
        }

        return await ReadTouchedAsync(next, cancellationToken);
    }

    private async Task<NegotiationLog> ReadTouchedAsync(
        IReadOnlyList<RecordedEvent> next,
        CancellationToken cancellationToken
    )
    {
        var articles = next.Select(recorded => StreamName.ParseArticle(recorded.Stream))
            .Concat(next.Select(recorded => recorded.Event).OfType<ArticlesLinked>().Select(link => link.Other))
            .OfType<string>()
            .Distinct()
            .ToList();
        var touched = await ReadStreamsAsync(await FindTextsAsync(articles, cancellationToken), cancellationToken);
        var told = FactIndex.ReadAlong(new(new(position, null), touched), next);
        var keys = await ReadTextsAsync(KeysOfActs, [new("acts", told.Acts.ToArray())], cancellationToken);
        return await ReadAsync([.. told.Keys.Union(keys)], [.. told.Acts], touched, cancellationToken);
    }

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
    public async Task<IReadOnlyList<string>> FindKeysOfAsync(NegotiationLog log, CancellationToken cancellationToken)
    {
        var told = new FactIndex();
        foreach (var history in log.Timeline.Reports)
            told.Add(history);
        return await ReadTextsAsync(KeysOfActs, [new("acts", told.Acts.ToArray())], cancellationToken);
    }

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
    public async Task<NegotiationLog> ReadAsync(string[] keys, CancellationToken cancellationToken) =>
        await ReadAsync(keys, [], await ReadStreamsAsync([], cancellationToken), cancellationToken);

    private async Task<NegotiationLog> ReadAsync(
        string[] keys,
        string[] told,
        IReadOnlyList<RecordedEvent> touched,
        CancellationToken cancellationToken
    )
    {
        var acts = await ReadTextsAsync(ActsOfKeys, [new("keys", keys), new("acts", told)], cancellationToken);
        var reports = await ReadReportsAsync(acts, cancellationToken);
        var (simple, whole) = await FindSourcesAsync(
            [.. reports.Select(report => report.Article).Distinct()],
            cancellationToken
        );
        var texts = await FindTextsAsync(whole, cancellationToken);
        var streams = texts.Count == 0 ? [] : await ReadStreamsAsync(texts, cancellationToken);
        var positions = reports
            .Where(report => simple.ContainsKey(report.Article))
            .SelectMany(report => new[] { report.Position, simple[report.Article] })
            .Where(read => read <= position)
            .Distinct()
            .ToArray();
        var single = await EventReader.AtPositionsAsync(connection, negotiation, positions, cancellationToken);
        return new(
            new(position, null),
            [
                .. touched
                    .Concat(streams)
                    .Concat(single)
                    .DistinctBy(recorded => recorded.Position)
                    .OrderBy(recorded => recorded.Position),
            ]
        );
    }

    // The negotiation's own file belongs to every part.
    private Task<IReadOnlyList<RecordedEvent>> ReadStreamsAsync(
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

    private async Task<IReadOnlyList<string>> FindTextsAsync(
        IReadOnlyList<string> articles,
        CancellationToken cancellationToken
    ) =>
        articles.Count == 0
            ? []
            : await ReadTextsAsync(Texts, [new("articles", articles.ToArray())], cancellationToken);

    private async Task<(Dictionary<string, long> Simple, IReadOnlyList<string> Whole)> FindSourcesAsync(
        string[] articles,
        CancellationToken cancellationToken
    )
    {
        await using var command = CreateCommand(SourcesOfArticles, [new("articles", articles)]);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (simple, whole) = (new Dictionary<string, long>(StringComparer.Ordinal), new List<string>());
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetInt64(2) == 1)
                simple[reader.GetString(0)] = reader.GetInt64(1);
            else
                whole.Add(reader.GetString(0));
        }

        return (simple, whole);
    }

    private async Task<List<(string Article, long Position)>> ReadReportsAsync(
        IReadOnlyList<string> acts,
        CancellationToken cancellationToken
    )
    {
        await using var command = CreateCommand(ReportsOfActs, [new("acts", acts.ToArray())]);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var reports = new List<(string Article, long Position)>();
        while (await reader.ReadAsync(cancellationToken))
            reports.Add((reader.GetString(0), reader.GetInt64(1)));
        return reports;
    }

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
