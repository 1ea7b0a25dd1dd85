using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>The random histories are worth their name: every hard case comes up often enough to matter.</summary>
public sealed class HistoriesCollide(ITestOutputHelper output)
{
    [Fact]
    public void Each_hard_case_comes_up_in_at_least_five_percent_of_histories()
    {
        var counts = Enumerable
            .Range(0, Trials.Count)
            .Select(Trials.At)
            .SelectMany(trial => new Collisions(trial).HardCases.Concat(new HardCorrections(trial.History).HardCases))
            .GroupBy(hardCase => hardCase.Key)
            .Select(group => (Name: group.Key, Share: 100.0 * group.Count(hardCase => hardCase.Value) / Trials.Count))
            .OrderBy(hardCase => hardCase.Share)
            .ToList();
        output.WriteLine($"NEGOTIATIONS_SEED={Trials.Seed}, {Trials.Count} histories");
        foreach (var (name, share) in counts)
            output.WriteLine($"{share, 5:F1} %  {name}");
        // Of so few histories the share differs by chance; it fails where chance alone would do so once in a thousand.
        Assert.All(
            counts,
            hardCase => Assert.True(hardCase.Share >= 5 - 3 * Deviation, $"{hardCase.Name}: {hardCase.Share:F1} %")
        );
    }

    // Of a share of five percent, in percent.
    private static double Deviation => 100 * Math.Sqrt(0.05 * 0.95 / Trials.Count);

    [Fact]
    public void A_store_takes_in_most_of_the_random_corrections()
    {
        for (var number = 0; number < 200; number++)
            Trials.At(number);
        var (tried, admitted) = CorrectionSimulation.Total;
        output.WriteLine($"{admitted} of {tried} corrections were taken in: {100.0 * admitted / tried:F1} %");
        Assert.True(admitted > 0.6 * tried);
    }

    [Fact]
    public void One_seed_gives_one_history() =>
        Assert.Equal(HistoryText.Describe(Trial.Random(7)), HistoryText.Describe(Trial.Random(7)));
}
