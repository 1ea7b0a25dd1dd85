using Xunit.Abstractions;

namespace Negotiations.Store.Tests;

/// <summary>The check of the hash chain holds a few hundred rows at a time, however many there are.</summary>
/// <remarks>The environment variable <c>NEGOTIATIONS_EVENTS</c> makes the store larger.</remarks>
public sealed class MemoryOfTheCheck(ITestOutputHelper output) : StoreTest
{
    private const int BytesOfAnEvent = 2000;

    private const long Most = 16 * 1024 * 1024;

    private static readonly int Events = TestSettings.ReadNumber("NEGOTIATIONS_EVENTS") ?? 20_000;

    [Fact]
    public async Task It_does_not_grow_with_the_store()
    {
        Assert.True((long)Events * BytesOfAnEvent > 2 * Most);
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        await Database.ExecuteAsync(
            $"""
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
            select nextval('mt_events_sequence'), gen_random_uuid(), stream_id, n,
                   data || jsonb_build_object('more', repeat('x', {BytesOfAnEvent})), type, now(), mt_dotnet_type
              from mt_events, generate_series(2, {Events}) n;
            update mt_streams set version = {Events}
            """
        );
        var memory = new Memory();

        await foreach (var fault in Store.CheckChainAsync(memory))
            Assert.Fail(fault.ToString());

        output.WriteLine(
            $"{Events} events: at most {memory.Peak / 1024} KiB above the {memory.Start / 1024} KiB of before"
        );
        Assert.Equal(Events, memory.Checked);
        Assert.InRange(memory.Peak, long.MinValue, Most);
    }

    private sealed class Memory : IProgress<ChainProgress>
    {
        public long Start { get; } = GC.GetTotalMemory(forceFullCollection: true);

        public long Peak { get; private set; }

        public long Checked { get; private set; }

        // While a portion is held; what was only needed for those before it is garbage by then.
        public void Report(ChainProgress value)
        {
            Checked = value.Checked;
            if (value.Checked % 5000 == 0)
                Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true) - Start);
        }
    }
}
