using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class VersionsOfStreams
{
    [Fact]
    public void The_version_is_the_highest_also_where_the_positions_run_otherwise()
    {
        var log = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-02")
                    .Says<AttendancePossible>("may-come", r => r.By(AdaBrill) with { Person = AdaBrill })
            )
            .Log;
        var stream = StreamName.ForArticle(Sample.Talks, "morning-herald");
        var last = log.FindStream(stream).Version;

        var turned = new NegotiationLog(
            log.Settled,
            [
                .. log.Events.Select(recorded =>
                    recorded.Stream == stream ? recorded with { Version = last + 1 - recorded.Version } : recorded
                ),
            ]
        );

        Assert.True(last > 1, "one event cannot be out of order");
        Assert.Equal(last, turned.FindStream(stream).Version);
    }
}
