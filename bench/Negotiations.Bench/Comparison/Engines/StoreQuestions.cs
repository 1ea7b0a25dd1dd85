namespace Negotiations.Bench;

/// <summary>What both hosts of the core are given and asked, in the same words.</summary>
public static class StoreQuestions
{
    public static async Task AppendAsync(IEventStore store, InventedHistory history)
    {
        foreach (var (stream, events) in history.Streams)
            await store.AppendAsync(stream, expectedVersion: 0, events);
    }

    /// <summary>Asks for the state now, recorded by the middle and known by the middle.</summary>
    public static async Task AskAsync(
        IEventStore store,
        InventedHistory history,
        Times times,
        Measured state,
        Measured recordedByMiddle,
        Measured knownByMiddle
    )
    {
        var everything = new Question(InventedHistory.Negotiation);
        var halfway = new RecordedBound.AtPosition(Halfway.Find(history).Position);
        await times.TakeAsync(state, () => store.AnswerAsync(everything));
        await times.TakeAsync(recordedByMiddle, () => store.AnswerAsync(everything with { RecordedBy = halfway }));
        await times.TakeAsync(knownByMiddle, () => store.AnswerAsync(everything with { KnownBy = history.Middle }));
    }
}
