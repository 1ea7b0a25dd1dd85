namespace Negotiations.Bench;

/// <summary>What both hosts of the core are given and asked, in the same words.</summary>
public static class StoreQuestions
{
    public static async Task AppendAsync(IEventStore store, DrawnHistory history)
    {
        foreach (var arrival in history.Arrivals)
            await store.AppendAsync(arrival.Stream, arrival.ExpectedVersion, arrival.Events);
    }

    /// <summary>Asks for the state now, recorded by the middle and known by the middle.</summary>
    public static async Task AskAsync(
        IEventStore store,
        DrawnHistory history,
        Times times,
        Measured state,
        Measured recordedByMiddle,
        Measured knownByMiddle
    )
    {
        var everything = new Question(history.Negotiation);
        var halfway = new RecordedBound.AtPosition(Halfway.Find(history).Position);
        await times.TakeAsync(state, () => store.AnswerAsync(everything));
        await times.TakeAsync(recordedByMiddle, () => store.AnswerAsync(everything with { RecordedBy = halfway }));
        await times.TakeAsync(knownByMiddle, () => store.AnswerAsync(everything with { KnownBy = history.Middle }));
    }
}
