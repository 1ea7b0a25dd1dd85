using System.Text.RegularExpressions;
using Npgsql;

namespace Negotiations.Store.Tests;

/// <summary>What questions read is looked up by key: a plan that turns into a scan would grow with the
/// history.</summary>
public sealed class PlansOfQuestions : StoreTest
{
    private const long Build = 1;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_facts_of_a_round_are_looked_up(bool isAnalysed)
    {
        await FillAsync(isAnalysed);

        await AssertLookedUpAsync(FactReader.Pages(isAll: false, isBounded: true));
        await AssertLookedUpAsync(FactReader.Revisions(isAll: false));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task So_are_what_an_answer_counts_and_what_it_assumes(bool isAnalysed)
    {
        await FillAsync(isAnalysed);

        await AssertLookedUpAsync(FactCountReader.Counts);
        await AssertLookedUpAsync(FactCountReader.Assumed);
    }

    [Fact]
    public async Task A_question_without_its_index_is_found()
    {
        await FillAsync(isAnalysed: true);
        await Database.ExecuteAsync("drop index negotiations_fact_revisions_stretch");

        Assert.Contains(
            "Seq Scan on negotiations_fact_revisions",
            await ExplainAsync(FactReader.Revisions(isAll: false))
        );
    }

    private async Task AssertLookedUpAsync(string sql) =>
        Assert.DoesNotMatch(
            new Regex("Seq Scan on negotiations_fact_", RegexOptions.ExplicitCapture),
            await ExplainAsync(sql)
        );

    // Rows that say nothing, as many as two negotiations of some ten thousand reports have.
    private async Task FillAsync(bool isAnalysed)
    {
        foreach (var table in FactTables.All)
            await Database.ExecuteAsync($"alter table {table} set (autovacuum_enabled = false)");
        await Database.ExecuteAsync(
            """
            insert into negotiations_fact_stretches (build, round, known_from, known_until)
            select b, 'round-' || r, '-9223372036854775808'::bigint, 9223372036854775807
              from generate_series(1, 2) b, generate_series(1, 20) r;
            insert into negotiations_fact_pages (build, round, known_from, position, known_until, facts, earlier)
            select b, 'round-' || r, s * 1000, s * 100 + p, (s + 1) * 1000, '', ''
              from generate_series(1, 2) b, generate_series(1, 20) r, generate_series(0, 19) s, generate_series(1, 5) p;
            insert into negotiations_fact_revisions
              (build, round, stretch, position, key, known_from, known_until, happened_from, happened_last, fact)
            select b, 'round-' || r, s * 1000, s * 100 + p, 'round-' || r || '/fact', s * 1000 + p, (s + 1) * 1000,
                   0, 9, '\x00'
              from generate_series(1, 2) b, generate_series(1, 20) r, generate_series(0, 19) s,
                   generate_series(1, 100) p;
            insert into negotiations_fact_tallies
              (build, batch, position, known, reports, articles, corrections, erased)
            select b, p / 100 * 100 + 100, p, p::bigint << 36, 1, 0, 0, 0
              from generate_series(1, 2) b, generate_series(1, 40000) p;
            insert into negotiations_fact_counts (build, width, bucket, position, reports, articles, corrections)
            select b, w, k, p * 100, 1, 1, 1
              from generate_series(1, 2) b, unnest(array[38, 43, 48]) w, generate_series(1, 100) k,
                   generate_series(1, 50) p;
            insert into negotiations_fact_vague_acts
              (build, act, known_from, known_until, position_from, earliest, latest)
            select b, 'act-' || n, n, 9223372036854775807, n, n, n + 30
              from generate_series(1, 2) b, generate_series(1, 20000) n;
            insert into negotiations_fact_assumed
              (build, article, published, published_at, earliest, known_from, known_until, position_from)
            select b, 'article-' || n, '{}', n * 10, n * 10 - 5, n * 10, 9223372036854775807, n
              from generate_series(1, 2) b, generate_series(1, 20000) n;
            """
        );
        if (isAnalysed)
            await Database.ExecuteAsync("analyze");
    }

    private async Task<string> ExplainAsync(string sql)
    {
        await using var connection = await Database.DataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"explain {sql}", connection)
        {
            Parameters =
            {
                new("build", Build),
                new("known", 5_500L),
                new("position", 1_000L),
                new("day", 5),
                new("rounds", new[] { "round-3" }),
            },
        };
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
