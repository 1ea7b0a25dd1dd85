namespace Negotiations.Store.Tests;

/// <summary>Appends that stand on more than the stream to which they append.</summary>
public sealed class DecisionsOnAllOfANegotiation : StoreTest
{
    private static readonly string Own = StreamName.ForNegotiation(Sample.Talks);

    [Fact]
    public async Task Stand_while_nothing_more_is_recorded()
    {
        await Store.AppendAsync(Own, 0, [Sample.Definition(Sample.Talks)]);

        await Store.AppendAsync(Article("a"), 0, Sample.Proposals(2), Basis(1));

        Assert.Equal(3, (await Store.ReadPositionAsync()).Position);
    }

    [Fact]
    public async Task Fall_with_what_is_recorded_of_another_article_and_append_nothing()
    {
        await Store.AppendAsync(Article("a"), 0, Sample.Proposals(1));

        var failure = await Assert.ThrowsAsync<ConcurrencyException>(() =>
            Store.AppendAsync(Article("b"), 0, Sample.Proposals(1), Basis(0))
        );

        Assert.Contains("more was recorded of the negotiation 'lakes' since position 0", failure.Message);
        // Marten leaves a tombstone in a stream of its own, where a commit has failed.
        Assert.Equal(
            1,
            await Database.QueryAsync<long>("select count(*) from mt_events where stream_id <> 'mt_tombstone'")
        );
        Assert.Equal(1, await Database.QueryAsync<long>("select count(*) from mt_streams where id <> 'mt_tombstone'"));
    }

    [Fact]
    public async Task Do_not_fall_with_what_is_recorded_of_another_negotiation()
    {
        await Store.AppendAsync(StreamName.ForNegotiation("ponds"), 0, [Sample.Definition("ponds")]);

        await Store.AppendAsync(Article("a"), 0, Sample.Proposals(1), Basis(0));

        Assert.Single(await ReadAsync());
    }

    [Fact]
    public async Task On_the_definition_alone_fall_only_with_another_definition()
    {
        await Store.AppendAsync(Own, 0, [Sample.Definition(Sample.Talks)]);
        await Store.AppendAsync(Article("a"), 0, Sample.Proposals(1));
        await Store.AppendAsync(Article("b"), 0, Sample.Proposals(1), Basis(1, articles: false));
        await Store.AppendAsync(Own, 1, [Sample.Definition(Sample.Talks)]);

        await Assert.ThrowsAsync<ConcurrencyException>(() =>
            Store.AppendAsync(Article("c"), 0, Sample.Proposals(1), Basis(1, articles: false))
        );
    }

    [Fact]
    public async Task Of_several_on_the_same_basis_one_stands()
    {
        for (var round = 0; round < 10; round++)
        {
            var basis = Basis((await Store.ReadPositionAsync()).Position);
            var outcomes = await Task.WhenAll(
                Enumerable
                    .Range(0, 6)
                    .Select(async writer =>
                    {
                        try
                        {
                            await Store.AppendAsync(Article($"{round}-{writer}"), 0, Sample.Proposals(1), basis);
                            return true;
                        }
                        catch (ConcurrencyException)
                        {
                            return false;
                        }
                    })
            );

            Assert.Single(outcomes, isIn => isIn);
        }
    }

    // The other has its position, and has not committed: whoever looks now does not see it.
    [Fact]
    public async Task Wait_for_a_plain_writer_who_is_about_to_commit()
    {
        await using var other = await PlainWriter.BeginAsync(Database.DataSource);
        await other.InsertAsync(Article("a"));
        await other.ExecuteAsync("set constraints all immediate");
        var append = Store.AppendAsync(Article("b"), 0, Sample.Proposals(1), Basis(0));
        await WaitForTheLockAsync();

        await other.CommitAsync();

        await Assert.ThrowsAsync<ConcurrencyException>(() => append);
        Assert.Single(await ReadAsync());
    }

    [Fact]
    public async Task Stand_where_the_plain_writer_takes_its_events_back()
    {
        await using var other = await PlainWriter.BeginAsync(Database.DataSource);
        await other.InsertAsync(Article("a"));
        await other.ExecuteAsync("set constraints all immediate");
        var append = Store.AppendAsync(Article("b"), 0, Sample.Proposals(1), Basis(0));
        await WaitForTheLockAsync();

        await other.RollbackAsync();

        await append;
        Assert.Equal(Article("b"), Assert.Single(await ReadAsync()).Stream);
    }

    // Whoever commits later stands after the decision, which so was made on all there was.
    [Fact]
    public async Task Do_not_wait_for_a_plain_writer_of_another_article_who_is_not_about_to_commit()
    {
        await using var other = await PlainWriter.BeginAsync(Database.DataSource);
        await other.InsertAsync(Article("a"));

        await Store.AppendAsync(Article("b"), 0, Sample.Proposals(1), Basis(0));
        await other.CommitAsync();

        Assert.Equal([Article("b"), Article("a")], (await ReadAsync()).Select(recorded => recorded.Stream));
    }

    private async Task WaitForTheLockAsync()
    {
        while (
            await Database.QueryAsync<long>(
                "select count(*) from pg_locks where locktype = 'advisory' and not granted and "
                    + "database = (select oid from pg_database where datname = current_database())"
            ) == 0
        )
            await Task.Delay(10);
    }

    private static ConsistencyBoundary Basis(long position, bool articles = true) =>
        new(Sample.Talks, position, articles);
}
