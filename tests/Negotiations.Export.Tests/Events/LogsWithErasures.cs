using NodaTime;

namespace Negotiations.Export.Tests;

public class LogsWithErasures
{
    private static readonly Guid Erased = new("00000000-0000-0000-0000-000000000001");

    private static readonly Guid Intact = new("00000000-0000-0000-0000-000000000002");

    [Fact]
    public void An_event_that_was_erased_twice_is_left_out_and_one_whose_erasure_is_forged_is_not()
    {
        var report = RandomExport.Some().SelectMany(some => some.Exported.Log.Events).First(recorded => recorded.Event is Report);
        NegotiationLog log = new(new(5, Instant.FromUtc(2031, 4, 2, 0, 0)),
        [
            report with { Position = 1, Id = Erased, Event = EventJson.Read("talks_offered", ErasedEvent.Json) },
            report with { Position = 2, Id = Intact },
            .. new[] { Erased, Erased, Intact }.Select((id, index) => report with
            {
                Position = 3 + index,
                Id = Guid.NewGuid(),
                Event = new PayloadErased { Event = id, Who = "the officer", Reason = "a request" },
            }),
        ]);

        Assert.Equal([Intact], StandingLog.Of(log).Events.Select(recorded => recorded.Id));
    }
}
