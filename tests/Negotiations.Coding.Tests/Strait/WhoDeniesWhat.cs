namespace Negotiations.Coding.Tests;

public class WhoDeniesWhat
{
    [Fact]
    public async Task The_denials_are_four_and_each_has_its_speaker() =>
        Assert.Equal(
            [
                "toll-deal-reached lena-poric",
                "tolen-schedules-fourth-round lena-poric",
                "orsk-stays-away emil-raske",
                "raske-alleges-breach lena-poric",
            ],
            (await Strait.AskAsync())
                .Answer.Reports.Where(report => report.Report.Modality == Modality.Denied)
                .Order(VisibleReport.ByKnown)
                .Select(report => $"{report.Report.Act} {report.Report.Chain[0].Name!.Id}")
        );

    // Case 20.
    [Theory]
    [InlineData("2032-04/round/status", """{"status":"scheduled"}""")]
    [InlineData("2032-04/round/date", """{"date":"2032-04-01"}""")]
    [InlineData("2032-04/round/venue", """{"venue":"Lisk"}""")]
    public async Task Belsund_denies_that_a_fourth_round_is_agreed(string key, string value)
    {
        var answer = await Strait.AskAsync("2032-03-14");

        Assert.Equal(value, answer.Value(key));
        Assert.True(answer.Fact(key).Disputed);
        Assert.Equal(["yusra-tolen"], answer.Speakers(key, ReportRole.Because));
        Assert.Equal(["telegraph#fourth-round-denied"], answer.Reports(key, ReportRole.Against));
    }

    [Fact]
    public async Task That_it_was_held_all_the_same_is_not_disputed()
    {
        var answer = await Strait.AskAsync("2032-04-02");

        Assert.False(answer.Fact("2032-04/round/status").Disputed);
        Assert.Equal(["telegraph#fourth-round-denied"], answer.Reports("2032-04/round/status", ReportRole.Denied));
    }

    // Case 21.
    [Fact]
    public async Task The_ministry_knocks_out_what_an_unnamed_official_said()
    {
        var answer = await Strait.AskAsync("2032-03-14");
        const string Attendance = "2032-04/attendance/hanne-orsk";

        Assert.Equal("confirmed", answer.Fact(Attendance).Value.Status);
        Assert.False(answer.Fact(Attendance).Disputed);
        Assert.Equal(
            ["telegraph#orsk-stays-away", "telegraph#orsk-stays-away-denied"],
            answer.Reports(Attendance, ReportRole.Against)
        );
    }

    [Fact]
    public async Task And_she_came()
    {
        var fact = (await Strait.AskAsync("2032-04-02")).Fact("2032-04/attendance/hanne-orsk");

        Assert.Equal(("attended", Standing.Observed), (fact.Value.Status, fact.Standing));
        Assert.False(fact.Disputed);
    }

    [Fact]
    public async Task Every_report_of_a_fact_is_blamed_once()
    {
        var answer = await Strait.AskAsync();

        Assert.All(answer.Blame.Facts, fact =>
            Assert.Equal(fact.Reports.Count, fact.Reports.Select(report => report.Visible.EventId).Distinct().Count())
        );
    }

    [Fact]
    public async Task What_denies_an_act_is_in_the_blame_of_each_of_its_facts()
    {
        var answer = await Strait.AskAsync();

        Assert.All(["status", "kind", "parties", "terms"], part =>
            Assert.Equal(
                ["telegraph#toll-deal-denied"],
                answer.Reports($"2032-03/agreement/toll-deal/{part}", ReportRole.Against)
            )
        );
    }
}
