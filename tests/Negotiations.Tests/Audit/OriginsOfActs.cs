using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class OriginsOfActs
{
    [Fact]
    public void An_act_lists_its_chains_its_origins_and_what_is_unnamed()
    {
        var act = Assert.Single(
            RunAudit(
                Declines("herald", r => r.By(TomasKeel)),
                Declines("post", r => r.By(InesRook).Through("Coast Wire")),
                Declines("times", r => r.ByUnnamed("an aide"))
            ).Acts
        );

        Assert.Equal("keel-declines", act.Key);
        Assert.Equal(
            [new("ines-rook", IsNamed: true), new("tomas-keel", IsNamed: true), new("unnamed@times", IsNamed: false)],
            act.Origins
        );
        Assert.Equal(2, act.Independent);
        Assert.Equal(["times-r"], act.Unnamed.Select(report => report.Report.Id));
        Assert.Equal(["coast-wire", "herald", "times"], act.Hearers);
        Assert.Equal(["herald", "post", "times"], act.Carriers);
    }

    [Fact]
    public void Articles_that_are_one_text_are_named_and_tell_it_once()
    {
        var history = Sample.History(Declines("herald", r => r.By(TomasKeel)), Declines("post", r => r.By(TomasKeel)));
        history.Correct(
            new ArticlesLinked(SampleCorrections.Coder("post", SampleCorrections.Version("post"), "one-text"))
            {
                Other = "herald",
            }
        );

        var audit = Audit.Run(history.Log, new(Sample.Talks), ArticleTextIndex.None);

        Assert.Equal([("post", "herald")], audit.Links);
        Assert.Equal(["herald"], Assert.Single(audit.Facts).Hearers);
        Assert.Contains(audit.SourcingIssues, spot => spot.Kind == SourcingIssueKind.SingleOutlet);
    }

    [Fact]
    public void A_report_that_only_dates_an_act_is_no_source_of_its_value()
    {
        var audit = RunAudit(
            Sample
                .Article("herald", "2031-04-02")
                .Says<AttendanceDeclined>("vague", r =>
                    r.By(TomasKeel).On("2031-04") with
                    {
                        Person = TomasKeel,
                        Event = null,
                        Kind = null,
                        Act = "keel-declines",
                    }
                ),
            Sample
                .Article("post", "2031-04-03")
                .Says<PositionStated>("dated", r =>
                    r.By(AdaBrill).On("2031-04-01") with
                    {
                        Topic = "Keel",
                        Position = "sad",
                        Stance = null,
                        Act = "keel-declines",
                    }
                )
        );

        var value = audit.Facts.Single(fact => fact.Key.Contains("/attendance/", StringComparison.Ordinal));

        Assert.Equal(["vague"], value.Reports.Select(report => report.Report.Id));
    }

    private static SampleArticle Declines(string outlet, Func<AttendanceDeclined, AttendanceDeclined> tell) =>
        Sample
            .Article(outlet, "2031-04-02")
            .Says<AttendanceDeclined>($"{outlet}-r", r =>
                tell(r with { Person = TomasKeel, Event = null, Kind = null }).WithAct("keel-declines")
            );

    private static Negotiations.Audit RunAudit(params SampleArticle[] articles) =>
        Negotiations.Audit.Run(Sample.History(articles).Log, new(Sample.Talks), ArticleTextIndex.None);
}
