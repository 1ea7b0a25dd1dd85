using Negotiations.Tests.Laws;

namespace Negotiations.Store.Tests;

/// <summary>Puts random histories into stores.</summary>
internal static class RecordedHistory
{
    /// <summary>Appends a history in its order, what stands together in a stream at once.</summary>
    /// <param name="store">An empty store.</param>
    /// <param name="history">The history.</param>
    /// <param name="after">Done after each append.</param>
    public static Task AppendAsync(IEventStore store, History history, Func<Task>? after = null) =>
        AppendAsync(store, history.Log, after);

    /// <summary>Appends a part of a history to what there is of it.</summary>
    public static async Task AppendAsync(IEventStore store, IEnumerable<RecordedEvent> log, Func<Task>? after = null)
    {
        var batch = new List<RecordedEvent>();
        foreach (var recorded in log)
        {
            if (batch.Count > 0 && batch[0].Stream != recorded.Stream)
                await FlushAsync();
            batch.Add(recorded);
        }

        await FlushAsync();

        async Task FlushAsync()
        {
            await store.AppendAsync(
                batch[0].Stream,
                batch[0].Version - 1,
                [.. batch.Select(recorded => new NewEvent(recorded.Id, recorded.Event))]
            );
            batch.Clear();
            if (after is not null)
                await after();
        }
    }
}
