using System.Globalization;

namespace Negotiations.Server.Tests;

/// <summary>
/// A server that is killed by SIGKILL in the midst of its work loses nothing and does nothing twice: the next one goes
/// on from there. <c>NEGOTIATIONS_KILLS</c> sets how often in a row it is killed at each place.
/// </summary>
public sealed class KilledServers : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("killed-servers-");
    private readonly Quarry quarry = Quarry.New();
    private TestDatabase database = null!;

    private static int Kills =>
        int.Parse(Environment.GetEnvironmentVariable("NEGOTIATIONS_KILLS") ?? "2", CultureInfo.InvariantCulture);

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await RunningServer.MigrateAsync(database);
        var store = await database.OpenStoreAsync();
        var definition = await Intake.ReadDefinitionAsync(store, quarry.Definition, null, CancellationToken.None);
        var decision = NegotiationIntake.Decide(new(0, []), definition);
        await store.AppendAsync(decision.Stream, 0, decision.Append);
    }

    public async Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("before the projection")]
    [InlineData("after the append")]
    [InlineData("after the publication")]
    public async Task Nothing_is_lost_and_nothing_is_done_twice(string place)
    {
        var files = Enumerable.Range(1, Kills).Select(WriteArticle).ToList();
        for (var killed = 1; killed <= Kills; killed++)
        {
            using var dying = ServerProcess.Start(database.ConnectionString, place, files.Take(killed));
            await dying.DeadAsync();
        }

        using var last = ServerProcess.Start(database.ConnectionString, "nowhere", files);
        await last.DoneAsync();
        var settled = (await (await database.OpenStoreAsync()).ReadPositionAsync()).Position;
        await RunningServer.UntilAsync(
            async () => await database.QueryAsync<long>("select count(*) from mt_doc_published_change") >= Kills,
            "every change is published"
        );
        await RunningServer.UntilAsync(
            async () => await database.QueryAsync<long>(RunningServer.MessagesUnderWay) == 0,
            "no message is under way"
        );
        await RunningServer.UntilAsync(
            async () =>
                await database.QueryAsync<long>(
                    "select coalesce(max(position), 0) from negotiations_fact_builds where is_ready"
                ) == settled,
            "the facts are kept ready"
        );
        await last.LeaveAsync();

        // One definition, and of each article a version with two reports, in the streams as on the record clock.
        Assert.Equal(1 + 3 * Kills, settled);
        Assert.Equal(
            1 + 3 * Kills,
            await database.QueryAsync<long>("select count(distinct id) from mt_events where type <> 'tombstone'")
        );
        Assert.Equal(
            (Kills, Kills),
            (await CountAsync("mt_doc_published_change"), await CountAsync("wolverine.wolverine_queue_changes"))
        );
        Assert.Equal(
            Kills,
            await database.QueryAsync<long>("select count(distinct data ->> 'at') from mt_doc_published_change")
        );
        Assert.Equal(0, await CountAsync("wolverine.wolverine_dead_letters"));
        Assert.Equal(
            Kills,
            await database.QueryAsync<long>(
                "select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Scheduled'"
            )
        );
        var store = await database.OpenStoreAsync();
        var folded = Answer.To(new Question(quarry.Talks), await store.ReadLogAsync(quarry.Talks, recordedBy: null));
        var kept = await store.FindKeptAsync(new Question(quarry.Talks));
        Assert.Equal(folded.Facts.Select(fact => fact.Key), kept!.Facts.Select(fact => fact.Key));
        Assert.All(folded.Facts.Zip(kept.Facts), pair => Assert.True(pair.First.IsSameAs(pair.Second)));
    }

    private string WriteArticle(int number)
    {
        var coded = quarry.Article(number, 1, 2);
        var path = Path.Combine(folder.FullName, coded.File);
        File.WriteAllText(path, coded.Text);
        return path;
    }

    private Task<long> CountAsync(string table) => database.QueryAsync<long>($"select count(*) from {table}");
}
