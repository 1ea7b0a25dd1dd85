using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>Whether coder or publisher erred decides from when on a correction counts.</summary>
public class WhoErred
{
    private const string Herald = "morning-herald";
    private const string Post = "evening-post";
    private const string Attendance = "attendance/ada-brill";
    private const string Members = "delegation/varland/members";

    [Fact]
    public void A_publisher_who_corrects_a_month_changes_the_date_from_the_notice_on()
    {
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Publisher(Herald, SampleCorrections.Report(Herald, "declines"), "month", "2031-04-07T12:00")
                    .Changing("""{"happened":"2031-03-02"}""")
            );

        Assert.Equal("2031-04-02", history.Fact(Attendance, "2031-04-06").Fact.Happened.Text);
        Assert.Equal("2031-03-02", history.Fact(Attendance, "2031-04-07").Fact.Happened.Text);
        Assert.Equal(["corrected"], history.Fact(Attendance).Fact.Flags);
    }

    [Fact]
    public void A_coder_who_corrects_a_month_changes_it_as_it_was_always_knowable()
    {
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Coder(Herald, SampleCorrections.Report(Herald, "declines"), "month")
                    .Changing("""{"happened":"2031-03-02"}""")
            );

        Assert.Equal("2031-03-02", history.Fact(Attendance, "2031-04-02").Fact.Happened.Text);
        Assert.Equal("2031-04-02", FactAt(history, history.Events.Count - 1).Happened.Text);
    }

    [Fact]
    public void An_agency_that_withdraws_a_report_takes_it_back_from_then_on()
    {
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Publisher(Herald, SampleCorrections.Report(Herald, "declines"), "withdrawn", "2031-04-05")
                    .Retracting()
            );

        Assert.Equal("declined", history.Fact(Attendance, "2031-04-04").Status);
        Assert.Null(history.Find(Attendance, "2031-04-05"));
    }

    [Fact]
    public void A_notice_that_is_withdrawn_itself_counts_only_until_then()
    {
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Publisher(Herald, SampleCorrections.Report(Herald, "declines"), "withdrawn", "2031-04-05")
                    .Retracting()
            )
            .Correct(
                SampleCorrections
                    .Publisher(Herald, SampleCorrections.Correction(Herald, "withdrawn"), "after-all", "2031-04-08")
                    .Undoing()
            );

        Assert.Equal("declined", history.Fact(Attendance, "2031-04-04").Status);
        Assert.Null(history.Find(Attendance, "2031-04-07"));
        Assert.Equal("declined", history.Fact(Attendance, "2031-04-08").Status);
    }

    [Fact]
    public void A_coder_who_took_a_byline_for_the_source_re_attributes_it_for_all_time()
    {
        var unnamed = """
            {"chain":[{"kind":"unnamed","name":{"written":"an aide","id":"an-aide"},
            "side":{"written":"Varland","id":"varland"}},
            {"kind":"outlet","name":{"written":"morning-herald","id":"morning-herald"}}],
            "standing":"own-unnamed","modality":"reported"}
            """.ReplaceLineEndings("");
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Coder(Herald, SampleCorrections.Report(Herald, "declines"), "byline")
                    .Changing(unnamed)
            );

        Assert.Equal(Standing.OwnUnnamed, history.Fact(Attendance, "2031-04-02").Standing);
        Assert.Equal(Standing.Own, FactAt(history, history.Events.Count - 1).Standing);
    }

    [Fact]
    public void A_wrong_time_of_publication_had_leaked_what_was_not_yet_known()
    {
        var history = Sample.History(
            Sample
                .Article(Herald, "2031-04-02T21:00")
                .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill })
        );
        Assert.NotNull(history.Find(Attendance, "2031-04-02T22:00"));

        history.Correct(
            new PublicationCorrected(SampleCorrections.Coder(Herald, SampleCorrections.Version(Herald), "three-hours"))
            {
                Published = new(Sample.Time("2031-04-03T00:00"), PublicationBasis.Stated),
            }
        );

        Assert.Null(history.Find(Attendance, "2031-04-02T22:00"));
        Assert.NotNull(history.Find(Attendance, "2031-04-03T00:00"));
    }

    [Fact]
    public void A_clarified_list_of_a_delegation_replaces_the_old_one_from_the_clarification_on()
    {
        var history = Sample.History(
            Sample
                .Article(Herald, "2031-04-02")
                .Says<DelegationNamed>("names", r =>
                    r.By(AdaBrill) with
                    {
                        DelegationSide = Varland,
                        Members = [InesRook],
                    }
                )
        );
        history.Correct(
            SampleCorrections
                .Publisher(Herald, SampleCorrections.Report(Herald, "names"), "clarified", "2031-04-04")
                .Changing(
                    """{"members":[{"written":"Ines Rook","id":"ines-rook"},{"written":"Ole Fenn","id":"ole-fenn"}]}"""
                )
        );

        Assert.Equal("""{"names":["ines-rook"]}""", history.Fact(Members, "2031-04-03").Value);
        Assert.Equal("""{"names":["ines-rook","ole-fenn"]}""", history.Fact(Members, "2031-04-04").Value);
        Assert.Equal("2031-04-04T23:59:59.999999+03:00", history.Fact(Members).Since);
    }

    [Fact]
    public void A_sentence_about_an_earlier_round_is_re_assigned_to_it()
    {
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Coder(Herald, SampleCorrections.Report(Herald, "declines"), "earlier")
                    .Changing("""{"round":"general"}""")
            );

        Assert.Null(history.Find(Attendance, "2031-04-02"));
        Assert.Contains(history.Ask("2031-04-02").Facts, fact => fact.Key == $"general/{Attendance}");
    }

    [Fact]
    public void One_agency_text_in_two_outlets_counts_its_origin_once_when_they_are_linked()
    {
        var history = Sample.History(Narrated(Herald, "2031-04-02"), Narrated(Post, "2031-04-03"));
        Assert.Equal(2, history.Fact(Attendance).Fact.Origins);

        history.Correct(
            new ArticlesLinked(SampleCorrections.Coder(Post, SampleCorrections.Version(Post), "one-text"))
            {
                Other = Herald,
            }
        );

        Assert.Equal((1, 2), (history.Fact(Attendance).Fact.Origins, history.Fact(Attendance).Fact.Carriers));
        history.Correct(
            SampleCorrections.Coder(Post, SampleCorrections.Correction(Post, "one-text"), "two-texts").Undoing()
        );
        Assert.Equal(2, history.Fact(Attendance).Fact.Origins);
    }

    [Fact]
    public void Two_notices_that_come_in_in_reverse_order_count_by_the_time_they_were_published()
    {
        var report = SampleCorrections.Report(Herald, "declines");
        var first = SampleCorrections
            .Publisher(Herald, report, "first", "2031-04-05")
            .Changing("""{"happened":"2031-04-01"}""");
        var second = SampleCorrections
            .Publisher(Herald, report, "second", "2031-04-07")
            .Changing("""{"happened":"2031-03-31"}""");
        foreach (
            var history in new[]
            {
                Declines().Correct(first).Correct(second),
                Declines().Correct(second).Correct(first),
            }
        )
        {
            Assert.Equal("2031-04-02", history.Fact(Attendance, "2031-04-04").Fact.Happened.Text);
            Assert.Equal("2031-04-01", history.Fact(Attendance, "2031-04-06").Fact.Happened.Text);
            Assert.Equal("2031-03-31", history.Fact(Attendance, "2031-04-07").Fact.Happened.Text);
        }
    }

    [Fact]
    public void A_coder_corrects_what_the_publisher_has_corrected_by_naming_the_notice()
    {
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Publisher(Herald, SampleCorrections.Report(Herald, "declines"), "notice", "2031-04-05")
                    .Changing("""{"happened":"2031-04-01"}""")
            )
            .Correct(
                SampleCorrections
                    .Coder(Herald, SampleCorrections.Correction(Herald, "notice"), "misread-notice")
                    .Changing("""{"happened":"2031-03-30"}""")
            );

        Assert.Equal("2031-04-02", history.Fact(Attendance, "2031-04-04").Fact.Happened.Text);
        Assert.Equal("2031-03-30", history.Fact(Attendance, "2031-04-05").Fact.Happened.Text);
    }

    [Fact]
    public void A_coder_takes_back_a_withdrawal_that_was_misread_and_the_notice_counts_again()
    {
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Publisher(Herald, SampleCorrections.Report(Herald, "declines"), "withdrawn", "2031-04-05")
                    .Retracting()
            )
            .Correct(
                SampleCorrections
                    .Publisher(Herald, SampleCorrections.Correction(Herald, "withdrawn"), "after-all", "2031-04-08")
                    .Undoing()
            );
        Assert.Equal("declined", history.Fact(Attendance).Status);

        history.Correct(
            SampleCorrections.Coder(Herald, SampleCorrections.Correction(Herald, "after-all"), "misread").Retracting()
        );
        Assert.Null(history.Find(Attendance));

        history.Correct(
            SampleCorrections.Coder(Herald, SampleCorrections.Correction(Herald, "misread"), "read").Undoing()
        );
        Assert.Equal("declined", history.Fact(Attendance).Status);
    }

    [Fact]
    public void A_notice_that_the_coder_withdrew_counts_as_no_correction()
    {
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Publisher(Herald, SampleCorrections.Report(Herald, "declines"), "notice", "2031-04-05")
                    .Changing("""{"happened":"2031-04-01"}""")
            );
        Assert.Equal(["notice"], Counting(history));

        history.Correct(
            SampleCorrections
                .Coder(Herald, SampleCorrections.Correction(Herald, "notice"), "misread-notice")
                .Retracting()
        );
        Assert.Equal(["misread-notice"], Counting(history));
    }

    [Fact]
    public void A_publishers_retraction_beats_an_amendment_that_it_published_later()
    {
        var report = SampleCorrections.Report(Herald, "declines");
        var history = Declines()
            .Correct(SampleCorrections.Publisher(Herald, report, "withdrawn", "2031-04-05").Retracting())
            .Correct(
                SampleCorrections
                    .Publisher(Herald, report, "amended", "2031-04-07")
                    .Changing("""{"happened":"2031-04-01"}""")
            );

        Assert.Null(history.Find(Attendance, "2031-04-06"));
        Assert.Null(history.Find(Attendance, "2031-04-08"));
    }

    [Fact]
    public void A_coders_correction_of_the_report_lies_under_the_publishers()
    {
        var report = SampleCorrections.Report(Herald, "declines");
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Publisher(Herald, report, "notice", "2031-04-05")
                    .Changing("""{"happened":"2031-04-01"}""")
            )
            .Correct(SampleCorrections.Coder(Herald, report, "misread").Changing("""{"happened":"2031-03-30"}"""));

        Assert.Equal("2031-03-30", history.Fact(Attendance, "2031-04-04").Fact.Happened.Text);
        Assert.Equal("2031-04-01", history.Fact(Attendance, "2031-04-05").Fact.Happened.Text);
    }

    [Fact]
    public void A_coders_retraction_removes_both_layers_and_its_undoing_brings_both_back()
    {
        var report = SampleCorrections.Report(Herald, "declines");
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Publisher(Herald, report, "notice", "2031-04-05")
                    .Changing("""{"happened":"2031-04-01"}""")
            )
            .Correct(SampleCorrections.Coder(Herald, report, "never-said").Retracting());
        Assert.Null(history.Find(Attendance));

        history.Correct(
            SampleCorrections.Coder(Herald, SampleCorrections.Correction(Herald, "never-said"), "said").Undoing()
        );
        Assert.Equal("2031-04-01", history.Fact(Attendance).Fact.Happened.Text);

        history.Correct(
            SampleCorrections
                .Coder(Herald, SampleCorrections.Correction(Herald, "said"), "never-said-after-all")
                .Undoing()
        );
        Assert.Null(history.Find(Attendance));
    }

    [Fact]
    public void A_live_blog_that_is_edited_silently_keeps_what_it_no_longer_carries_and_says_so()
    {
        var article = Sample
            .Article(Herald, "2031-04-02T12:00")
            .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill });
        var history = Sample
            .History(article)
            .Publish(
                article.Version with
                {
                    Version = "v2",
                    Published = new(
                        Sample.Time("2031-04-03T12:00"),
                        PublicationBasis.Assumed,
                        "the time of the capture"
                    ),
                    Compared = new("v1", [], [], ["declines"]),
                }
            );

        Assert.Empty(history.Fact(Attendance, "2031-04-02").Fact.Flags);
        Assert.Equal(
            ("declined", "noLongerCarried"),
            (history.Fact(Attendance).Status, history.Fact(Attendance).Fact.Flags.Single())
        );
    }

    [Theory]
    [InlineData("2031-04-01", "would be older than the article")]
    [InlineData("2031-04-09", "before it came out")]
    [InlineData("2031-04-06", null)]
    public void A_notice_whose_time_is_corrected_stays_between_what_it_is_about_and_its_withdrawal(
        string moved,
        string? refusal
    )
    {
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Publisher(Herald, SampleCorrections.Report(Herald, "declines"), "withdrawn", "2031-04-05")
                    .Retracting()
            )
            .Correct(
                SampleCorrections
                    .Publisher(Herald, SampleCorrections.Correction(Herald, "withdrawn"), "after-all", "2031-04-08")
                    .Undoing()
            );
        var correction = new PublicationCorrected(
            SampleCorrections.Coder(Herald, SampleCorrections.Correction(Herald, "withdrawn"), "moved")
        )
        {
            Published = new(Sample.Time(moved), PublicationBasis.Stated),
        };

        if (refusal is null)
            Assert.Null(history.Refuse(correction));
        else
            Assert.Contains(refusal, history.Refuse(correction)!.Message);
    }

    private static IEnumerable<string> Counting(History history) =>
        history.Log.Timeline.CorrectionsKnownBy(null).Select(correction => correction.Correction.Id);

    private static History Declines() =>
        Sample.History(
            Sample
                .Article(Herald, "2031-04-02")
                .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill })
        );

    private static SampleArticle Narrated(string outlet, string day) =>
        Sample
            .Article(outlet, day)
            .Says<AttendanceDeclined>("absent", r =>
                r.Observed().WithAct("absent").On("2031-04-02") with
                {
                    Person = AdaBrill,
                }
            );

    private static Fact FactAt(History history, long position) =>
        Answer
            .To(new(Sample.Talks), history.LogAt(position))
            .Facts.Single(fact => fact.Key == $"{Sample.Round}/{Attendance}");
}
