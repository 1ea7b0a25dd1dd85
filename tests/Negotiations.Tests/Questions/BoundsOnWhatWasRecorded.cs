using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class BoundsOnWhatWasRecorded
{
    // Position 1 is the negotiation, 2 and 4 are versions, 3 and 5 reports.
    private static readonly History History = Sample.History(
        Sample
            .Article("morning-herald", "2031-04-02")
            .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill }),
        Sample
            .Article("evening-post", "2031-04-03")
            .Says<AttendanceConfirmed>("confirms", r => r.By(AdaBrill) with { Person = AdaBrill })
    );

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, "declined")]
    [InlineData(4, "declined")]
    [InlineData(5, "confirmed")]
    public async Task A_position_shows_what_was_recorded_up_to_it(long position, string? status)
    {
        var answer = await AskAsync(new RecordedBound.AtPosition(position));

        Assert.Equal(position, answer.Settled.Position);
        Assert.Equal(status, answer.Facts.SingleOrDefault()?.Value.Status);
    }

    [Fact]
    public async Task A_time_means_the_last_position_recorded_by_then()
    {
        var at = History.Events[2].RecordedAt;

        Assert.Equal(3, (await AskAsync(new RecordedBound.AtTime(at))).Settled.Position);
        Assert.Equal(2, (await AskAsync(new RecordedBound.AtTime(at.PlusNanoseconds(-1000)))).Settled.Position);
    }

    [Fact]
    public async Task No_bound_means_everything()
    {
        var answer = await AskAsync(null);

        Assert.Equal((5, History.Events[4].RecordedAt), (answer.Settled.Position, answer.Settled.At));
        Assert.Equal("confirmed", answer.Facts.Single().Value.Status);
    }

    [Fact]
    public async Task A_negotiation_that_is_not_defined_at_the_position_is_unknown()
    {
        var exception = await Assert.ThrowsAsync<UnknownNegotiationException>(() =>
            AskAsync(new RecordedBound.AtPosition(0))
        );

        Assert.Equal("no negotiation 'lake' is defined at position 0 of the record", exception.Message);
    }

    [Fact]
    public async Task So_is_one_that_nobody_defined()
    {
        var store = new SampleStore(History);

        var exception = await Assert.ThrowsAsync<UnknownNegotiationException>(() =>
            store.AnswerAsync(new("river"))
        );

        Assert.Equal("no negotiation 'river' is defined at position 5 of the record", exception.Message);
    }

    [Fact]
    public async Task What_is_not_settled_is_refused() =>
        await Assert.ThrowsAsync<UnsettledException>(() => AskAsync(new RecordedBound.AtPosition(6)));

    [Fact]
    public void The_last_definition_counts_and_a_zone_that_nobody_knows_is_refused()
    {
        var again = History.Events[0] with
        {
            Position = 6,
            Version = 2,
            Id = EventId.ForDefinition(StreamName.ForNegotiation(Sample.Talks), 2),
            Event = History.Definition with { Title = "Talks on the Lake" },
        };
        var nowhere = again with { Event = History.Definition with { Zone = "Lake/Isle" } };

        Assert.Equal(
            "Talks on the Lake",
            new NegotiationLog(new(6, again.RecordedAt), [.. History.Events, again]).Definition!.Title
        );
        Assert.Equal(
            "the time zone 'Lake/Isle' of the negotiation is not in the tz database",
            Assert
                .Throws<UnreadableEventException>(() =>
                    new NegotiationLog(new(6, again.RecordedAt), [.. History.Events, nowhere])
                )
                .Message
        );
    }

    private static Task<Answer> AskAsync(RecordedBound? bound) =>
        new SampleStore(History).AnswerAsync(new(Sample.Talks, RecordedBy: bound));
}
