using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>What one side denies leaves a trace: it stands against the value, or knocks out what others said.</summary>
public class Denials
{
    private const string Attendance = "attendance/ines-rook";

    [Theory]
    // On the record against what is on the record: both stand, and the value is disputed.
    [InlineData("own", "own", "confirmed", true)]
    [InlineData("observed", "own", "confirmed", true)]
    // On the record against what is not: that is knocked out.
    [InlineData("unnamed of the side", "own", "denied", false)]
    [InlineData("unnamed", "own", "denied", false)]
    [InlineData("outsider", "own", "denied", false)]
    // Anybody else only stands against, and is never silent.
    [InlineData("own", "outsider", "confirmed", true)]
    [InlineData("observed", "outsider", "confirmed", true)]
    [InlineData("unnamed of the side", "outsider", "reported", true)]
    [InlineData("outsider", "unnamed of the side", "reported", true)]
    [InlineData("own", "unnamed of the side", "confirmed", true)]
    public void Who_denies_decides_what_is_left(string told, string denied, string status, bool isDisputed)
    {
        var fact = Sample.History(Comes("2031-04-02", told), Denies("2031-04-03", denied)).Fact(Attendance);

        Assert.Equal(status, fact.Status);
        Assert.Equal(isDisputed, fact.IsDisputed);
        string[] both = status == "denied" ? ["denial", "comes"] : ["comes", "denial"];
        Assert.Equal([both[0]], fact.Because);
        Assert.Equal([both[1]], fact.Against);
    }

    // Case 21: an official says that the minister comes, and her office denies it.
    [Fact]
    public void What_was_known_before_a_report_that_is_denied_stands_again_and_the_report_is_shown_with_its_denial()
    {
        var history = Sample.History(
            Undecided("2031-04-01"),
            Comes("2031-04-02", "unnamed of the side"),
            Denies("2031-04-03", "own")
        );

        Assert.Equal("unconfirmed", history.Fact(Attendance, knownBy: "2031-04-01").Status);
        Assert.Equal("reported", history.Fact(Attendance, knownBy: "2031-04-02").Status);
        var fact = history.Fact(Attendance);
        Assert.Equal("unconfirmed", fact.Status);
        Assert.Equal(["undecided"], fact.Because);
        Assert.Equal(["comes", "denial"], fact.Against);
        Assert.False(fact.IsDisputed);
        Assert.Equal(
            ["undecided SaysSo", "comes KnockedOut", "denial KnocksOut"],
            Blame(history).Select(report => $"{report.Visible.Report.Id} {report.Reason}")
        );
    }

    [Fact]
    public void A_report_that_stands_alone_and_is_denied_leaves_the_denial_and_is_shown_beside_it()
    {
        var history = Sample.History(Comes("2031-04-02", "unnamed"), Denies("2031-04-03", "own"));

        Assert.Equal("""{"status":"denied"}""", history.Fact(Attendance).Value);
        Assert.Equal(["denial", "comes"], Blame(history).Select(report => report.Visible.Report.Id));
    }

    [Fact]
    public void A_denial_of_what_nobody_told_is_a_denial() =>
        Assert.Equal("denied", Sample.History(Denies("2031-04-03", "own")).Fact(Attendance).Status);

    [Fact]
    public void A_denial_counts_from_its_own_publication_on()
    {
        var history = Sample.History(Comes("2031-04-02", "own"), Denies("2031-04-04", "outsider"));

        Assert.False(history.Fact(Attendance, knownBy: "2031-04-03").IsDisputed);
        Assert.True(history.Fact(Attendance, knownBy: "2031-04-04").IsDisputed);
    }

    [Fact]
    public void Who_denies_one_act_does_not_deny_what_is_said_in_another()
    {
        var fact = Sample
            .History(
                Comes("2031-04-02", "unnamed of the side"),
                Denies("2031-04-03", "own"),
                Comes("2031-04-04", "own", act: "she-says-so-herself")
            )
            .Fact(Attendance);

        Assert.Equal("confirmed", fact.Status);
        Assert.Equal(["she-says-so-herself"], fact.Because);
        Assert.False(fact.IsDisputed);
    }

    // Case 20: a round that one side announces and the other denies.
    [Theory]
    [InlineData("round/status", """{"status":"scheduled"}""")]
    [InlineData("round/date", """{"date":"2031-06-01"}""")]
    [InlineData("round/venue", """{"venue":"Ostvik"}""")]
    public void A_round_that_the_other_side_denies_is_scheduled_and_disputed(string key, string value)
    {
        var fact = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-02")
                    .Says<TalksScheduled>("scheduled", r =>
                        r.By(AdaBrill).As(Modality.Planned) with
                        {
                            Date = Edtf.Parse("2031-06-01"),
                            Venue = "Ostvik",
                        }
                    )
                    .Says<TalksScheduled>("denied", r =>
                        r.ByOutsider(TomasKeel).As(Modality.Denied).WithAct("scheduled")
                    )
            )
            .Fact(key);

        Assert.Equal(value, fact.Value);
        Assert.Equal(["scheduled"], fact.Because);
        Assert.Equal(["denied"], fact.Against);
        Assert.True(fact.IsDisputed);
    }

    [Fact]
    public void Who_denies_an_agreement_denies_all_that_is_told_of_it()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-02")
                .Says<AgreementReached>("claim", r =>
                    r.ByOutsider(TomasKeel) with
                    {
                        Agreement = "Lake Accord",
                        Kind = AgreementKind.Partial,
                        Terms = ["one shore each"],
                    }
                )
                .Says<AgreementReached>("denial", r =>
                    r.By(AdaBrill).As(Modality.Denied).WithAct("claim") with
                    {
                        Agreement = "Lake Accord",
                    }
                )
        );

        Assert.All(["status", "kind", "terms"], fact =>
            Assert.Equal("denied", history.Fact($"agreement/lake-accord/{fact}").Status)
        );
    }

    private static IEnumerable<BlamedReport> Blame(History history) =>
        Assert
            .Single(Negotiations.Blame.Trace(history.Log, new(Sample.Talks), $"{Sample.Round}/{Attendance}").Facts)
            .Reports;

    private static SampleArticle Undecided(string published) =>
        Sample
            .Article("lake-gazette", published)
            .Says<AttendanceUnconfirmed>("undecided", r => r.By(InesRook) with { Person = InesRook });

    private static SampleArticle Comes(string published, string speaker, string act = "comes") =>
        Sample
            .Article("morning-herald", published, $"morning-herald-{act}")
            .Says<AttendanceConfirmed>(act, r => r.SaidBy(speaker).WithAct(act) with { Person = InesRook });

    private static SampleArticle Denies(string published, string speaker) =>
        Sample
            .Article("evening-post", published)
            .Says<AttendanceConfirmed>("denial", r =>
                r.SaidBy(speaker).As(Modality.Denied).WithAct("comes") with
                {
                    Person = InesRook,
                }
            );
}
