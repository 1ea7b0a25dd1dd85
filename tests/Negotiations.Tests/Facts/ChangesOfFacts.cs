using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class ChangesOfFacts
{
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
    public void A_fact_comes_and_changes_and_is_not_listed_where_it_stays() =>
        Assert.Equal(
            [(Sample.Time("2031-04-02"), null, "possible"), (Sample.Time("2031-04-04"), "possible", "declined")],
            FactHistory
                .Trace(History.Log, new(Sample.Talks))
                .Select(change => (change.Known, change.Before?.Value.Status, change.After?.Value.Status))
        );

    [Fact]
    public void What_becomes_known_later_is_left_out() =>
        Assert.Single(FactHistory.Trace(History.Log, new(Sample.Talks, KnownBy: Sample.Time("2031-04-03"))));

    [Fact]
    public void Another_prefix_has_another_history() =>
        Assert.Empty(FactHistory.Trace(History.Log, new(Sample.Talks), $"{Sample.Round}/delegation"));

    [Fact]
    public void The_last_change_of_each_fact_gives_the_answer()
    {
        var last = FactHistory
            .Trace(History.Log, new(Sample.Talks))
            .GroupBy(change => change.Key)
            .Select(changes => changes.Last().After!);

        Assert.Equal(
            History.Ask().Facts.Select(fact => (fact.Key, fact.Value.Json)),
            last.Select(fact => (fact.Key, fact.Value.Json))
        );
    }
}
