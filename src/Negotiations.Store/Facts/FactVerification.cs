using System.Data;
using System.Globalization;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Compares what is kept ready of a negotiation with what its events say, row by row.</summary>
/// <remarks>It makes all facts again in memory, so it costs what the whole history costs.</remarks>
internal sealed class FactVerification(StoreConnections connections)
{
    private const string Build = """
        select id, position, (select coalesce(max(r.position), 0) from public.negotiations_record r)
          from public.negotiations_fact_builds where negotiation = @negotiation and is_ready and rules = @rules
        """;

    private const string Revisions = """
        select key, known_from, known_until, happened_from, happened_last, fact, position, round, stretch
          from public.negotiations_fact_revisions where build = @build
        """;

    private const string Pages = """
        select round, known_from, known_until, position, facts, earlier from public.negotiations_fact_pages
         where build = @build order by round, position, known_from
        """;

    private const string Tallies = """
        select position, known, reports, articles, corrections, erased from public.negotiations_fact_tallies
         where build = @build
        """;

    private const string Counts = """
        select width, bucket, position, reports, articles, corrections from public.negotiations_fact_counts
         where build = @build
        """;

    private const string VagueActs = """
        select act, known_from, known_until, position_from, position_until, earliest, latest
          from public.negotiations_fact_vague_acts where build = @build
        """;

    private const string Assumed = """
        select article, published, published_at, earliest, known_from, known_until, position_from, position_until
          from public.negotiations_fact_assumed where build = @build
        """;

    private const string Claims = """
        select act, key, position, article from public.negotiations_fact_claims where build = @build
        """;

    private const string Orders = "select earlier, later from public.negotiations_fact_orders where build = @build";

    private const string Sources = """
        select article, position, other from public.negotiations_fact_sources where build = @build
        """;

    private const string Stretches = """
        select round, known_from, known_until, position from public.negotiations_fact_stretches where build = @build
        """;

    private const string Batches = """
        select distinct position, batch from public.negotiations_fact_tallies where build = @build
        """;

    /// <summary>Where they differ; null where nothing is kept, or whoever asks may not read it.</summary>
    public async Task<IReadOnlyList<FactFault>?> FindFaultsAsync(
        string negotiation,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await CompareAsync(negotiation, cancellationToken);
        }
        catch (PostgresException exception)
            when (exception.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InsufficientPrivilege)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<FactFault>?> CompareAsync(string negotiation, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        // Everything is of one moment, whoever writes meanwhile.
        await using var transaction = await connection.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancellationToken
        );
        if (await ReadBuildAsync(connection, negotiation, cancellationToken) is not var (build, position, last))
            return null;
        if (position > last)
            return [new("the position up to which facts are kept", last + 1, null, $"{position}", $"{last} at most")];
        var steps = MakeAgain(await EventReader.NegotiationAsync(connection, negotiation, position, cancellationToken));
        var rows = new FactRows(connection, build);
        return
        [
            .. await ComparePagesAsync(rows, steps, cancellationToken),
            .. Compare(
                "what answers count",
                await rows.ReadTextsAsync(Tallies, cancellationToken),
                steps.SelectMany(
                    step => step.Tallies,
                    (step, tally) =>
                        $"{step.Recorded.Position}|{tally.Known}|{tally.Reports}|{tally.Articles}|"
                        + $"{tally.Corrections}|{tally.Erased}"
                )
            ),
            .. Compare(
                "the sums of what answers count",
                await rows.ReadTextsAsync(Counts, cancellationToken),
                ListCounts(steps, await rows.ReadTextsAsync(Batches, cancellationToken))
            ),
            .. Compare(
                "the acts that are dated vaguely",
                await rows.ReadTextsAsync(VagueActs, cancellationToken),
                ListVague(steps)
            ),
            .. Compare(
                "the publications that are assumed",
                await rows.ReadTextsAsync(Assumed, cancellationToken),
                ListAssumed(steps)
            ),
            .. Compare(
                "what bears on the facts",
                await rows.ReadTextsAsync(Claims, cancellationToken),
                steps
                    .SelectMany(step => step.Claims)
                    .Select(claim => $"{claim.Act}|{claim.Key}|{claim.Position}|{claim.Article}")
                    .Distinct()
            ),
            .. Compare(
                "how texts put acts in order",
                await rows.ReadTextsAsync(Orders, cancellationToken),
                steps.SelectMany(step => step.Orders).Select(order => $"{order.Earlier}|{order.Later}").Distinct()
            ),
            .. Compare(
                "the events of articles beside their reports",
                await rows.ReadTextsAsync(Sources, cancellationToken),
                FactWriter
                    .ListSources([.. steps.Select(step => step.Recorded)])
                    .Select(source => $"{source.Article}|{source.Position}|{source.Other}")
            ),
        ];
    }

    private static async Task<(long Id, long Position, long Last)?> ReadBuildAsync(
        NpgsqlConnection connection,
        string negotiation,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Build, connection)
        {
            Parameters = { new("negotiation", negotiation), new("rules", FactRules.Version) },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2))
            : null;
    }

    private static List<KeptStep> MakeAgain(IReadOnlyList<RecordedEvent> events)
    {
        var keeper = new FactKeeper(new NegotiationLog(new(0, null), []));
        return [.. events.Select(keeper.Take)];
    }

    private static async Task<IEnumerable<FactFault>> ComparePagesAsync(
        FactRows rows,
        IReadOnlyList<KeptStep> steps,
        CancellationToken cancellationToken
    )
    {
        var pages = (
            await rows.ReadAsync(
                Pages,
                row => new KeptPage(
                    row.GetString(0),
                    row.GetInt64(3),
                    new(row.GetInt64(1), row.GetInt64(2), rows.ReadEntries(row, 4)),
                    new(row.GetInt64(1), row.GetInt64(2), rows.ReadEntries(row, 5))
                ),
                cancellationToken
            )
        ).ToLookup(page => page.Round, StringComparer.Ordinal);
        var laid = (
            await rows.ReadAsync(
                Revisions,
                row =>
                    (
                        Entry: FactRow.Read(row),
                        Position: row.GetInt64(6),
                        Round: row.GetString(7),
                        Stretch: row.GetInt64(8)
                    ),
                cancellationToken
            )
        ).ToLookup(row => row.Round, StringComparer.Ordinal);
        var expected = steps
            .SelectMany(step => step.Revisions)
            .ToLookup(revision => FactReader.FindRound(revision.Key), StringComparer.Ordinal);
        var stretches = (await rows.ReadTextsAsync(Stretches, cancellationToken)).ToLookup(
            row => row[..row.IndexOf('|', StringComparison.Ordinal)],
            StringComparer.Ordinal
        );
        return pages
            .Select(round => round.Key)
            .Union(laid.Select(round => round.Key))
            .Union(expected.Select(round => round.Key))
            .Union(stretches.Select(round => round.Key))
            .Order(StringComparer.Ordinal)
            .SelectMany(round =>
                FactLayout
                    .FindFaults(
                        [.. pages[round]],
                        [.. laid[round].Select(row => (row.Stretch, row.Position, row.Entry))],
                        [.. expected[round].Select(revision => (revision.Position, Write(revision)))]
                    )
                    .Concat(
                        Compare(
                            $"the stretches of {round}",
                            [.. stretches[round]],
                            FactLayout.ListStretches(round, [.. pages[round]])
                        )
                    )
            );
    }

    // A sum of each stretch of the known clock at the end of each batch that changed it.
    private static IEnumerable<string> ListCounts(IReadOnlyList<KeptStep> steps, IReadOnlyList<string> batches)
    {
        var batchAt = batches
            .Select(row => row.Split('|'))
            .GroupBy(row => row[0], row => row[1], StringComparer.Ordinal)
            .ToDictionary(
                row => long.Parse(row.Key, CultureInfo.InvariantCulture),
                row => row.Select(batch => long.Parse(batch, CultureInfo.InvariantCulture)).Max()
            );
        var sums = new Dictionary<(int Width, long Bucket), (int Reports, int Articles, int Corrections)>();
        var tallies = steps
            .SelectMany(step => step.Tallies, (step, tally) => (step.Recorded.Position, Tally: tally))
            .Where(one => one.Tally.Erased == 0)
            .GroupBy(one => batchAt.GetValueOrDefault(one.Position), one => one.Tally);
        foreach (var batch in tallies)
        foreach (var width in FactCounts.Widths)
        foreach (var same in batch.GroupBy(tally => tally.Known >> width))
        {
            var (reports, articles, corrections) = sums.GetValueOrDefault((width, same.Key));
            var sum = (
                reports + same.Sum(tally => tally.Reports),
                articles + same.Sum(tally => tally.Articles),
                corrections + same.Sum(tally => tally.Corrections)
            );
            sums[(width, same.Key)] = sum;
            yield return $"{width}|{same.Key}|{batch.Key}|{sum.Item1}|{sum.Item2}|{sum.Item3}";
        }
    }

    private static IEnumerable<string> ListVague(IReadOnlyList<KeptStep> steps) =>
        ListOverTime(
            steps.SelectMany(
                step => step.VagueActs,
                (step, act) =>
                    (
                        act.Act,
                        step.Recorded.Position,
                        Rows: act.Stretches.Select(stretch =>
                            (
                                Before: $"{stretch.KnownFrom}|{stretch.KnownUntil}",
                                After: $"|{stretch.Earliest}|{stretch.Latest}"
                            )
                        )
                    )
            )
        );

    private static IEnumerable<string> ListAssumed(IReadOnlyList<KeptStep> steps) =>
        ListOverTime(
            steps.SelectMany(
                step => step.Assumed,
                (step, assumed) =>
                    (
                        assumed.Article,
                        step.Recorded.Position,
                        Rows: assumed.Publications.Select(one =>
                            (
                                Before: $"{FactCounts.Write(one.Published)}|{KnownTick.First(one.Published.Time)}|"
                                    + $"{FactCounts.FindEarliest(one)}|{one.KnownFrom}|{one.KnownUntil}",
                                After: ""
                            )
                        )
                    )
            )
        );

    // Rows of a thing from the position at which they came to that at which others took their place.
    private static IEnumerable<string> ListOverTime(
        IEnumerable<(string Thing, long Position, IEnumerable<(string Before, string After)> Rows)> changes
    ) =>
        changes
            .GroupBy(change => change.Thing, StringComparer.Ordinal)
            .SelectMany(same =>
                same.Zip(same.Skip(1).Select(next => next.Position).Append(long.MaxValue), (change, until) =>
                    change.Rows.Select(row => $"{change.Thing}|{row.Before}|{change.Position}|{until}{row.After}")
                )
            )
            .SelectMany(rows => rows);

    private static IEnumerable<FactFault> Compare(
        string where,
        IReadOnlyList<string> kept,
        IEnumerable<string> expected
    )
    {
        var (first, second) = (Count(kept), Count(expected));
        var more = first.Where(row => second.GetValueOrDefault(row.Key) < row.Value).Select(row => row.Key).ToList();
        var fewer = second.Where(row => first.GetValueOrDefault(row.Key) < row.Value).Select(row => row.Key).ToList();
        if (more.Count + fewer.Count > 0)
            yield return new(where, 0, null, more.FirstOrDefault(), fewer.FirstOrDefault());
    }

    private static Dictionary<string, int> Count(IEnumerable<string> rows) =>
        rows.CountBy(row => row, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static FactEntry Write(FactRevision revision) =>
        new(revision.Key, revision.Region, revision.Fact is null ? null : FactStateFormat.Write(revision.Fact));
}

/// <summary>Reads rows of one making of facts.</summary>
internal sealed class FactRows(NpgsqlConnection connection, long build)
{
    private static readonly FactRegion Everything = new(
        long.MinValue,
        KnownTick.Endless,
        HappenedDay.Earliest,
        HappenedDay.Unbounded
    );

    public async Task<List<T>> ReadAsync<T>(
        string sql,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new("build", build) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    public async Task<IReadOnlyList<string>> ReadTextsAsync(string sql, CancellationToken cancellationToken) =>
        await ReadAsync(
            sql,
            row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column => $"{row.GetValue(column)}")),
            cancellationToken
        );

    /// <summary>The entries of a page; one that no events say where its bytes cannot be read.</summary>
    public IReadOnlyList<FactEntry> ReadEntries(NpgsqlDataReader row, int column)
    {
        try
        {
            return [.. FactPage.Read(row.GetFieldValue<byte[]>(column), (_, _) => true)];
        }
        catch (Exception exception) when (exception is IOException or FormatException or ArgumentException)
        {
            return [new("a page that cannot be read", Everything, [])];
        }
    }
}
