namespace Negotiations.Bench;

/// <summary>What was measured of the three engines for one size of history.</summary>
/// <param name="Reports">The number of reports.</param>
/// <param name="Events">The number of events.</param>
/// <param name="Runs">The number of runs.</param>
/// <param name="Times">The times.</param>
public sealed record Comparison(int Reports, int Events, int Runs, Times Times)
{
    // It answers twice for each article: of 10,000 reports that takes many minutes, of 100,000 most of a day.
    private const int MostReportsVerified = 1_000;

    /// <summary>Fills, rebuilds and asks several times, the engines side by side in each run.</summary>
    public static async Task<Comparison> TakeAsync(
        int reports,
        int seed,
        int runs,
        string connection,
        Action<string> progress
    )
    {
        var history = DrawnHistory.Draw(reports, seed);
        var times = new Times(progress);
        for (var run = 1; run <= runs; run++)
        {
            progress($"{reports} reports, run {run} of {runs}");
            await using var plain = await PlainMarten.CreateAsync(connection);
            await using var store = await NegotiationEngine.CreateAsync(connection);
            IReadOnlyList<IEngine> engines = [plain, store];
            foreach (var engine in engines)
                await engine.FillAsync(history, times);
            foreach (var engine in engines)
                await AnalyzeAsync(engine);
            foreach (var engine in engines)
                await engine.RebuildAsync(times);
            foreach (var engine in engines)
                await engine.AskAsync(history, times);
            if (reports <= MostReportsVerified)
                await store.VerifyAsync(history, times);
        }

        return new(history.Reports, history.Events, runs, times);
    }

    private static async Task AnalyzeAsync(IEngine engine)
    {
        await using var analyze = engine.Database.Source.CreateCommand("vacuum analyze");
        await analyze.ExecuteNonQueryAsync();
    }
}
