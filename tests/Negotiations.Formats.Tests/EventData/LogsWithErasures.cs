using NodaTime;

namespace Negotiations.Formats.Tests;

public class LogsWithErasures
{
    private static readonly Guid Erased = new("00000000-0000-0000-0000-000000000001");

    private static readonly Guid Intact = new("00000000-0000-0000-0000-000000000002");

    [Fact]
    public void An_event_that_was_erased_twice_is_left_out_and_one_whose_erasure_is_forged_is_not()
    {
        var version = RandomExport
            .Some()
            .SelectMany(some => some.Exported.Log.Events)
            .First(recorded => recorded.Event is ArticleVersionPublished);
        NegotiationLog log = new(
            new(5, Instant.FromUtc(2031, 4, 2, 0, 0)),
            [
                version with
                {
                    Position = 1,
                    Id = Erased,
                    Event = EventJson.Read("talks_offered", ErasedEvent.Json),
                },
                version with
                {
                    Position = 2,
                    Id = Intact,
                },
                .. new[] { Erased, Erased, Intact }.Select(
                    (id, index) =>
                        version with
                        {
                            Position = 3 + index,
                            Id = Guid.NewGuid(),
                            Event = new PayloadErased
                            {
                                Event = id,
                                Who = "the officer",
                                Reason = "a request",
                            },
                        }
                ),
            ]
        );

        Assert.Equal([Intact], RedactedLog.From(log).Log.Events.Select(recorded => recorded.Id));
    }
}
