using Microsoft.Extensions.Caching.Memory;
using Negotiations.Server.Pages;

namespace Negotiations.Server;

/// <summary>
/// Puts into words what was recorded last. What was recorded stays what it is, so that each time is read and compared
/// once; but what is erased later goes from it.
/// </summary>
internal sealed class FeedEntries(MartenEventStore store, ServerSettings settings) : IDisposable
{
    // An article is a few hundred events. Of a whole history that came in at once the first events say enough.
    private const int MostEvents = 1_000;

    private const int MostKept = 5_000;

    private const string NotCompared = "The page shows which facts changed by it.";

    // Of a large negotiation two states are compared in some tenths of a second.
    private const int MostComparedWhereLarge = 10;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>
    /// The entries of what was recorded, in the same order. Of a large negotiation the newest say which facts changed,
    /// the others leave that to the page to which they lead.
    /// </summary>
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
        var compared = now.Answered.Reports < settings.LargeFrom ? batches.Count : MostComparedWhereLarge;
        List<FeedEntry> entries = [];
        State? before = null;
        for (var i = isWhole ? 0 : 1; i < batches.Count; i++)
        {
            var (after, batch) = (i == 0 ? 0 : batches[i - 1].Last, batches[i]);
            var isCompared = i >= batches.Count - compared;
            var key = (now.Definition.Negotiation, after, batch.Proven, now.Answered.Erased, isCompared);
            if (!kept.TryGetValue<FeedEntry>(key, out var entry))
            {
                var title = await DescribeRecordedAsync(now, batch, cancellationToken);
                var summary = NotCompared;
                if (isCompared)
                {
                    // The state before one is that after the one before, which is at hand already.
                    if (before?.Answered.Settled.Position != after)
                        before = after == 0 ? null : await ReadStateAsync(now, after, cancellationToken);
                    var state = await ReadStateAsync(now, batch.Last, cancellationToken);
                    summary = ChangedFactsWords.Describe(before ?? state with { Facts = [] }, state);
                    before = state;
                }

                entry = new(after, batch, title, summary);
                kept.Set(key, entry, new MemoryCacheEntryOptions { Size = 1 });
            }

            entries.Add(entry!);
        }

        return entries;
    }

    public void Dispose() => kept.Dispose();

    private async Task<string> DescribeRecordedAsync(State now, RecordBatch batch, CancellationToken cancellationToken)
    {
        var last = Math.Min(batch.Last, batch.First + MostEvents - 1);
        var positions = Enumerable.Range(0, (int)(last - batch.First + 1)).Select(place => batch.First + place);
        var events = await store.ReadEventsAsync(now.Definition.Negotiation, positions, cancellationToken);
        return RecordedWords.Describe(now, events, batch);
    }

    private Task<State> ReadStateAsync(State now, long position, CancellationToken cancellationToken) =>
        KeptState.ReadAsync(
            store,
            new(now.Definition.Negotiation, RecordedBy: new RecordedBound.AtPosition(position)),
            null,
            cancellationToken
        );
}
