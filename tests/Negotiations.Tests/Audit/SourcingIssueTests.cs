using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class SourcingIssueTests
{
    private const string Keel = "2031-04/attendance/tomas-keel";

    [Fact]
    public void What_two_independent_sources_say_is_not_weak() =>
        Assert.Empty(FindKinds(Declines("herald", r => r.By(TomasKeel)), Declines("post", r => r.By(InesRook))));

    [Fact]
    public void Who_speaks_of_himself_in_one_paper_alone_is_told_by_that_paper() =>
        Is(
            SourcingIssueKind.SingleOutlet,
            "said by those whom it is about, but told by herald alone",
            Declines("herald", r => r.By(TomasKeel))
        );

    [Fact]
    public void Who_speaks_of_himself_in_two_papers_is_not_weak() =>
        Assert.Empty(FindKinds(Declines("herald", r => r.By(TomasKeel)), Declines("post", r => r.By(TomasKeel))));

    [Fact]
    public void Two_papers_with_one_wire_story_are_one() =>
        Is(
            SourcingIssueKind.SingleOutlet,
            "said by those whom it is about, but told by coast wire alone",
            Declines("herald", r => r.By(TomasKeel).Through("Coast Wire")),
            Declines("post", r => r.By(TomasKeel).Through("Coast Wire"))
        );

    [Fact]
    public void What_one_outsider_says_has_a_single_source() =>
        Is(
            SourcingIssueKind.SingleSource,
            "only ada brill says so, of somebody else",
            Declines("herald", r => r.ByOutsider(AdaBrill)),
            Declines("post", r => r.ByOutsider(AdaBrill))
        );

    [Fact]
    public void Unnamed_sources_do_not_make_a_second_one() =>
        Is(
            SourcingIssueKind.SingleSource,
            "only ada brill says so, of somebody else, beside unnamed sources",
            Declines("herald", r => r.ByOutsider(AdaBrill)),
            Declines("post", r => r.ByUnnamed("an aide"))
        );

    [Fact]
    public void What_one_paper_saw_is_its_account_alone() =>
        Is(SourcingIssueKind.SingleSource, "the account of herald alone", Declines("herald", r => r.Observed()));

    [Theory]
    [InlineData(true, "nobody with a name says so, only unnamed: an aide (to herald), unnamed: a friend (to post)")]
    [InlineData(false, "nobody with a name says so, only “reportedly” (herald), “reportedly” (post)")]
    public void Unnamed_sources_are_weak_however_many_there_are(bool described, string sentence) =>
        Is(
            SourcingIssueKind.UnnamedOnly,
            sentence,
            Declines("herald", r => described ? r.ByUnnamed("an aide") : r.Reportedly()),
            Declines("post", r => described ? r.ByUnnamedOfOwnSide("a friend") : r.Reportedly())
        );

    [Fact]
    public void An_outlet_that_names_no_source_and_did_not_see_it_is_weak() =>
        Is(
            SourcingIssueKind.OutletOnly,
            "herald says so without saying from whom, or that it saw it",
            Declines("herald", r => r with { Chain = [], Standing = Standing.Other })
        );

    [Fact]
    public void A_contradiction_names_both_sides()
    {
        var spot = Single(
            SourcingIssueKind.Disputed,
            Confirms("herald", "2031-04-02", r => r.By(TomasKeel)),
            Declines("post", r => r.ByUnnamedOfOwnSide("an aide"), published: "2031-04-03")
        );

        Assert.Equal("“declined” by unnamed: an aide (to post); against it “confirmed” by tomas keel", spot.Sentence);
        Assert.Equal(["post-r"], spot.Reports.Select(report => report.Report.Id));
        Assert.Equal(["herald-r"], spot.Against.Select(report => report.Report.Id));
    }

    [Fact]
    public void A_plan_that_was_carried_out_is_no_contradiction()
    {
        var history = Sample.History(
            Sample
                .Article("herald", "2031-04-02")
                .Says<MeetingScheduled>("plan", r =>
                    r.By(AdaBrill).As(Modality.Planned) with
                    {
                        Participants = [AdaBrill, TomasKeel],
                        Date = null,
                        Venue = null,
                    }
                ),
            Sample
                .Article("post", "2031-04-03")
                .Says<MeetingHeld>("held", r =>
                    r.Observed() with
                    {
                        Participants = [AdaBrill, TomasKeel],
                        Venue = null,
                        Channel = null,
                    }
                )
        );
        var audit = Audit.Run(history.Log, new(Sample.Talks), ArticleTextIndex.None);

        Assert.False(Assert.Single(audit.Answer.Facts).Disputed);
        Assert.DoesNotContain(audit.SourcingIssues, spot => spot.Kind == SourcingIssueKind.Disputed);
    }

    [Theory]
    [InlineData("D", null, true)]
    [InlineData("E", 2, true)]
    [InlineData(null, 4, true)]
    [InlineData("B", 5, true)]
    [InlineData("C", 3, false)]
    [InlineData("F", 6, false)]
    public void A_value_that_everybody_doubts_says_who_does(string? reliability, int? credibility, bool isDoubted)
    {
        var grade = new Grade
        {
            Reliability = reliability is null ? null : Enum.Parse<Reliability>(reliability),
            Credibility = credibility,
            By = "the desk",
        };

        var spots = FindIssues(Declines("herald", r => r.By(TomasKeel) with { Grades = [grade] }))
            .Where(spot => spot.Kind == SourcingIssueKind.LowGrade)
            .ToList();

        if (isDoubted)
            Assert.Equal(
                $"everybody who graded it doubts it: herald#herald-r {grade.Code} by the desk",
                Assert.Single(spots).Sentence
            );
        else
            Assert.Empty(spots);
    }

    [Fact]
    public void One_who_trusts_it_or_a_report_that_nobody_graded_is_enough_for_a_value()
    {
        var doubt = new Grade { Credibility = 5, By = "the desk" };
        var trust = new Grade { Credibility = 2, By = "A. Reader" };

        Assert.DoesNotContain(
            SourcingIssueKind.LowGrade,
            FindKinds(Declines("herald", r => r.By(TomasKeel) with { Grades = [doubt, trust] }))
        );
        Assert.DoesNotContain(
            SourcingIssueKind.LowGrade,
            FindKinds(
                Declines("herald", r => r.By(TomasKeel) with { Grades = [doubt] }),
                Declines("post", r => r.By(TomasKeel))
            )
        );
    }

    [Fact]
    public void An_assumed_time_is_named_once_with_the_values_that_hang_on_it()
    {
        var spot = Single(
            SourcingIssueKind.AssumedPublication,
            Declines("herald", r => r.By(TomasKeel)).Assumed("no time is given", "2031-04-02T08:00", "2031-04-03T08:00")
        );

        Assert.Equal([Keel], spot.Facts);
        Assert.StartsWith("herald: publication at ", spot.Sentence);
    }

    [Fact]
    public void A_link_without_a_place_or_a_reason_is_named()
    {
        var spot = Single(SourcingIssueKind.UnsourcedLink, Declines("herald", r => r.By(TomasKeel)));

        Assert.Equal("the chain names tomas keel, herald, and neither where in the text nor why", spot.Sentence);
        Assert.Equal([Keel], spot.Facts);
    }

    [Fact]
    public void A_link_with_either_is_not()
    {
        var link = new ChainLink
        {
            Kind = LinkKind.Person,
            Name = TomasKeel,
            Span = Sample.Span(3),
        };
        var spot = Single(
            SourcingIssueKind.UnsourcedLink,
            Declines("herald", r =>
                r with
                {
                    Chain = [link, link with { Name = AdaBrill, Span = null, Implied = "he said so" }],
                }
            )
        );

        Assert.Equal("the chain names herald, and neither where in the text nor why", spot.Sentence);
    }

    [Fact]
    public void Nothing_that_was_not_known_yet_is_a_weak_spot()
    {
        var history = Sample.History(
            Declines("herald", r => r.ByUnnamed("an aide")),
            Declines("post", r => r.By(TomasKeel), published: "2031-04-09")
        );

        var early = Audit.Run(history.Log, new(Sample.Talks, Sample.Time("2031-04-03")), ArticleTextIndex.None);
        var late = Audit.Run(history.Log, new(Sample.Talks), ArticleTextIndex.None);

        Assert.Contains(early.SourcingIssues, spot => spot.Kind == SourcingIssueKind.UnnamedOnly);
        Assert.DoesNotContain(late.SourcingIssues, spot => spot.Kind == SourcingIssueKind.UnnamedOnly);
    }

    [Fact]
    public void The_gravest_come_first()
    {
        var kinds = FindIssues(
                Declines("herald", r => r.ByUnnamed("an aide")).Assumed("no time"),
                Confirms("post", "2031-04-01", r => r.By(AdaBrill))
            )
            .Select(spot => spot.Kind)
            .ToList();

        Assert.Equal(kinds.Order(), kinds);
    }

    private static SampleArticle Declines(
        string outlet,
        Func<AttendanceDeclined, AttendanceDeclined> tell,
        string published = "2031-04-02"
    ) =>
        Sample
            .Article(outlet, published)
            .Says<AttendanceDeclined>($"{outlet}-r", r =>
                tell(r with { Person = TomasKeel, Event = null, Kind = null }).WithAct("keel-declines")
            );

    private static SampleArticle Confirms(
        string outlet,
        string published,
        Func<AttendanceConfirmed, AttendanceConfirmed> tell
    ) =>
        Sample
            .Article(outlet, published)
            .Says<AttendanceConfirmed>($"{outlet}-r", r =>
                tell(r with { Person = TomasKeel, Event = null, ConfirmedBy = null }).WithAct("keel-confirms")
            );

    // The chains of these articles say neither where nor why; only the tests of just that look at it.
    private static IEnumerable<SourcingIssueKind> FindKinds(params SampleArticle[] articles) =>
        FindIssues(articles).Select(spot => spot.Kind).Where(kind => kind != SourcingIssueKind.UnsourcedLink);

    private static IReadOnlyList<SourcingIssue> FindIssues(params SampleArticle[] articles) =>
        Audit.Run(Sample.History(articles).Log, new(Sample.Talks), ArticleTextIndex.None).SourcingIssues;

    private static SourcingIssue Single(SourcingIssueKind kind, params SampleArticle[] articles) =>
        Assert.Single(FindIssues(articles), spot => spot.Kind == kind);

    private static void Is(SourcingIssueKind kind, string sentence, params SampleArticle[] articles)
    {
        Assert.Equal([kind], FindKinds(articles));
        var spot = Single(kind, articles);
        Assert.Equal(sentence, spot.Sentence);
        Assert.Equal([Keel], spot.Facts);
        Assert.NotEmpty(spot.Reports);
    }
}
