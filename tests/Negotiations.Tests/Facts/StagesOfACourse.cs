using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>A later stage of a course decides over an earlier one; what was planned and then done contradicts
/// nothing.</summary>
public class StagesOfACourse
{
    /// <summary>Each stage with the one after it, of every course there is.</summary>
    public static TheoryData<string, string, string> Steps
    {
        get
        {
            var steps = new TheoryData<string, string, string>();
            foreach (var course in StatusProgression.Courses)
            {
                foreach (var (before, after) in course.Stages.Zip(course.Stages.Skip(1)))
                {
                    foreach (var (earlier, later) in before.SelectMany(one => after.Select(other => (one, other))))
                        steps.Add(course.Name, earlier, later);
                }
            }

            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void What_was_planned_and_then_done_is_no_contradiction(string course, string before, string after)
    {
        var fact = Sample
            .History(Tells("2031-04-02", "before", course, before), Tells("2031-04-05", "after", course, after))
            .Fact(FindKey(course));

        Assert.Equal(after, fact.Status);
        Assert.Equal(["after"], fact.Because);
        Assert.Empty(fact.Against);
        Assert.False(fact.IsDisputed);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void The_later_stage_decides_also_where_the_earlier_is_told_of_later(
        string course,
        string before,
        string after
    )
    {
        var fact = Sample
            .History(
                Tells("2031-04-05", "after", course, after),
                Tells("2031-04-06", "before", course, before, happened: "2031-04-05")
            )
            .Fact(FindKey(course));

        Assert.Equal(after, fact.Status);
        Assert.Empty(fact.Against);
    }

    [Theory]
    // Of a round of talks what was held stays held, whatever is planned afterwards.
    [InlineData("travel", "planned", "completed", "planned")]
    [InlineData("dispatch of a delegation", "planned", "dispatched", "planned")]
    [InlineData("meeting", "scheduled", "held", "scheduled")]
    [InlineData("sanctions", "threatened", "lifted", "threatened")]
    [InlineData("deadline", "set", "passed", "set")]
    [InlineData("round of talks", "scheduled", "held", "held")]
    public void An_earlier_stage_that_is_dated_after_it_begins_anew(
        string course,
        string before,
        string after,
        string expected
    )
    {
        var history = Sample.History(
            Tells("2031-04-05", "after", course, after),
            Tells("2031-04-09", "before", course, before)
        );

        Assert.Equal(expected, history.Fact(FindKey(course)).Status);
    }

    [Theory]
    [InlineData("travel", "planned", "completed")]
    [InlineData("dispatch of a delegation", "planned", "dispatched")]
    [InlineData("agreement", "reached", "signed")]
    [InlineData("exchange", "agreed", "carriedOut")]
    public void Somebody_else_does_not_put_what_a_side_says_of_itself_a_stage_further(
        string course,
        string before,
        string after
    )
    {
        var fact = Sample
            .History(
                Tells("2031-04-02", "before", course, before),
                Tells("2031-04-05", "after", course, after, speaker: "outsider")
            )
            .Fact(FindKey(course));

        Assert.Equal(before, fact.Status);
        Assert.Equal(["after"], fact.Against);
        Assert.False(fact.IsDisputed);
    }

    [Fact]
    public void Every_course_has_at_least_two_stages_and_each_status_once() =>
        Assert.All(StatusProgression.Courses, course =>
        {
            Assert.True(course.Stages.Count > 1);
            var statuses = course.Stages.SelectMany(stage => stage).ToList();
            Assert.Equal(statuses.Count, statuses.Distinct().Count());
        });

    [Theory]
    [InlineData("possible", "unconfirmed")]
    [InlineData("conditional", "possible")]
    [InlineData("conditional", "unconfirmed")]
    // Case 6: that an answer is outstanding denies nothing that may come about.
    public void Statuses_that_can_both_be_true_never_dispute_each_other(string own, string others)
    {
        var fact = Sample
            .History(
                Tells("2031-04-02", "own", "attendance", own),
                Tells("2031-04-03", "others", "attendance", others, speaker: "outsider")
            )
            .Fact("attendance/ada-brill");

        Assert.Equal(own, fact.Status);
        Assert.False(fact.IsDisputed);
    }

    private static SampleArticle Tells(
        string published,
        string id,
        string course,
        string status,
        string speaker = "own",
        string? happened = null
    ) => Tell(Sample.Article("morning-herald", published, id), id, course, status, speaker, happened ?? published);

    private static SampleArticle Tell(
        SampleArticle article,
        string id,
        string course,
        string status,
        string speaker,
        string happened
    )
    {
        return (course, status) switch
        {
            ("travel", _) => Say<TravelReported>(r =>
                r with
                {
                    Traveller = AdaBrill,
                    Status = Enum.Parse<TravelStatus>(status, ignoreCase: true),
                }
            ),
            ("dispatch of a delegation", _) => Say<DelegationDispatched>(r =>
                r.As(status == "dispatched" ? Modality.Asserted : Enum.Parse<Modality>(status, ignoreCase: true)) with
                {
                    DelegationSide = Varland,
                }
            ),
            (_, "attended") => Say<AttendanceAttended>(r => r with { Person = AdaBrill }),
            (_, "confirmed") => Say<AttendanceConfirmed>(r => r with { Person = AdaBrill }),
            (_, "reported") => Say<AttendanceReported>(r => r with { Person = AdaBrill }),
            (_, "conditional") => Say<AttendanceConditional>(r => r with { Person = AdaBrill }),
            (_, "possible") => Say<AttendancePossible>(r => r with { Person = AdaBrill }),
            (_, "unconfirmed") => Say<AttendanceUnconfirmed>(r => r with { Person = AdaBrill }),
            ("meeting", "scheduled") => Say<MeetingScheduled>(r => r with { Participants = [AdaBrill, TomasKeel] }),
            ("meeting", "held") => Say<MeetingHeld>(r => r with { Participants = [AdaBrill, TomasKeel] }),
            (_, "proposed") => Say<TalksProposed>(r => r),
            (_, "offered") => Say<TalksOffered>(r => r),
            (_, "scheduled") => Say<TalksScheduled>(r => r with { Open = true }),
            (_, "held") => Say<TalksHeld>(r => r),
            (_, "suspended") => Say<TalksSuspended>(r => r),
            (_, "resumed") => Say<TalksResumed>(r => r),
            (_, "brokenOff") => Say<TalksBrokenOff>(r => r),
            (_, "reached") => Say<AgreementReached>(r => r with { Agreement = "Lake Accord" }),
            (_, "signed") => Say<AgreementSigned>(r => r with { Agreement = "Lake Accord" }),
            (_, "ratified") => Say<AgreementRatified>(r => r with { Agreement = "Lake Accord" }),
            (_, "inForce") => Say<AgreementInForce>(r => r with { Agreement = "Lake Accord" }),
            (_, "agreed") => Say<ExchangeAgreed>(r => r with { Exchange = "the swap" }),
            (_, "carriedOut") => Say<ExchangeCarriedOut>(r => r with { Exchange = "the swap" }),
            (_, "threatened") => Say<SanctionsThreatened>(r => r with { Sanctions = "the tolls" }),
            (_, "imposed") => Say<SanctionsImposed>(r => r with { Sanctions = "the tolls" }),
            ("sanctions", "lifted") => Say<SanctionsLifted>(r => r with { Sanctions = "the tolls" }),
            _ => Say<DeadlineSet>(r =>
                r with
                {
                    Name = "Easter",
                    Kind = Enum.Parse<DeadlineKind>(status, ignoreCase: true),
                }
            ),
        };

        SampleArticle Say<T>(Func<T, T> what)
            where T : Report => article.Says<T>(id, r => what(r).SaidBy(speaker).On(happened));
    }

    private static string FindKey(string course) =>
        course switch
        {
            "travel" => "travel/ada-brill",
            "dispatch of a delegation" => "delegation/varland/dispatch",
            "attendance" => "attendance/ada-brill",
            "meeting" => "meeting/ada-brill/tomas-keel",
            "round of talks" or "talks broken off" => "round/status",
            "agreement" => "agreement/lake-accord/status",
            "exchange" => "exchange/the-swap",
            "sanctions" => "sanctions/the-tolls",
            "deadline" or "deadline that is lifted" => "deadline/easter",
            _ => throw new ArgumentException($"no sample goes through the course '{course}'", nameof(course)),
        };
}
