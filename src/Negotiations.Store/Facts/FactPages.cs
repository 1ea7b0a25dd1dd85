using Npgsql;
using NpgsqlTypes;

namespace Negotiations.Store;

/// <summary>Lays revisions of facts over the pages of their rounds, and new pages where many lie over an old
/// one.</summary>
/// <remarks>
/// The work for a revision is bounded, however long the history is: a page is written again only after as many
/// revisions as it has entries, and a stretch of the known clock that holds twice as many as are valid at once is cut
/// in two.
/// </remarks>
/// <param name="connection">An open connection, in a transaction.</param>
/// <param name="build">Number of the making of the facts.</param>
internal sealed class FactPages(NpgsqlConnection connection, long build)
{
    // Fewer are read as fast over a page as in it.
    private const int FewestRevisions = 256;

    private const string Stretches = """
        select round, known_from, known_until, position, entries, revisions
          from public.negotiations_fact_stretches where build = @build and round = any (@rounds)
        """;

    private const string Copy = """
        copy public.negotiations_fact_revisions
          (build, round, stretch, position, key, known_from, known_until, happened_from, happened_last, fact)
        from stdin (format binary)
        """;

    private const string Page = """
        select facts, earlier from public.negotiations_fact_pages
         where build = @build and round = @round and known_from = @stretch and position = @position
        """;

    private const string Laid = """
        select key, known_from, known_until, happened_from, happened_last, fact from public.negotiations_fact_revisions
         where build = @build and round = @round and stretch = @stretch and position > @position order by position
        """;

    private const string NewPage = """
        insert into public.negotiations_fact_pages (build, round, known_from, position, known_until, facts, earlier)
        values (@build, @round, @known_from, @position, @known_until, @facts, @earlier)
        """;

    private const string NewStretch = """
        insert into public.negotiations_fact_stretches
          (build, round, known_from, known_until, position, entries, revisions)
        select @build, s.*
          from unnest(@rounds::varchar[], @known_from::bigint[], @known_until::bigint[], @positions::bigint[],
                      @entries::int[], @revisions::int[]) s
        on conflict (build, round, known_from) do update
          set known_until = excluded.known_until, position = excluded.position, entries = excluded.entries,
              revisions = excluded.revisions
        """;

    public async Task LayAsync(
        IReadOnlyList<FactRevision> revisions,
        long position,
        CancellationToken cancellationToken
    )
    {
        var stretches = await ReadStretchesAsync([.. revisions.Select(FindRound).Distinct()], cancellationToken);
        await using (var copy = await connection.BeginBinaryImportAsync(Copy, cancellationToken))
        {
            foreach (var revision in revisions)
            {
                var fact = revision.Fact is null ? null : FactStateFormat.Write(revision.Fact);
                foreach (var stretch in stretches[FindRound(revision)].Where(one => one.Touches(revision.Region)))
                {
                    await WriteAsync(copy, stretch, revision, fact, cancellationToken);
                    stretch.LayOver();
                }
            }

            await copy.CompleteAsync(cancellationToken);
        }

        var laid = new List<Stretch>();
        foreach (var stretch in stretches.Values.SelectMany(all => all).Where(stretch => stretch.IsLaidOver))
        {
            if (stretch.Revisions >= Math.Max(FewestRevisions, stretch.Entries))
                laid.AddRange(await RenewAsync(stretch, position, cancellationToken));
            else
                laid.Add(stretch);
        }

        await StoreAsync(laid, cancellationToken);
    }

    private static string FindRound(FactRevision revision) => FactReader.FindRound(revision.Key);

    private async Task<Dictionary<string, List<Stretch>>> ReadStretchesAsync(
        string[] rounds,
        CancellationToken cancellationToken
    )
    {
        var found = rounds.ToDictionary(round => round, _ => new List<Stretch>(), StringComparer.Ordinal);
        await using (var command = CreateCommand(Stretches, [new("rounds", rounds)]))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                found[reader.GetString(0)]
                    .Add(
                        new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2))
                        {
                            Position = reader.GetInt64(3),
                            Entries = reader.GetInt32(4),
                            Revisions = reader.GetInt32(5),
                        }
                    );
        }

        // A round of which nothing is kept begins with an empty page.
        foreach (var (round, none) in found.Where(pair => pair.Value.Count == 0))
        {
            none.Add(new(round, FactPage.Empty.KnownFrom, FactPage.Empty.KnownUntil));
            await WritePageAsync(round, FactPage.Empty, position: 0, cancellationToken);
        }

        return found;
    }

    private async Task WriteAsync(
        NpgsqlBinaryImporter copy,
        Stretch stretch,
        FactRevision revision,
        byte[]? fact,
        CancellationToken cancellationToken
    )
    {
        var region = revision.Region.Within(stretch.KnownFrom, stretch.KnownUntil);
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(build, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(stretch.Round, NpgsqlDbType.Varchar, cancellationToken);
        await copy.WriteAsync(stretch.KnownFrom, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(revision.Position, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(revision.Key, NpgsqlDbType.Varchar, cancellationToken);
        await copy.WriteAsync(region.KnownFrom, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(region.KnownUntil, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(region.HappenedFrom, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(region.HappenedLast, NpgsqlDbType.Integer, cancellationToken);
        if (fact is null)
            await copy.WriteNullAsync(cancellationToken);
        else
            await copy.WriteAsync(fact, NpgsqlDbType.Bytea, cancellationToken);
    }

    // One page in place of the last one and all that lies over it, or two.
    private async Task<IReadOnlyList<Stretch>> RenewAsync(
        Stretch stretch,
        long position,
        CancellationToken cancellationToken
    )
    {
        var page = await ReadAsync(stretch, cancellationToken);
        var parts = page.Divide();
        foreach (var part in parts)
            await WritePageAsync(stretch.Round, part, position, cancellationToken);
        return
        [
            .. parts.Select(part => new Stretch(stretch.Round, part.KnownFrom, part.KnownUntil)
            {
                Position = position,
                Entries = part.Entries.Count,
            }),
        ];
    }

    private async Task<FactPage> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        NpgsqlParameter[] place =
        [
            new("round", stretch.Round),
            new("stretch", stretch.KnownFrom),
            new("position", stretch.Position),
        ];
        List<FactEntry> entries;
        await using (var command = CreateCommand(Page, place))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            entries =
            [
                .. FactPage.Read(reader.GetFieldValue<byte[]>(0), (_, _) => true),
                .. FactPage.Read(reader.GetFieldValue<byte[]>(1), (_, _) => true),
            ];
        }

        var revisions = new List<FactEntry>();
        await using var laid = CreateCommand(Laid, [.. place.Select(one => one.Clone())]);
        await using var rows = await laid.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            revisions.Add(FactRow.Read(rows));
        return new FactPage(stretch.KnownFrom, stretch.KnownUntil, entries).With(revisions);
    }

    private async Task WritePageAsync(string round, FactPage page, long position, CancellationToken cancellationToken)
    {
        await using var command = CreateCommand(
            NewPage,
            [
                new("round", round),
                new("known_from", page.KnownFrom),
                new("position", position),
                new("known_until", page.KnownUntil),
                new("facts", page.Write(isUnbounded: true)),
                new("earlier", page.Write(isUnbounded: false)),
            ]
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task StoreAsync(IReadOnlyList<Stretch> stretches, CancellationToken cancellationToken)
    {
        await using var command = CreateCommand(
            NewStretch,
            [
                new("rounds", stretches.Select(stretch => stretch.Round).ToArray()),
                new("known_from", stretches.Select(stretch => stretch.KnownFrom).ToArray()),
                new("known_until", stretches.Select(stretch => stretch.KnownUntil).ToArray()),
                new("positions", stretches.Select(stretch => stretch.Position).ToArray()),
                new("entries", stretches.Select(stretch => stretch.Entries).ToArray()),
                new("revisions", stretches.Select(stretch => stretch.Revisions).ToArray()),
            ]
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand CreateCommand(string sql, NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection) { Parameters = { new("build", build) } };
        command.Parameters.AddRange(parameters);
        return command;
    }

    private sealed record Stretch(string Round, long KnownFrom, long KnownUntil)
    {
        public long Position { get; init; }

        public int Entries { get; init; }

        public int Revisions { get; set; }

        public bool IsLaidOver { get; private set; }

        public void LayOver() => (Revisions, IsLaidOver) = (Revisions + 1, true);

        public bool Touches(FactRegion region) => region.KnownFrom < KnownUntil && KnownFrom < region.KnownUntil;
    }
}
