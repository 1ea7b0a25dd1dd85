using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class ChangesThatWereRecorded
{
    // Positions: 1 the definition, 2 and 3 the first article, 4 and 5 the second, 6 and 7 the third.
    private static readonly History History = Sample.History(
        Sample
            .Article("morning-herald", "2031-04-02")
            .Says<AttendancePossible>("may-come", r => r.By(AdaBrill) with { Person = AdaBrill }),
        Sample
            .Article("evening-post", "2031-04-03")
            .Says<AttendancePossible>("still-may-come", r => r.By(AdaBrill) with { Person = AdaBrill }),
        Sample
            .Article("night-mail", "2031-04-04")
            .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill })
    );

    [Fact]
    public void A_change_lies_between_the_position_before_the_first_event_and_that_of_the_last() =>
        Assert.Equal(
            new(Sample.Talks, After: 5, At: 7, Facts: 1),
            RecordedChange.Find(Sample.Talks, History.Log, IdsAt(6, 7))
        );

    [Fact]
    public void What_is_recorded_later_plays_no_part() =>
        Assert.Equal(
            RecordedChange.Find(Sample.Talks, History.LogAt(3), IdsAt(2, 3)),
            RecordedChange.Find(Sample.Talks, History.Log, IdsAt(2, 3))
        );

    [Fact]
    public void The_difference_of_the_answers_at_these_positions_has_so_many_facts()
    {
        var change = RecordedChange.Find(Sample.Talks, History.Log, IdsAt(2, 3))!;

        var (before, after) = (FactsAt(change.After), FactsAt(change.At));
        Assert.Equal(FactDifferences.Between(before, after).Count, change.Facts);
        Assert.NotEqual(0, change.Facts);
    }

    [Fact]
    public void A_definition_alone_changes_no_fact() =>
        Assert.Equal(
            new(Sample.Talks, After: 0, At: 1, Facts: 0),
            RecordedChange.Find(Sample.Talks, History.Log, IdsAt(1))
        );

    [Fact]
    public void Events_that_are_not_recorded_changed_nothing() =>
        Assert.Null(RecordedChange.Find(Sample.Talks, History.Log, [Guid.NewGuid()]));

    private static IEnumerable<Guid> IdsAt(params long[] positions) =>
        History.Events.Where(recorded => positions.Contains(recorded.Position)).Select(recorded => recorded.Id);

    private static IReadOnlyList<Fact> FactsAt(long position) =>
        Answer.To(new(Sample.Talks), History.LogAt(position)).Facts;
}
