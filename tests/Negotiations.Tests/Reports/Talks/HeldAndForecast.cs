namespace Negotiations.Tests;

public class HeldAndForecast
{
    [Theory]
    [InlineData(Modality.Asserted, true)]
    [InlineData(Modality.Reported, true)]
    [InlineData(Modality.Planned, false)]
    [InlineData(Modality.Expected, false)]
    [InlineData(Modality.Possible, false)]
    [InlineData(Modality.Conditional, false)]
    [InlineData(Modality.Demanded, false)]
    [InlineData(Modality.Denied, false)]
    public void Talks_and_meetings_are_held_only_where_somebody_says_that_they_were(Modality modality, bool held)
    {
        var talks = Row.Create<TalksHeld>(r => r.As(modality) with { Venue = "Merin Hall" }).Report.Asserts();
        var meeting = Row.Create<MeetingHeld>(r => r.As(modality) with { Participants = [Cast.AdaBrill] })
            .Report.Asserts();

        Assert.Equal(held, talks.Any());
        Assert.Equal(held, meeting.Any());
    }

    [Theory]
    [InlineData("varland", "ada-brill", "varland")]
    [InlineData(null, "ada-brill", "ada-brill")]
    [InlineData(null, null, "unnamed")]
    public void An_answer_belongs_to_the_side_else_to_the_actor_else_to_nobody_who_is_named(
        string? side,
        string? actor,
        string by
    )
    {
        var report = Row.Create<TalksRejected>(r =>
            r with
            {
                Side = CreateName(side),
                Actor = CreateName(actor),
                What = "talks",
            }
        ).Report;

        Assert.Equal($"talks/answer/{by}", report.Asserts().Single().Subject);
    }

    private static Name? CreateName(string? id) => id is null ? null : new(id, id);
}
