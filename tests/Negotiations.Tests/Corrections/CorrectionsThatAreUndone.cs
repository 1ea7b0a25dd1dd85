using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>A correction that is undone leaves a fact as it was before.</summary>
public class CorrectionsThatAreUndone
{
    private const string Herald = "morning-herald";
    private const string Attendance = "attendance/ada-brill";

    private static readonly Guid Declines = SampleCorrections.Report(Herald, "declines");

    [Fact]
    public void An_undo_that_is_undone_brings_the_flag_back()
    {
        var history = Told().Correct(Redate("month")).Correct(Undo("month", "undo")).Correct(Undo("undo", "redo"));

        var fact = history.Fact(Attendance).Fact;

        Assert.Equal("2031-03-02", fact.Happened.Text);
        Assert.Equal(["corrected"], fact.Flags);
        Assert.Equal([SampleCorrections.Correction(Herald, "month")], fact.Corrections);
    }

    [Fact]
    public void One_that_builds_on_an_undone_one_counts_by_itself()
    {
        var history = Told()
            .Correct(Redate("month"))
            .Correct(SampleCorrections.Coder(Herald, Declines, "sure", on: "month").Changing("""{"certainty":2}"""))
            .Correct(Undo("month", "undo"));

        Assert.Equal([SampleCorrections.Correction(Herald, "sure")], history.Fact(Attendance).Fact.Corrections);
    }

    [Fact]
    public void A_notice_counts_until_the_publisher_withdraws_it()
    {
        var history = Told()
            .Correct(
                SampleCorrections
                    .Publisher(Herald, Declines, "notice", "2031-04-05")
                    .Changing("""{"happened":"2031-04-01"}""")
            )
            .Correct(
                SampleCorrections
                    .Publisher(Herald, SampleCorrections.Correction(Herald, "notice"), "withdrawn", "2031-04-08")
                    .Undoing()
            );

        Assert.Empty(history.Fact(Attendance, "2031-04-04").Fact.Flags);
        Assert.Equal(["corrected"], history.Fact(Attendance, "2031-04-06").Fact.Flags);
        Assert.Empty(history.Fact(Attendance).Fact.Flags);
        // Without it the value would seem to have been known all the time.
        Assert.Equal([SampleCorrections.Correction(Herald, "notice")], history.Fact(Attendance).Fact.Corrections);
    }

    [Fact]
    public void A_notice_that_was_misread_is_no_correction_nor_is_the_finding()
    {
        var history = Told()
            .Correct(
                SampleCorrections
                    .Publisher(Herald, Declines, "notice", "2031-04-05")
                    .Changing("""{"happened":"2031-04-01"}""")
            )
            .Correct(
                SampleCorrections.Coder(Herald, SampleCorrections.Correction(Herald, "notice"), "misread").Retracting()
            );

        Assert.Empty(history.Fact(Attendance).Fact.Flags);
        Assert.Empty(history.Fact(Attendance).Fact.Corrections);
    }

    [Fact]
    public void Blame_goes_on_to_show_them_as_not_in_force()
    {
        var history = Told().Correct(Redate("month")).Correct(Undo("month", "undo"));

        var blamed = Blame
            .Trace(history.Log, new(Sample.Talks), "attendance/ada-brill")
            .Facts.Single()
            .Because.Single()
            .Corrections;

        Assert.Equal(
            [("month", false), ("undo", true)],
            blamed.Select(one => (one.Recorded.Correction.Id, one.InForce))
        );
    }

    private static History Told() =>
        Sample.History(
            Sample
                .Article(Herald, "2031-04-02")
                .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill })
        );

    private static ReportCorrected Redate(string id) =>
        SampleCorrections.Coder(Herald, Declines, id).Changing("""{"happened":"2031-03-02"}""");

    private static CorrectionUndone Undo(string undone, string id) =>
        SampleCorrections.Coder(Herald, SampleCorrections.Correction(Herald, undone), id).Undoing();
}
