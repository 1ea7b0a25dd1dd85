using Negotiations.Tests.Laws;

namespace Negotiations.Store.Tests;

/// <summary>Facts that are kept ready come along in a backup.</summary>
public sealed class BackupsOfFacts : KeptFactsTest
{
    [Fact]
    public async Task They_are_there_after_a_restore_and_are_gone_on_with()
    {
        var log = Trials.At(8).History.Log;
        await RecordedHistory.AppendAsync(Store, log.SkipLast(3));
        await Store.FindKeptAsync(Now);
        await using var other = await TestDatabase.CreateAsync();
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.backup");
        try
        {
            await StoreBackup.BackUpAsync(Database.ConnectionString, file, CancellationToken.None);
            await StoreBackup.RestoreAsync(
                other.DataSource,
                other.ConnectionString,
                file,
                progress: null,
                CancellationToken.None
            );
        }
        finally
        {
            File.Delete(file);
        }

        var restored = await other.OpenStoreAsync();
        Assert.Equal(
            log.Count - 3,
            await other.QueryAsync<long>("select position from negotiations_fact_builds where is_ready")
        );
        await RecordedHistory.AppendAsync(restored, log.TakeLast(3));
        await RecordedHistory.AppendAsync(Store, log.TakeLast(3));
        var (one, another) = (await Store.FindKeptAsync(Now), await restored.FindKeptAsync(Now));
        Assert.Equal(one!.Facts.Select(fact => fact.Key), another!.Facts.Select(fact => fact.Key));
        Assert.All(one.Facts.Zip(another.Facts), pair => Assert.True(pair.First.IsSameAs(pair.Second)));
        await AssertSameAsync(Now);
        // Numbers go on where they stood.
        await restored.RebuildFactsAsync();
        Assert.Equal(1, await other.QueryAsync<long>("select count(*) from negotiations_fact_builds"));
    }
}
