using Npgsql;
using Xunit.Abstractions;

namespace Negotiations.Store.Tests;

/// <summary>Random changes of a store, each in a transaction that is checked and rolled back: none may pass.</summary>
/// <remarks>
/// The environment variable <c>NEGOTIATIONS_SEED</c> repeats a run; <c>NEGOTIATIONS_CASES</c> makes it longer.
/// </remarks>
public sealed class RandomTampering(ITestOutputHelper output) : StoreTest
{
    private const int Events = 200;

    private static readonly int Cases = Math.Min(TestSettings.ReadCases(300), 10_000);

    [Fact]
    public async Task No_random_change_of_events_or_of_the_record_passes()
    {
        await FillAsync();
        await using var connection = await Database.DataSource.OpenConnectionAsync();
        await ExecuteAsync(connection, Tampering.Preparation);
        var checkpoint = await Store.ReadCheckpointAsync();
        var dice = new Random(TestSettings.Seed);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        output.WriteLine($"NEGOTIATIONS_SEED={TestSettings.Seed}, {Cases} cases");
        for (var number = 0; number < Cases; )
        {
            var tampering = Tampering.Next(dice, Events);
            await using var transaction = await connection.BeginTransactionAsync();
            if (await ExecuteAsync(connection, tampering.Sql) == 0)
            {
                await transaction.RollbackAsync();
                continue;
            }

            var faults = new List<ChainFault>();
            await foreach (var fault in ChainCheck.FaultsAsync(connection, progress: null, CancellationToken.None))
                faults.Add(fault);
            if (tampering.OnlyByCheckpoint)
            {
                Assert.Empty(faults);
                faults.AddRange(
                    await CheckpointCheck.FaultAsync(connection, checkpoint, CancellationToken.None) is { } found
                        ? [found]
                        : []
                );
            }

            var which = $"NEGOTIATIONS_SEED={TestSettings.Seed}, case {number}: {tampering.Sql}";
            Assert.True(faults.Count > 0, $"not found with {which}");
            if (tampering.First is { } first)
                Assert.True(faults[0].Position == first, $"{faults[0]} instead of position {first} with {which}");
            await transaction.RollbackAsync();
            counts[tampering.Name] = counts.GetValueOrDefault(tampering.Name) + 1;
            number++;
        }

        foreach (var (name, count) in counts)
            output.WriteLine($"{count, 6} {name}");
        Assert.Empty(await FaultsAsync());
    }

    // Several streams of several types, each event a commit of its own, so that no two have the same time.
    private async Task FillAsync()
    {
        var versions = new int[7];
        for (var number = 1; number <= Events; number++)
        {
            var stream = number * 31 % versions.Length;
            await Store.AppendAsync(
                Article($"herald-{stream}"),
                versions[stream]++,
                [number % 3 == 0 ? Sample.Definition($"talks-{number}") : Sample.Proposal(number)]
            );
        }
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }
}
