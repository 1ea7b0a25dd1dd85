using System.Data;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Reads the facts of a question from those that are kept ready.</summary>
/// <remarks>
/// Of each round one page is looked up by key, and the revisions that lie over it, of which there are few. So the cost
/// follows the number of facts in the answer, and not the length of the history.
/// </remarks>
internal static class FactReader
{
    // The last page of the stretch in which the question lies: of the pages that were there at the position, the one
    // that begins last, and of these the one laid last.
    private const string PageOfRound = """
        cross join lateral (
          select p.known_from, p.position from public.negotiations_fact_pages p
           where p.build = @build and p.round = asked.round and p.known_from <= @known and p.position <= @position
           order by p.known_from desc, p.position desc limit 1) page
        """;

    private const string AllRounds = """
        (select s.round from public.negotiations_fact_stretches s
          where s.build = @build and s.known_from = '-9223372036854775808'::bigint) asked
        """;

    private const string SomeRounds = """(select unnest(@rounds::varchar[]) collate "C") asked (round)""";

    /// <summary>The pages.</summary>
    internal static string Pages(bool isAll, bool isBounded) =>
        $"""
            select whole.facts{(isBounded ? ", whole.earlier" : "")}
              from {(isAll ? AllRounds : SomeRounds)}
            {PageOfRound}
              join public.negotiations_fact_pages whole
                on whole.build = @build and whole.round = asked.round
               and whole.known_from = page.known_from and whole.position = page.position
            """;

    /// <summary>The revisions over the pages, in their order.</summary>
    internal static string Revisions(bool isAll) =>
        $"""
            select v.key, v.known_from, v.known_until, v.happened_from, v.happened_last, v.fact
              from {(isAll ? AllRounds : SomeRounds)}
            {PageOfRound}
              join public.negotiations_fact_revisions v
                on v.build = @build and v.round = asked.round and v.stretch = page.known_from
               and v.position > page.position and v.position <= @position
             where v.known_from <= @known and v.known_until > @known
               and v.happened_from <= @day and v.happened_last >= @day
             order by v.position
            """;

    /// <summary>The facts, ordered by key; null where somebody has deleted them meanwhile.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="build">Number of the making of the facts.</param>
    /// <param name="point">The bounds of the question.</param>
    /// <param name="rounds">The rounds that are asked for; null for all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<IReadOnlyList<FactState>?> ReadAsync(
        NpgsqlConnection connection,
        long build,
        FactPoint point,
        string[]? rounds,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                CreateCommand(Revisions(rounds is null), build, point, rounds),
                CreateCommand(Pages(rounds is null, point.IsBounded), build, point, rounds),
                // Asked last: as long as the making is there, so is all it holds.
                new(FactBuild.IsThere) { Parameters = { new NpgsqlParameter<long>("build", build) } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        var laid = new Dictionary<string, FactEntry>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            var revision = FactRow.Read(reader);
            laid[revision.Key] = revision;
        }

        await reader.NextResultAsync(cancellationToken);
        var facts = laid.Values.Where(entry => entry.Fact is not null).Select(Read).ToList();
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var column = 0; column < reader.FieldCount; column++)
                facts.AddRange(
                    FactPage
                        .Read(reader.GetFieldValue<byte[]>(column), (key, region) =>
                            region.Covers(point.Known, point.Day) && !laid.ContainsKey(key)
                        )
                        .Select(Read)
                );
        }

        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (!reader.GetBoolean(0))
            return null;
        facts.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return KeptFacts.MarkOvertaken(facts);
    }

    /// <summary>The round of a fact, which is the first segment of its key.</summary>
    public static string FindRound(string key) => key[..key.IndexOf('/', StringComparison.Ordinal)];

    private static FactState Read(FactEntry entry) => FactStateFormat.Read(entry.Key, entry.Fact!);

    private static NpgsqlBatchCommand CreateCommand(string sql, long build, FactPoint point, string[]? rounds)
    {
        var command = new NpgsqlBatchCommand(sql)
        {
            Parameters =
            {
                new NpgsqlParameter<long>("build", build),
                new NpgsqlParameter<long>("known", point.Known),
                new NpgsqlParameter<long>("position", point.Position),
            },
        };
        if (sql.Contains("@day", StringComparison.Ordinal))
            command.Parameters.Add(new NpgsqlParameter<int>("day", point.Day));
        if (rounds is not null)
            command.Parameters.Add(new NpgsqlParameter<string[]>("rounds", rounds));
        return command;
    }
}

/// <summary>A point of the three clocks, in the numbers in which facts are kept.</summary>
/// <param name="Known">The bound on the known clock (<see cref="KnownTick"/>).</param>
/// <param name="Day">The bound on the happened clock (<see cref="HappenedDay"/>).</param>
/// <param name="Position">The bound on the record clock.</param>
internal readonly record struct FactPoint(long Known, int Day, long Position)
{
    /// <summary>Whether there is a bound on the happened clock.</summary>
    public bool IsBounded => Day != HappenedDay.Unbounded;
}
