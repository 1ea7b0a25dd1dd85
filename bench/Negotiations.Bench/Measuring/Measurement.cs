namespace Negotiations.Bench;

/// <summary>What was measured for one size of history: medians of several runs.</summary>
/// <param name="Reports">The number of reports.</param>
/// <param name="Events">The number of events.</param>
/// <param name="Runs">The number of runs.</param>
/// <param name="Filling">Filling the store.</param>
/// <param name="Asking">Asking it.</param>
public sealed record Measurement(int Reports, int Events, int Runs, Filling Filling, Asking Asking)
{
    /// <summary>Fills and asks several times, everything side by side in each run.</summary>
    public static async Task<Measurement> TakeAsync(
        int reports,
        int seed,
        int runs,
        string connection,
        Action<string> progress
    )
    {
        var history = DrawnHistory.Draw(reports, seed);
        var random = new Random(seed);
        var fillings = new List<Filling>();
        var askings = new List<Asking>();
        for (var run = 1; run <= runs; run++)
        {
            progress($"{reports} reports, run {run} of {runs}");
            await using var database = await BenchDatabase.CreateAsync(connection);
            fillings.Add(await Filling.MeasureAsync(history, database, connection));
            await using (var analyze = database.Source.CreateCommand("vacuum analyze"))
                await analyze.ExecuteNonQueryAsync();
            askings.Add(await Asking.MeasureAsync(history, database.Source, random));
        }

        return new(
            history.Reports,
            history.Events,
            runs,
            new(
                fillings.Select(filling => filling.Append).Median(),
                fillings.Select(filling => filling.CopyWithTrigger).Median(),
                fillings.Select(filling => filling.Copy).Median()
            ),
            new(
                askings.Select(asking => asking.Lookup).Median(),
                askings.Select(asking => asking.KnownByMiddle).Median(),
                askings.Select(asking => asking.Unbounded).Median(),
                askings.Select(asking => asking.Reading).Median(),
                askings.Select(asking => asking.Folding).Median(),
                askings[0].Facts
            )
        );
    }
}
