using System.Text.Json;

namespace Negotiations.Tests;

/// <summary>What a store would hold after events were erased.</summary>
public static class SampleErasure
{
    private static readonly PayloadErased Said = new()
    {
        Event = default,
        Who = "the officer",
        Reason = "a request",
    };

    /// <summary>Events as an erasure leaves them, with what says so at the end.</summary>
    public static IReadOnlyList<RecordedEvent> In(IReadOnlyList<RecordedEvent> events, ErasurePlan plan)
    {
        Assert.Null(plan.Refusal);
        var last = events[^1];
        var erasures = plan.By(Said.Who, Said.Reason);
        var erased = plan
            .Events.Zip(erasures, (recorded, erasure) => (recorded.Id, Erasure: (PayloadErased)erasure.Event))
            .ToDictionary(pair => pair.Id, pair => pair.Erasure);
        return
        [
            .. events.Select(recorded =>
                erased.TryGetValue(recorded.Id, out var erasure)
                    ? recorded with
                    {
                        Event = Empty(recorded.Event.GetType()),
                        Erasure = new(last.RecordedAt, erasure),
                    }
                    : recorded
            ),
            .. erasures.Select(
                (erasure, i) =>
                    new RecordedEvent(
                        last.Position + i + 1,
                        last.RecordedAt,
                        erasure.Id,
                        plan.Stream,
                        plan.ExpectedVersion + i + 1,
                        erasure.Event
                    )
            ),
        ];
    }

    /// <summary>What is left of an event of a type.</summary>
    public static DomainEvent Empty(Type type) =>
        (DomainEvent)JsonSerializer.Deserialize(ErasedEvent.Json, type, EventJson.Options)!;
}
