using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>What stands against a value disputes it only where both cannot be true.</summary>
public class Disputes
{
    [Theory]
    [InlineData(null, null, false)]
    [InlineData("2031-04-09", null, true)]
    [InlineData(null, "10:00", true)]
    public void Who_names_the_place_of_postponed_talks_does_not_deny_that_they_are_postponed(
        string? date,
        string? time,
        bool isDisputed
    )
    {
        var history = Sample.History(
            Sample.Article("morning-herald", "2031-04-05").Says<TalksPostponed>("postponed", r => r.By(AdaBrill)),
            Sample
                .Article("evening-post", "2031-04-06")
                .Says<TalksScheduled>("where", r =>
                    r.ByOutsider(TomasKeel) with
                    {
                        Date = date is null ? null : Edtf.Parse(date),
                        Time = time,
                        Venue = "Merin Hall",
                    }
                )
        );

        Is(history, "round/status", "postponed", isDisputed);
    }

    [Theory]
    [InlineData("2031-04-09", false)]
    [InlineData("2031-04-04", true)]
    [InlineData(null, true)]
    public void Who_gives_a_later_day_speaks_of_a_further_session_and_not_of_the_talks_that_were_held(
        string? date,
        bool isDisputed
    )
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-05")
                .Says<TalksHeld>("held", r => r.By(AdaBrill).On("2031-04-05")),
            Sample
                .Article("evening-post", "2031-04-06")
                .Says<TalksScheduled>("scheduled", r =>
                    r.ByOutsider(TomasKeel) with
                    {
                        Date = date is null ? null : Edtf.Parse(date),
                        Venue = "Merin Hall",
                    }
                )
        );

        Is(history, "round/status", "held", isDisputed);
    }

    [Fact]
    public void Who_had_given_a_later_day_before_disputes_the_day_on_which_others_say_that_they_were_held()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-03")
                .Says<TalksScheduled>("scheduled", r =>
                    r.By(AdaBrill).On("2031-04-03") with
                    {
                        Date = Edtf.Parse("2031-04-09"),
                        Venue = null,
                    }
                ),
            Sample
                .Article("evening-post", "2031-04-06")
                .Says<TalksHeld>("held", r => r.Observed().On("2031-04-05") with { Venue = null })
        );

        Is(history, "round/date", "2031-04-05", isDisputed: true);
    }

    [Theory]
    [InlineData("Merin", "Merin Hall, Merin", false)]
    [InlineData("Merin Hall, Merin", "Merin", false)]
    [InlineData("Merin", "Varland", true)]
    public void A_house_in_a_town_is_in_that_town(string own, string others, bool isDisputed)
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-05")
                .Says<TalksScheduled>("own", r => r.By(AdaBrill) with { Date = null, Venue = own }),
            Sample
                .Article("evening-post", "2031-04-06")
                .Says<TalksScheduled>("others", r => r.ByOutsider(TomasKeel) with { Date = null, Venue = others })
        );

        var fact = history.Fact("round/venue");
        Assert.Equal(isDisputed ? "merin" : "merin-hall-merin", fact.Status);
        Assert.Equal(isDisputed ? ["others"] : [], fact.Against);
        Assert.Equal(isDisputed, fact.Fact.Disputed);
    }

    [Theory]
    [InlineData(AbsenceKind.NoShow, false)]
    [InlineData(AbsenceKind.Announced, true)]
    public void Who_was_seen_to_stay_away_is_not_contradicted_by_his_own_word_that_he_would_come(
        AbsenceKind kind,
        bool isDisputed
    )
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-05")
                .Says<AttendanceConfirmed>("comes", r => r.By(AdaBrill) with { Person = AdaBrill }),
            Sample
                .Article("evening-post", "2031-04-06")
                .Says<AttendanceDeclined>("stays-away", r => r.Observed() with { Person = AdaBrill, Kind = kind })
        );

        Is(history, "attendance/ada-brill", "declined", isDisputed);
    }

    [Theory]
    [InlineData("05", "06", false)]
    [InlineData("06", "05", true)]
    public void Who_says_that_a_plan_has_come_about_does_not_deny_the_plan(
        string planned,
        string dispatched,
        bool isDisputed
    )
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", $"2031-04-{planned}")
                .Says<DelegationDispatched>("plans", r =>
                    Said(r, isOwn: !isDisputed).As(Modality.Planned).On($"2031-04-{planned}") with
                    {
                        DelegationSide = Varland,
                        Destination = "Merin",
                    }
                ),
            Sample
                .Article("evening-post", $"2031-04-{dispatched}")
                .Says<DelegationDispatched>("sent", r =>
                    Said(r, isOwn: isDisputed).On($"2031-04-{dispatched}") with
                    {
                        DelegationSide = Varland,
                        Destination = "Merin",
                    }
                )
        );
        var fact = history.Fact("delegation/varland/dispatch");

        Assert.NotEmpty(fact.Against);
        Assert.Equal(isDisputed, fact.Fact.Disputed);

        static DelegationDispatched Said(DelegationDispatched report, bool isOwn) =>
            isOwn ? report.By(AdaBrill) : report.ByOutsider(TomasKeel);
    }

    [Fact]
    public void The_audit_lists_the_values_that_the_state_calls_disputed()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-05")
                .Says<TalksScheduled>("town", r =>
                    r.By(AdaBrill) with
                    {
                        Date = Edtf.Parse("2031-04-09"),
                        Venue = "Merin",
                    }
                )
                .Says<AttendanceConfirmed>("comes", r => r.By(AdaBrill) with { Person = AdaBrill }),
            Sample
                .Article("evening-post", "2031-04-06")
                .Says<TalksScheduled>("house", r =>
                    r.ByOutsider(TomasKeel) with
                    {
                        Date = Edtf.Parse("2031-04-10"),
                        Venue = "Merin Hall, Merin",
                    }
                )
                .Says<AttendanceDeclined>("declines", r => r.ByUnnamedOfOwnSide("an aide") with { Person = AdaBrill })
        );
        var audit = Audit.Run(history.Log, new(Sample.Talks), ArticleTextIndex.None);

        var disputed = audit.Answer.Facts.Where(fact => fact.Disputed).Select(fact => fact.Key).ToList();
        Assert.Equal(["2031-04/attendance/ada-brill", "2031-04/round/date"], disputed);
        Assert.Equal(
            disputed,
            audit.SourcingIssues.Where(spot => spot.Kind == SourcingIssueKind.Disputed).SelectMany(spot => spot.Facts)
        );
    }

    private static void Is(History history, string key, string status, bool isDisputed)
    {
        var fact = history.Fact(key);
        Assert.Equal(status, fact.Status);
        Assert.NotEmpty(fact.Against);
        Assert.Equal(isDisputed, fact.Fact.Disputed);
    }
}
