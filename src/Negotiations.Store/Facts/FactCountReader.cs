using NodaTime;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Reads what an answer counts, without reading the history.</summary>
internal static class FactCountReader
{
    // Whole stretches by their sums, and what is left over row by row; then what belongs to a batch that the question
    // sees only a part of.
    internal static readonly string Counts = $"""
        select coalesce(sum(reports), 0)::int, coalesce(sum(articles), 0)::int, coalesce(sum(corrections), 0)::int,
               (select coalesce(sum(t.erased), 0)::int from public.negotiations_fact_tallies t
                 where t.build = @build and t.known = '-9223372036854775808'::bigint and t.position <= @position),
               (select count(*)::int from public.negotiations_fact_vague_acts v
                 where int4range(v.earliest, v.latest) @> @day and v.build = @build
                   and v.known_from <= @known and v.known_until > @known
                   and v.position_from <= @position and v.position_until > @position)
          from (
            {FactCounts.Widths.Select(SumOfWidth).Aggregate((all, next) => $"{all}\n union all\n{next}")}
             union all
            select t.reports, t.articles, t.corrections from public.negotiations_fact_tallies t
             where t.build = @build and t.known >= ((@known >> {FactCounts.Widths[^1]}) << {FactCounts.Widths[^1]})
               and t.known <= @known and t.batch <= @position
             union all
            select t.reports, t.articles, t.corrections from public.negotiations_fact_tallies t
             where t.build = @build and t.position <= @position and t.known <= @known and t.erased = 0
               and t.batch = (select min(n.batch) from public.negotiations_fact_tallies n
                               where n.build = @build and n.batch > @position)) counted
        """;

    internal const string Assumed = """
        select a.article, a.published, a.known_from <= @known and a.known_until > @known
          from public.negotiations_fact_assumed a
         where a.build = @build and a.position_from <= @position and a.position_until > @position
           and a.known_from <= @known and a.known_until > @known
         union
        select a.article, a.published, false
          from public.negotiations_fact_assumed a
         where int8range(a.earliest, a.published_at) @> @known and a.build = @build
           and a.position_from <= @position and a.position_until > @position
        """;

    private const string Times = """
        select t.known from public.negotiations_fact_tallies t
         where t.build = @build and t.known > '-9223372036854775808'::bigint and t.position <= @position
         group by t.known order by t.known
        """;

    // All that is kept of the negotiation is read for it.
    private const string Rounds = """
        select v.round, min(v.known_from) from public.negotiations_fact_revisions v
         where v.build = @build and v.position <= @position and v.fact is not null
         group by v.round order by v.round collate "C"
        """;

    /// <summary>The numbers; without what is assumed.</summary>
    public static async Task<(int Reports, int Articles, int Corrections, int Erased, int UndatedLeftOut)> ReadAsync(
        NpgsqlConnection connection,
        long build,
        FactPoint point,
        CancellationToken cancellationToken
    )
    {
        await using var command = Create(connection, Counts, build, point);
        command.Parameters.Add(new NpgsqlParameter<int>("day", point.Day));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (
            reader.GetInt32(0),
            reader.GetInt32(1),
            reader.GetInt32(2),
            reader.GetInt32(3),
            point.IsBounded ? reader.GetInt32(4) : 0
        );
    }

    /// <summary>The publications that are assumed: those that are counted, and those that may have been out and are
    /// not.</summary>
    public static async Task<IReadOnlyList<(string Article, Publication Published, bool IsCounted)>> ReadAssumedAsync(
        NpgsqlConnection connection,
        long build,
        FactPoint point,
        CancellationToken cancellationToken
    )
    {
        await using var command = Create(connection, Assumed, build, point);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var assumed = new List<(string Article, Publication Published, bool IsCounted)>();
        while (await reader.ReadAsync(cancellationToken))
            assumed.Add((reader.GetString(0), FactCounts.Read(reader.GetString(1)), reader.GetBoolean(2)));
        return assumed;
    }

    /// <summary>The times at which something became known up to a position, in order.</summary>
    /// <remarks>
    /// One at which nothing is left, because a correction moved the publication, is among them: nothing changes there.
    /// </remarks>
    public static Task<IReadOnlyList<Instant>> ReadTimesAsync(
        NpgsqlConnection connection,
        long build,
        long position,
        CancellationToken cancellationToken
    ) => ListAsync(connection, Times, build, position, row => ReadTime(row, 0), cancellationToken);

    /// <summary>The rounds of which something was known up to a position, and since when.</summary>
    /// <remarks>One of which nothing is left, because of a correction, is among them.</remarks>
    public static Task<IReadOnlyList<(string Round, Instant Known)>> ReadRoundsAsync(
        NpgsqlConnection connection,
        long build,
        long position,
        CancellationToken cancellationToken
    ) =>
        ListAsync(
            connection,
            Rounds,
            build,
            position,
            row => (row.GetString(0), ReadTime(row, 1)),
            cancellationToken
        );

    private static Instant ReadTime(NpgsqlDataReader row, int column) =>
        Instant.FromUnixTimeTicks(row.GetInt64(column));

    private static async Task<IReadOnlyList<T>> ListAsync<T>(
        NpgsqlConnection connection,
        string sql,
        long build,
        long position,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters = { new NpgsqlParameter<long>("build", build), new NpgsqlParameter<long>("position", position) },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var list = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            list.Add(read(reader));
        return list;
    }

    // From the first stretch of this width, or the first within the next wider one, up to that of the question.
    private static string SumOfWidth(int width, int place)
    {
        var first =
            place == 0
                ? $"(select min(m.bucket) {OfWidth(width)})"
                : $"(@known >> {FactCounts.Widths[place - 1]}) << {FactCounts.Widths[place - 1] - width}";
        var last = $"(@known >> {width}) - 1";
        if (place == 0)
            last = $"least({last}, (select max(m.bucket) {OfWidth(width)}))";
        return $"""
            select c.reports, c.articles, c.corrections
              from generate_series({first}, {last}) b (bucket)
             cross join lateral (
               select s.reports, s.articles, s.corrections from public.negotiations_fact_counts s
                where s.build = @build and s.width = {width} and s.bucket = b.bucket and s.position <= @position
                order by s.position desc limit 1) c
            """;
    }

    private static string OfWidth(int width) =>
        $"from public.negotiations_fact_counts m where m.build = @build and m.width = {width}";

    private static NpgsqlCommand Create(NpgsqlConnection connection, string sql, long build, FactPoint point) =>
        new(sql, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<long>("build", build),
                new NpgsqlParameter<long>("known", point.Known),
                new NpgsqlParameter<long>("position", point.Position),
            },
        };
}
