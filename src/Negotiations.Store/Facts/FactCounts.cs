using System.Text.Json;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Writes what answers count, and what they leave out or assume.</summary>
/// <param name="connection">An open connection, in a transaction.</param>
/// <param name="build">Number of the making of the facts.</param>
internal sealed class FactCounts(NpgsqlConnection connection, long build)
{
    /// <summary>The widths of the stretches over which sums are kept, as powers of two, the widest first.</summary>
    public static IReadOnlyList<int> Widths { get; } = [48, 43, 38];

    private const string Tallies = """
        insert into public.negotiations_fact_tallies
          (build, batch, position, known, reports, articles, corrections, erased)
        select @build, @batch, t.*
          from unnest(@positions::bigint[], @known::bigint[], @reports::int[], @articles::int[], @corrections::int[],
                      @erased::int[]) t
        """;

    private const string Counts = """
        insert into public.negotiations_fact_counts (build, width, bucket, position, reports, articles, corrections)
        select @build, t.width, t.bucket, @batch, t.reports + coalesce(c.reports, 0),
               t.articles + coalesce(c.articles, 0), t.corrections + coalesce(c.corrections, 0)
          from unnest(@widths::int[], @buckets::bigint[], @reports::int[], @articles::int[], @corrections::int[])
                 t (width, bucket, reports, articles, corrections)
          left join lateral (
            select * from public.negotiations_fact_counts c
             where c.build = @build and c.width = t.width and c.bucket = t.bucket
             order by c.position desc limit 1) c on true
        """;

    private const string EndVagueActs = """
        update public.negotiations_fact_vague_acts v set position_until = @position
         where v.build = @build and v.act = @act and v.position_until = 9223372036854775807
        """;

    private const string VagueActs = """
        insert into public.negotiations_fact_vague_acts
          (build, act, known_from, known_until, position_from, earliest, latest)
        select @build, @act, v.known_from, v.known_until, @position, v.earliest, v.latest
          from unnest(@from::bigint[], @until::bigint[], @earliest::int[], @latest::int[])
                 v (known_from, known_until, earliest, latest)
        """;

    private const string EndAssumed = """
        update public.negotiations_fact_assumed a set position_until = @position
         where a.build = @build and a.article = @article and a.position_until = 9223372036854775807
        """;

    private const string Assumed = """
        insert into public.negotiations_fact_assumed
          (build, article, published, published_at, earliest, known_from, known_until, position_from)
        select @build, @article, a.published, a.published_at, a.earliest, a.known_from, a.known_until, @position
          from unnest(@published::text[], @published_at::bigint[], @earliest::bigint[], @from::bigint[],
                      @until::bigint[])
                 a (published, published_at, earliest, known_from, known_until)
        """;

    public async Task WriteAsync(IReadOnlyList<KeptStep> steps, CancellationToken cancellationToken)
    {
        var batch = steps[^1].Recorded.Position;
        var tallies = steps
            .SelectMany(step => step.Tallies, (step, tally) => (step.Recorded.Position, Tally: tally))
            .ToList();
        await using var all = new NpgsqlBatch(connection);
        if (tallies.Count > 0)
        {
            AddTallies(all, tallies, batch);
            AddCounts(all, [.. tallies.Select(one => one.Tally)], batch);
        }

        foreach (var step in steps)
        {
            foreach (var act in step.VagueActs)
                AddVagueAct(all, act, step.Recorded.Position);
            foreach (var assumed in step.Assumed)
                AddAssumed(all, assumed, step.Recorded.Position);
        }

        if (all.BatchCommands.Count > 0)
            await all.ExecuteNonQueryAsync(cancellationToken);
    }

    private void AddTallies(NpgsqlBatch all, List<(long Position, Tally Tally)> tallies, long batch) =>
        Add(
            all,
            Tallies,
            new("batch", batch),
            new("positions", tallies.Select(one => one.Position).ToArray()),
            new("known", tallies.Select(one => one.Tally.Known).ToArray()),
            new("reports", tallies.Select(one => one.Tally.Reports).ToArray()),
            new("articles", tallies.Select(one => one.Tally.Articles).ToArray()),
            new("corrections", tallies.Select(one => one.Tally.Corrections).ToArray()),
            new("erased", tallies.Select(one => one.Tally.Erased).ToArray())
        );

    // What was erased counts for every bound on the known clock.
    private void AddCounts(NpgsqlBatch all, IReadOnlyList<Tally> tallies, long batch)
    {
        var sums = Widths
            .SelectMany(width =>
                tallies
                    .Where(tally => tally.Erased == 0)
                    .GroupBy(tally => tally.Known >> width)
                    .Select(same => (Width: width, Bucket: same.Key, Tallies: same.ToList()))
            )
            .ToList();
        Add(
            all,
            Counts,
            new("batch", batch),
            new("widths", sums.Select(sum => sum.Width).ToArray()),
            new("buckets", sums.Select(sum => sum.Bucket).ToArray()),
            new("reports", sums.Select(sum => sum.Tallies.Sum(tally => tally.Reports)).ToArray()),
            new("articles", sums.Select(sum => sum.Tallies.Sum(tally => tally.Articles)).ToArray()),
            new("corrections", sums.Select(sum => sum.Tallies.Sum(tally => tally.Corrections)).ToArray())
        );
    }

    private void AddVagueAct(NpgsqlBatch all, VagueAct act, long position)
    {
        Add(all, EndVagueActs, new("act", act.Act), new("position", position));
        Add(
            all,
            VagueActs,
            new("act", act.Act),
            new("position", position),
            new("from", act.Stretches.Select(stretch => stretch.KnownFrom).ToArray()),
            new("until", act.Stretches.Select(stretch => stretch.KnownUntil).ToArray()),
            new("earliest", act.Stretches.Select(stretch => stretch.Earliest).ToArray()),
            new("latest", act.Stretches.Select(stretch => stretch.Latest).ToArray())
        );
    }

    private void AddAssumed(NpgsqlBatch all, AssumedPublications assumed, long position)
    {
        var published = assumed.Publications;
        Add(all, EndAssumed, new("article", assumed.Article), new("position", position));
        Add(
            all,
            Assumed,
            new("article", assumed.Article),
            new("position", position),
            new("published", published.Select(one => Write(one.Published)).ToArray()),
            new("published_at", published.Select(one => KnownTick.First(one.Published.Time)).ToArray()),
            new("earliest", published.Select(FindEarliest).ToArray()),
            new("from", published.Select(one => one.KnownFrom).ToArray()),
            new("until", published.Select(one => one.KnownUntil).ToArray())
        );
    }

    // A publication without an earliest time is never left out wrongly: its stretch is empty.
    public static long FindEarliest(AssumedPublication assumed) =>
        assumed.Published.Earliest is { } earliest && earliest <= assumed.Published.Time
            ? KnownTick.First(earliest)
            : KnownTick.First(assumed.Published.Time);

    /// <summary>A publication as it is stored.</summary>
    public static string Write(Publication published) => JsonSerializer.Serialize(published, EventJson.Options);

    /// <summary>Reads a publication that is stored.</summary>
    public static Publication Read(string published) =>
        JsonSerializer.Deserialize<Publication>(published, EventJson.Options)!;

    private void Add(NpgsqlBatch all, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new("build", build) } };
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        all.BatchCommands.Add(command);
    }
}
