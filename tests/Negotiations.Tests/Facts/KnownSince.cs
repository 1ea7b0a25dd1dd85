using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class KnownSince
{
    private const string Attendance = "attendance/ada-brill";

    [Fact]
    public void A_value_repeated_is_known_since_it_was_first_said() =>
        Since("2031-04-02", Declines("a", "2031-04-02", "2031-04-02"), Declines("b", "2031-04-04", "2031-04-04"));

    [Fact]
    public void A_value_that_comes_back_is_known_since_it_came_back() =>
        Since(
            "2031-04-04",
            Declines("a", "2031-04-02", "2031-04-02"),
            Possible("b", "2031-04-03", "2031-04-03"),
            Declines("c", "2031-04-04", "2031-04-04")
        );

    [Fact]
    public void News_of_what_came_before_is_no_break() =>
        Since("2031-04-02", Declines("a", "2031-04-02", "2031-04-02"), Possible("b", "2031-04-03", "2031-04-01"));

    [Fact]
    public void A_value_that_was_for_a_while_thought_displaced_is_known_since_it_no_longer_was() =>
        Since(
            "2031-04-05",
            Declines("a", "2031-04-02", "2031-04-02"),
            Possible("b", "2031-04-03", "2031-04-03"),
            // Only now is it known that she declined once more, on a day before anybody knew.
            Declines("c", "2031-04-05", "2031-04-04")
        );

    [Fact]
    public void A_value_moves_to_the_front_when_a_better_date_puts_it_there() =>
        Since(
            "2031-04-06",
            Declines("a", "2031-04-02", "[2031-04-01..2031-04-02]", act: "answer"),
            Possible("b", "2031-04-03", "2031-04-02"),
            Possible("c", "2031-04-04", "2031-04-02"),
            Declines("d", "2031-04-06", "2031-04-05")
        );

    [Fact]
    public void One_that_speaks_against_it_in_vain_is_no_break() =>
        Since(
            "2031-04-02",
            Declines("a", "2031-04-02", "2031-04-02"),
            Sample
                .Article("evening-post", "2031-04-03", "b")
                .Says<AttendanceReported>("b", r => r.ByOutsider(TomasKeel) with { Person = AdaBrill }),
            Declines("c", "2031-04-04", "2031-04-04")
        );

    [Fact]
    public void A_bound_on_what_was_known_hides_what_came_later()
    {
        var history = Sample.History(
            Declines("a", "2031-04-02", "2031-04-02"),
            Possible("b", "2031-04-03", "2031-04-03"),
            Declines("c", "2031-04-04", "2031-04-04")
        );

        Assert.Equal(End("2031-04-02"), history.Fact(Attendance, knownBy: "2031-04-02").Since);
        Assert.Equal(End("2031-04-03"), history.Fact(Attendance, knownBy: "2031-04-03").Since);
        Assert.Equal("possible", history.Fact(Attendance, knownBy: "2031-04-03").Status);
    }

    [Fact]
    public void The_deciding_act_is_known_from_its_first_report()
    {
        var fact = Sample
            .History(
                Declines("a", "2031-04-02", "2031-04-02", act: "first"),
                Declines("b", "2031-04-05", "2031-04-04", act: "second"),
                Declines("c", "2031-04-06", "2031-04-04", act: "second")
            )
            .Fact(Attendance);

        Assert.Equal(End("2031-04-05"), Bound.Format(fact.Fact.KnownFrom, Sample.Zone));
        Assert.Equal(End("2031-04-02"), fact.Since);
    }

    private static void Since(string day, params SampleArticle[] articles)
    {
        var fact = Sample.History(articles).Fact(Attendance);

        Assert.Equal(("declined", End(day)), (fact.Status, fact.Since));
    }

    private static string End(string day) => $"{day}T23:59:59.999999+03:00";

    private static SampleArticle Declines(string id, string published, string happened, string? act = null) =>
        Sample
            .Article("morning-herald", published, id)
            .Says<AttendanceDeclined>(id, r =>
                r.By(AdaBrill).On(happened).WithAct(act ?? id) with
                {
                    Person = AdaBrill,
                }
            );

    private static SampleArticle Possible(string id, string published, string happened) =>
        Sample
            .Article("morning-herald", published, id)
            .Says<AttendancePossible>(id, r => r.By(AdaBrill).On(happened) with { Person = AdaBrill });
}
