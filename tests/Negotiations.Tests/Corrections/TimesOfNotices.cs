using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>No notice is older than what it is about, whatever moves one of the two.</summary>
public class TimesOfNotices
{
    private const string Herald = "morning-herald";

    private static readonly Guid Entry = SampleCorrections.Report(Herald, "declines");

    [Fact]
    public void A_notice_on_an_entry_is_taken_in_also_where_the_page_was_captured_only_later() =>
        Assert.Null(Blog("2031-04-02T22:00", "2031-04-02T08:00").Refuse(Retracted("notice", "2031-04-02T12:00")));

    [Fact]
    public void A_notice_older_than_the_entry_that_it_is_about_is_refused() =>
        Refused(
            Blog("2031-04-02T08:00", "2031-04-04T08:00"),
            Retracted("notice", "2031-04-03T08:00"),
            "the notice 'notice' of 2031-04-03T08:00:00+03:00 would be older than the entry "
                + "'declines' of 2031-04-04T08:00:00+03:00 that it is about"
        );

    [Fact]
    public void The_time_of_an_entry_is_not_moved_past_a_notice_on_it()
    {
        var history = Blog("2031-04-02T08:00", "2031-04-02T09:00").Correct(Retracted("notice", "2031-04-03T08:00"));

        Refused(
            history,
            Known(SampleCorrections.Coder(Herald, Entry, "moved"), "2031-04-04T08:00"),
            "would be older than the entry"
        );
        Assert.Null(history.Refuse(Known(SampleCorrections.Coder(Herald, Entry, "moved"), "2031-04-03T07:00")));
    }

    [Fact]
    public void An_entry_is_not_put_to_the_time_of_its_version_where_a_notice_on_it_is_older() =>
        Refused(
            Blog("2031-04-04T08:00", "2031-04-02T09:00").Correct(Retracted("notice", "2031-04-03T08:00")),
            SampleCorrections.Coder(Herald, Entry, "moved").Changing("""{"known":null}"""),
            "would be older than the article, which came out at 2031-04-04T08:00:00+03:00"
        );

    [Fact]
    public void The_time_of_a_version_is_moved_past_a_notice_on_an_entry_with_a_time_of_its_own() =>
        Assert.Null(
            Blog("2031-04-02T22:00", "2031-04-02T08:00")
                .Correct(Retracted("notice", "2031-04-02T12:00"))
                .Refuse(Version("moved", "2031-04-03T08:00"))
        );

    [Fact]
    public void The_time_of_an_article_is_not_moved_past_a_notice_on_its_report() =>
        Refused(
            Article("2031-04-02T22:00").Correct(Retracted("notice", "2031-04-03T08:00")),
            Version("moved", "2031-04-03T09:00"),
            "would be older than the article"
        );

    [Fact]
    public void A_publisher_corrects_no_time_of_publication_through_an_entry() =>
        Refused(
            Blog("2031-04-02T08:00", "2031-04-02T09:00"),
            Known(SampleCorrections.Publisher(Herald, Entry, "known", "2031-04-05T08:00"), "2031-04-03T08:00"),
            "'known' is the coder's"
        );

    [Fact]
    public void A_notice_is_not_withdrawn_before_it_came_out() =>
        Refused(
            Article("2031-04-02T08:00").Correct(Retracted("notice", "2031-04-05T08:00")),
            SampleCorrections.Publisher(Herald, Notice, "withdrawal", "2031-04-04T08:00").Undoing(),
            "the notice 'notice' of 2031-04-05T08:00:00+03:00 would be withdrawn, by 'withdrawal' of "
                + "2031-04-04T08:00:00+03:00, before it came out"
        );

    [Fact]
    public void An_undo_does_not_leave_a_notice_withdrawn_before_it_came_out()
    {
        var history = Article("2031-04-02T08:00")
            .Correct(Retracted("notice", "2031-04-06T08:00"))
            .Correct(
                new PublicationCorrected(SampleCorrections.Coder(Herald, Notice, "moved"))
                {
                    Published = At("2031-04-04T08:00"),
                }
            )
            .Correct(SampleCorrections.Publisher(Herald, Notice, "withdrawal", "2031-04-05T08:00").Undoing());

        Refused(
            history,
            SampleCorrections.Coder(Herald, SampleCorrections.Correction(Herald, "moved"), "undo").Undoing(),
            "before it came out"
        );
    }

    [Fact]
    public void Versions_that_nobody_compared_change_places_neither_directly_nor_by_an_undo()
    {
        var article = Declining("2031-04-03T12:00");
        var second = article.Version with { Version = "v2", Published = At("2031-04-03T10:00") };
        var history = Sample.History(article).Correct(Version("moved", "2031-04-03T08:00")).Publish(second);

        Refused(
            history,
            SampleCorrections.Coder(Herald, SampleCorrections.Correction(Herald, "moved"), "undo").Undoing(),
            "would change places"
        );
        Refused(history, Version("moved-again", "2031-04-03T12:00", "moved"), "would change places");
    }

    private static Guid Notice => SampleCorrections.Correction(Herald, "notice");

    private static Publication At(string time) => new(Sample.Time(time), PublicationBasis.Stated);

    private static ReportRetracted Retracted(string id, string noticed) =>
        SampleCorrections.Publisher(Herald, Entry, id, noticed).Retracting();

    private static PublicationCorrected Version(string id, string time, string? on = null) =>
        new(SampleCorrections.Coder(Herald, SampleCorrections.Version(Herald), id, on)) { Published = At(time) };

    private static ReportCorrected Known(CorrectionHead head, string time)
    {
        var known = NodaTime.Text.InstantPattern.ExtendedIso.Format(Sample.Time(time));
        return head.Changing($$$"""{"known":{"time":"{{{known}}}","basis":"stated"}}""");
    }

    private static SampleArticle Declining(string published, string? known = null) =>
        Sample
            .Article(Herald, published)
            .Says<AttendanceDeclined>("declines", r =>
                r.By(AdaBrill) with
                {
                    Person = AdaBrill,
                    Known = known is null ? null : At(known),
                }
            );

    private static History Article(string published) => Sample.History(Declining(published));

    private static History Blog(string published, string known) => Sample.History(Declining(published, known));

    private static void Refused(History history, Correction correction, string problem) =>
        Assert.Contains(problem, history.Refuse(correction)?.Message ?? "taken in");
}
