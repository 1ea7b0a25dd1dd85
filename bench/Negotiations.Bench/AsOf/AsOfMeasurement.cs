using System.Diagnostics;

namespace Negotiations.Bench;

/// <summary>Fills a store of one size and asks it everything.</summary>
/// <param name="store">The store, on an empty database.</param>
/// <param name="noted">The corpus.</param>
/// <param name="size">The number of reports by which the figures are filed.</param>
/// <param name="figures">Receives what was measured.</param>
/// <param name="limit">How long one question is asked again and again.</param>
/// <param name="raw">Timed in turn with the store; null: nothing is.</param>
internal sealed class AsOfMeasurement(
    IAsOfStore store,
    NotedCorpus noted,
    int size,
    Figures figures,
    TimeSpan limit,
    RawBeside? raw
)
{
    public const string Filling = "filling, events/s";
    public const string Questions = "questions, ms: median / 99th percentile";
    public const string Writes = "writes, ms: median / 99th percentile";
    public const string Load = "32 clients while articles and corrections come in, ms: median / 99th percentile";

    public const string Ratios = "ratios of medians";

    private const string Round = "a round's facts";

    public const string RoundNow = $"{Round}, now";
    public const string Everything = "all facts of a negotiation, now";
    public const string Article = "an article of 20 reports, committed and visible";
    public const string Correction = "a correction, committed and visible";
    public const string Rebuild = "rebuild of everything";

    private const int Enough = 1_000;
    private const int ReportsOfArticle = 20;

    private readonly Question now = new(noted.Negotiation.Id);

    public async Task TakeAsync()
    {
        var start = Stopwatch.GetTimestamp();
        await store.FillAsync(noted.Draw());
        figures.Add(Filling, Row("everything"), size, noted.Events / Stopwatch.GetElapsedTime(start).TotalSeconds);
        await using (var analyze = store.Database.Source.CreateCommand("vacuum analyze"))
            await analyze.ExecuteNonQueryAsync();
        await AskStatesAsync();
        await AskOneFactAsync();
        await WriteAsync();
        await new ReadersWhileWriting(store, noted, limit).TakeAsync(figures, Load, Row, size);
        start = Stopwatch.GetTimestamp();
        var rebuilt = await store.RebuildAsync();
        figures.Add(
            Filling,
            Row(Rebuild),
            size,
            rebuilt is null ? null : noted.Events / Stopwatch.GetElapsedTime(start).TotalSeconds
        );
    }

    /// <summary>The name of a row.</summary>
    public string Row(string what) => $"{store.Name}: {what}";

    private async Task AskStatesAsync()
    {
        await AskAsync(RoundNow, _ => StateAsync(now, noted.DrawBounds().Round));
        await AskAsync($"{Round}, random known-by", _ =>
        {
            var (round, known, _) = noted.DrawBounds();
            return StateAsync(now with { KnownBy = known }, round);
        });
        await AskAsync($"{Round}, random recorded-by", _ =>
        {
            var (round, _, recorded) = noted.DrawBounds();
            return StateAsync(now with { RecordedBy = recorded }, round);
        });
        await AskAsync($"{Round}, random known-by and recorded-by", _ =>
        {
            var (round, known, recorded) = noted.DrawBounds();
            return StateAsync(now with { KnownBy = known, RecordedBy = recorded }, round);
        });
        await AskAsync($"{Round}, random happened-by", _ =>
        {
            var (round, happened, _) = noted.DrawBounds();
            return StateAsync(now with { HappenedBy = happened }, round);
        });
        await AskAsync($"{Round}, random bounds on all clocks", _ =>
        {
            var (round, known, recorded) = noted.DrawBounds();
            return StateAsync(new(now.Negotiation, known, known, recorded), round);
        });
        await AskAsync(Everything, _ => StateAsync(now, ""));
    }

    private async Task AskOneFactAsync()
    {
        var (any, _, _) = noted.DrawBounds();
        if (await store.StateAsync(now, any) is not { Facts: { Count: > 0 } facts })
            return;
        await AskAsync("history of a fact", async _ => await store.HistoryAsync(now, Key()) is not null);
        await AskAsync("blame of a fact", async _ => await store.BlameAsync(now, Key()) is not null);
        await AskAsync("diff of a round's facts between two times known", async _ =>
        {
            var (round, known, _) = noted.DrawBounds();
            return await store.DiffAsync(now with { KnownBy = known }, now, round) is not null;
        });
        await AskAsync("what a correction would change (`--dry-run`)", async _ =>
        {
            return await store.PlanAsync((Correction)noted.PeekCorrection().Events[0].Event) is not null;
        });

        string Key() => noted.Random.Pick(facts).Key;
    }

    private async Task WriteAsync()
    {
        // Drawn before, so that only the store is timed.
        await WriteAsync(Article, 60, () => noted.DrawArticle(ReportsOfArticle));
        await WriteAsync("a late article of 20 reports, of any round", 30, () =>
            noted.DrawArticle(ReportsOfArticle, noted.DrawRound())
        );
        await WriteAsync(Correction, 60, noted.DrawCorrection);
    }

    private async Task WriteAsync(string what, int count, Func<Arrival> draw)
    {
        var (samples, commits) = (new Samples(), new Samples());
        foreach (var arrival in Enumerable.Range(0, Math.Min(count, noted.Reports / 4)).Select(_ => draw()).ToList())
        {
            var start = Stopwatch.GetTimestamp();
            await store.AppendAsync(arrival);
            samples.Add(Stopwatch.GetElapsedTime(start));
            if (raw is not null)
                commits.Add(await raw.CommitAsync());
        }

        figures.Add(Writes, Row(what), size, samples);
        AddRatio(what, "a commit of 20 raw inserts in turn with it", samples, commits);
    }

    private async Task AskAsync(string what, Func<int, Task<bool>> ask)
    {
        var lookups = new Samples();
        var samples = await Samples.TakeAsync(
            limit,
            Enough,
            ask,
            raw is null ? null : async () => lookups.Add(await raw.LookUpAsync())
        );
        figures.Add(Questions, Row(what), size, samples);
        if (what.StartsWith(Round, StringComparison.Ordinal))
            AddRatio(what, "a look-up of as many bytes in turn with it", samples, lookups);
    }

    private void AddRatio(string what, string other, Samples? taken, Samples beside) =>
        figures.Add(
            Ratios,
            $"{Row(what)} : {other}",
            size,
            taken is null || beside.Count == 0 ? null : taken.Median / beside.Median
        );

    private async Task<bool> StateAsync(Question question, string part) =>
        await store.StateAsync(question, part) is not null;
}
