using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class FlagsOfCorrections
{
    // Case 9: a date that is corrected and then put back.
    [Fact]
    public void A_correction_that_is_undone_leaves_value_date_and_flags_as_they_were()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-05")
                .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill })
        );
        var before = history.Fact("attendance/ada-brill").Fact;

        history.Correct(
            SampleCorrections
                .Coder("morning-herald", SampleCorrections.Report("morning-herald", "declines"), "c1")
                .Changing("""{"happened":"2031-04-03"}""")
        );
        var corrected = history.Fact("attendance/ada-brill").Fact;
        history.Correct(
            SampleCorrections
                .Coder("morning-herald", SampleCorrections.Correction("morning-herald", "c1"), "u1")
                .Undoing()
        );

        Assert.Equal("2031-04-03", corrected.Happened.Text);
        Assert.Equal([FactFlag.Corrected], corrected.Flags);
        var after = history.Fact("attendance/ada-brill").Fact;
        Assert.Equal((before.Value, before.Happened.Text), (after.Value, after.Happened.Text));
        Assert.Equal(before.Flags, after.Flags);
        Assert.Equal(before.Corrections, after.Corrections);
        Assert.True(after.IsSameAs(before));
    }
}
