using Microsoft.Extensions.Caching.Memory;
using Negotiations.Server.Pages;

namespace Negotiations.Server;

/// <summary>
/// Puts into words what was recorded last. What was recorded stays what it is, so that each time is read and compared
/// once; but what is erased later goes from it.
/// </summary>
internal sealed class FeedEntries(MartenEventStore store) : IDisposable
{
    // An article is a few hundred events. Of a whole history that came in at once the first events say enough.
    private const int MostEvents = 1_000;

    private const int MostKept = 5_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The entries of what was recorded, in the same order.</summary>
    /// <param name="now">The negotiation as of now.</param>
    /// <param name="batches">What was recorded one after the other, without a gap; the first says only what was before
    /// the second, unless nothing was before it.</param>
    /// <param name="isWhole">Whether nothing was recorded before the first.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<IReadOnlyList<FeedEntry>> ReadAsync(
        State now,
        IReadOnlyList<RecordBatch> batches,
        bool isWhole,
        CancellationToken cancellationToken
    )
    {
        List<FeedEntry> entries = [];
        State? before = null;
        for (var i = isWhole ? 0 : 1; i < batches.Count; i++)
        {
            var (after, batch) = (i == 0 ? 0 : batches[i - 1].Last, batches[i]);
            var key = (now.Definition.Negotiation, after, batch.Proven, now.Answered.Erased);
            if (!kept.TryGetValue<FeedEntry>(key, out var entry))
            {
                // The state before one is that after the one before, which is at hand already.
                if (before?.Answered.Settled.Position != after)
                    before = after == 0 ? null : await ReadStateAsync(now, after, cancellationToken);
                var state = await ReadStateAsync(now, batch.Last, cancellationToken);
                entry = await DescribeAsync(now, after, batch, before, state, cancellationToken);
                before = state;
                kept.Set(key, entry, new MemoryCacheEntryOptions { Size = 1 });
            }

            entries.Add(entry!);
        }

        return entries;
    }

    public void Dispose() => kept.Dispose();

    private async Task<FeedEntry> DescribeAsync(
        State now,
        long after,
        RecordBatch batch,
        State? before,
        State state,
        CancellationToken cancellationToken
    )
    {
        var last = Math.Min(batch.Last, batch.First + MostEvents - 1);
        var positions = Enumerable.Range(0, (int)(last - batch.First + 1)).Select(place => batch.First + place);
        var events = await store.ReadEventsAsync(now.Definition.Negotiation, positions, cancellationToken);
        return new(
            after,
            batch,
            RecordedWords.Describe(now, events, batch),
            ChangedFactsWords.Describe(before ?? state with { Facts = [] }, state)
        );
    }

    private Task<State> ReadStateAsync(State now, long position, CancellationToken cancellationToken) =>
        KeptState.ReadAsync(
            store,
            new(now.Definition.Negotiation, RecordedBy: new RecordedBound.AtPosition(position)),
            null,
            cancellationToken
        );
}
