using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class Confirmations
{
    [Theory]
    [InlineData(Standing.Own, Modality.Asserted, "confirmed")]
    [InlineData(Standing.Own, Modality.Planned, "confirmed")]
    [InlineData(Standing.Observed, Modality.Asserted, "confirmed")]
    [InlineData(Standing.OwnUnnamed, Modality.Asserted, "reported")]
    [InlineData(Standing.OwnUnnamed, Modality.Planned, "reported")]
    [InlineData(Standing.Other, Modality.Asserted, "reported")]
    [InlineData(Standing.Other, Modality.Planned, "reported")]
    [InlineData(Standing.Own, Modality.Reported, "reported")]
    [InlineData(Standing.Own, Modality.Expected, "reported")]
    [InlineData(Standing.Other, Modality.Expected, "reported")]
    [InlineData(Standing.Own, Modality.Possible, "possible")]
    [InlineData(Standing.OwnUnnamed, Modality.Possible, "possible")]
    [InlineData(Standing.Own, Modality.Conditional, "conditional")]
    [InlineData(Standing.Own, Modality.Demanded, null)]
    [InlineData(Standing.Own, Modality.Denied, null)]
    public void Only_the_record_of_ones_own_side_or_an_eye_witness_confirms(
        Standing standing,
        Modality modality,
        string? status
    )
    {
        var report = Row.Create<AttendanceConfirmed>(r =>
            r with
            {
                Person = AdaBrill,
                Standing = standing,
                Modality = modality,
            }
        ).Report;

        Assert.Equal(status, report.Asserts().SingleOrDefault()?.Value.Status);
    }

    [Fact]
    public void Of_nobody_in_particular_nothing_is_asserted() =>
        Assert.Empty(Row.Create<AttendanceConfirmed>(r => r with { Event = "talks" }).Report.Asserts());
}
