using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class NamingOnTheRecord
{
    [Theory]
    [InlineData(Standing.Own, Modality.Asserted, true)]
    [InlineData(Standing.Own, Modality.Planned, true)]
    [InlineData(Standing.Own, Modality.Reported, false)]
    [InlineData(Standing.Own, Modality.Possible, false)]
    [InlineData(Standing.Own, Modality.Expected, false)]
    [InlineData(Standing.Observed, Modality.Asserted, false)]
    [InlineData(Standing.OwnUnnamed, Modality.Asserted, false)]
    [InlineData(Standing.Other, Modality.Asserted, false)]
    public void A_delegation_asserts_attendance_only_when_its_own_side_names_it_on_the_record(
        Standing standing,
        Modality modality,
        bool asserts
    )
    {
        var named = Row.Create<DelegationNamed>(r =>
            r with
            {
                DelegationSide = Varland,
                Head = InesRook,
                Members = [OleFenn],
                Standing = standing,
                Modality = modality,
            }
        );
        var head = Row.Create<DelegationHeadNamed>(r =>
            r with
            {
                DelegationSide = Varland,
                Head = InesRook,
                Standing = standing,
                Modality = modality,
            }
        );

        Assert.Equal(asserts ? ["attendance/ines-rook", "attendance/ole-fenn"] : [], Attendances(named));
        Assert.Equal(asserts ? ["attendance/ines-rook"] : [], Attendances(head));
    }

    [Fact]
    public void Of_no_side_in_particular_nothing_is_asserted()
    {
        Assert.Empty(Row.Create<DelegationNamed>(r => r with { Members = [OleFenn], Count = 2 }).Report.Asserts());
        Assert.Empty(Row.Create<DelegateOmitted>(r => r with { Names = [OleFenn] }).Report.Asserts());
        Assert.Empty(Row.Create<DelegationHeadNamed>(r => r with { Head = InesRook }).Report.Asserts());
        Assert.Empty(Row.Create<DelegationDispatched>(r => r with { Destination = "Merin" }).Report.Asserts());
    }

    [Fact]
    public void The_order_of_a_list_makes_no_other_list()
    {
        var one = Row.Create<DelegationNamed>(r =>
                r.Observed() with
                {
                    DelegationSide = Varland,
                    Members = [OleFenn, PellArno],
                }
            )
            .Report.Asserts();
        var other = Row.Create<DelegationNamed>(r =>
                r.Observed() with
                {
                    DelegationSide = Varland,
                    Members = [PellArno, OleFenn, PellArno],
                }
            )
            .Report.Asserts();

        Assert.Equal(one.Single().Value.Status, other.Single().Value.Status);
    }

    private static string[] Attendances(Row row) =>
        [
            .. row
                .Report.Asserts()
                .Select(assertion => assertion.Subject)
                .Where(subject => subject.StartsWith("attendance/", StringComparison.Ordinal))
                .Order(),
        ];
}
