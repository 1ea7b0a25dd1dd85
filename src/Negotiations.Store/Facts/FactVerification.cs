using System.Data;
using System.Globalization;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Compares what is kept ready of a negotiation with what its events say, row by row.</summary>
/// <remarks>It makes all facts again in memory, so it costs what the whole history costs.</remarks>
internal sealed class FactVerification(StoreConnections connections)
{
    private const string Build = """
        select id, position from public.negotiations_fact_builds
         where negotiation = @negotiation and is_ready and rules = @rules
        """;

    private const string Revisions = """
        select key, known_from, known_until, happened_from, happened_last, fact, position
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

    // The sums that do not follow from the rows that they sum up.
    private const string Sums = """
        select c.position from public.negotiations_fact_counts c
         cross join lateral (
           select coalesce(sum(t.reports), 0) as reports, coalesce(sum(t.articles), 0) as articles,
                  coalesce(sum(t.corrections), 0) as corrections
             from public.negotiations_fact_tallies t
            where t.build = c.build and t.batch <= c.position and t.erased = 0
              and t.known >= c.bucket << c.width and (t.known >> c.width) = c.bucket) t
         where c.build = @build
           and (c.reports, c.articles, c.corrections) is distinct from (t.reports, t.articles, t.corrections)
         order by c.position
        """;

    private const string VagueActs = """
        select act, known_from, known_until, position_from, position_until, earliest, latest
          from public.negotiations_fact_vague_acts where build = @build
        """;

    private const string Assumed = """
        select article, published, known_from, known_until, position_from, position_until
          from public.negotiations_fact_assumed where build = @build
        """;

    private const string Claims = """
        select act, key, position, article from public.negotiations_fact_claims where build = @build
        """;

    /// <summary>Where they differ; nothing where nothing is kept.</summary>
    public async Task<IReadOnlyList<FactFault>> FindFaultsAsync(string negotiation, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        // Everything is of one moment, whoever writes meanwhile.
        await using var transaction = await connection.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancellationToken
        );
        if (await ReadBuildAsync(connection, negotiation, cancellationToken) is not var (build, position))
            return [];
        var steps = MakeAgain(await EventReader.UpToAsync(connection, negotiation, position, cancellationToken));
        var rows = new FactRows(connection, build);
        return
        [
            .. await CompareRevisionsAsync(rows, steps, cancellationToken),
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
            .. (await rows.ReadTextsAsync(Sums, cancellationToken))
                .Take(1)
                .Select(at => new FactFault(
                    "what answers count",
                    long.Parse(at, CultureInfo.InvariantCulture),
                    null,
                    "another sum",
                    null
                )),
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
        ];
    }

    private static async Task<(long Id, long Position)?> ReadBuildAsync(
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
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    private static List<KeptStep> MakeAgain(IReadOnlyList<RecordedEvent> events)
    {
        var keeper = new FactKeeper(new NegotiationLog(new(0, null), []));
        return [.. events.Select(keeper.Take)];
    }

    private static async Task<IEnumerable<FactFault>> CompareRevisionsAsync(
        FactRows rows,
        IReadOnlyList<KeptStep> steps,
        CancellationToken cancellationToken
    )
    {
        var kept = (
            await rows.ReadAsync(
                Revisions,
                row => (Entry: FactRow.Read(row), Position: row.GetInt64(6)),
                cancellationToken
            )
        ).ToLookup(row => (row.Position, row.Entry.Key), row => row.Entry);
        var expected = steps
            .SelectMany(step => step.Revisions)
            .ToLookup(revision => (revision.Position, revision.Key), Write);
        return kept.Select(same => same.Key)
            .Union(expected.Select(same => same.Key))
            .OrderBy(at => at.Position)
            .ThenBy(at => at.Key, StringComparer.Ordinal)
            .SelectMany(at => FactFault.Between([.. kept[at]], [.. expected[at]], at.Position));
    }

    private static async Task<IEnumerable<FactFault>> ComparePagesAsync(
        FactRows rows,
        IReadOnlyList<KeptStep> steps,
        CancellationToken cancellationToken
    )
    {
        var pages = await rows.ReadAsync(
            Pages,
            row =>
                (
                    Round: row.GetString(0),
                    Position: row.GetInt64(3),
                    Page: new FactPage(
                        row.GetInt64(1),
                        row.GetInt64(2),
                        [.. rows.ReadEntries(row, 4), .. rows.ReadEntries(row, 5)]
                    )
                ),
            cancellationToken
        );
        var revisions = steps
            .SelectMany(step => step.Revisions)
            .ToLookup(revision => FactReader.FindRound(revision.Key), StringComparer.Ordinal);
        var faults = new List<FactFault>();
        foreach (var round in pages.GroupBy(page => page.Round, StringComparer.Ordinal))
        {
            var (whole, next) = (FactPage.Empty, new Queue<FactRevision>(revisions[round.Key]));
            foreach (var (_, position, page) in round)
            {
                var laid = new List<FactEntry>();
                while (next.TryPeek(out var revision) && revision.Position <= position)
                    laid.Add(Write(next.Dequeue()));
                whole = whole.With(laid);
                faults.AddRange(Compare(page, whole.Within(page.KnownFrom, page.KnownUntil), position));
            }
        }

        return faults;
    }

    private static IEnumerable<FactFault> Compare(FactPage kept, FactPage expected, long position)
    {
        var (first, second) = (
            kept.Entries.ToLookup(entry => entry.Key),
            expected.Entries.ToLookup(entry => entry.Key)
        );
        return first
            .Select(same => same.Key)
            .Union(second.Select(same => same.Key))
            .SelectMany(key => FactFault.Between([.. first[key]], [.. second[key]], position));
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
                            (Before: $"{FactCounts.Write(one.Published)}|{one.KnownFrom}|{one.KnownUntil}", After: "")
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
