namespace Negotiations.Store.Tests;

public sealed class CheckpointsOfStores : StoreTest
{
    [Fact]
    public async Task A_checkpoint_holds_however_the_record_grows()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(3));
        var checkpoint = await Store.ReadCheckpointAsync();
        await Store.AppendAsync(Sample.Stream, 3, Sample.Proposals(2));

        Assert.Equal(3, checkpoint.Position);
        Assert.Null(await Store.CheckCheckpointAsync(checkpoint));
    }

    [Fact]
    public async Task The_checkpoint_of_another_store_is_told_apart()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(3));
        var checkpoint = await Store.ReadCheckpointAsync() with { First = new byte[32], Head = new byte[32] };

        Assert.Contains("another store", (await Store.CheckCheckpointAsync(checkpoint))!.Problem);
    }

    [Fact]
    public async Task The_checkpoint_of_another_store_is_told_apart_also_where_this_one_is_shorter()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(3));
        var checkpoint = await Store.ReadCheckpointAsync() with { First = new byte[32], Position = 9 };

        Assert.Contains("another store", (await Store.CheckCheckpointAsync(checkpoint))!.Problem);
    }

    [Fact]
    public async Task A_checkpoint_that_is_older_than_the_record_is_another_stores()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(3));
        var checkpoint = await Store.ReadCheckpointAsync();
        checkpoint = checkpoint with { First = new byte[32], At = checkpoint.At - NodaTime.Duration.FromDays(1) };

        Assert.DoesNotContain("rewritten", (await Store.CheckCheckpointAsync(checkpoint))!.Problem);
    }

    [Fact]
    public async Task A_record_that_was_rewritten_after_its_beginning_is_not_taken_for_another_store()
    {
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(3));
        var checkpoint = await Store.ReadCheckpointAsync() with { Head = new byte[32] };

        Assert.DoesNotContain("another store", (await Store.CheckCheckpointAsync(checkpoint))!.Problem);
    }

    [Fact]
    public async Task An_empty_record_has_no_checkpoint() =>
        Assert.Contains(
            "nothing",
            (await Assert.ThrowsAsync<CheckpointException>(() => Store.ReadCheckpointAsync())).Message
        );
}
