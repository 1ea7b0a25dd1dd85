using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class StatusOfARound
{
    [Theory]
    [InlineData("offered", "offered")]
    [InlineData("offered scheduled:09", "scheduled")]
    [InlineData("scheduled:09 offered", "scheduled")]
    [InlineData("scheduled:09 offered offered", "scheduled")]
    [InlineData("scheduled:09 postponed", "postponed")]
    [InlineData("offered postponed", "postponed")]
    [InlineData("postponed offered", "postponed")]
    [InlineData("scheduled:09 postponed offered", "postponed")]
    // A postponement yields to another date or time, not to the old one told again.
    [InlineData("scheduled:09 postponed scheduled:09", "postponed")]
    [InlineData("scheduled:09 postponed scheduled:09 scheduled:09", "postponed")]
    [InlineData("scheduled:09 postponed scheduled:10", "scheduled")]
    [InlineData("scheduled:09 postponed scheduled:09 scheduled:10", "scheduled")]
    [InlineData("scheduled:09@10:00 postponed scheduled:09@15:00", "scheduled")]
    [InlineData("scheduled:09@10:00 postponed scheduled:09@10:00", "postponed")]
    [InlineData("scheduled:09 postponed scheduled:10 postponed scheduled:10", "postponed")]
    [InlineData("scheduled:09 postponed scheduled:10 postponed scheduled:09", "scheduled")]
    [InlineData("postponed scheduled:09", "scheduled")]
    // What was held stays held.
    [InlineData("held", "held")]
    [InlineData("scheduled:09 held", "held")]
    [InlineData("scheduled:09 postponed held", "held")]
    [InlineData("held offered", "held")]
    [InlineData("held scheduled:20", "held")]
    [InlineData("held postponed", "held")]
    [InlineData("held postponed scheduled:20", "held")]
    // Talks that were held may stop, end without result and go on; a mere plan changes nothing of that.
    [InlineData("held suspended", "suspended")]
    [InlineData("suspended scheduled:20", "suspended")]
    [InlineData("held suspended resumed", "resumed")]
    [InlineData("held brokenOff", "brokenOff")]
    [InlineData("held suspended resumed brokenOff postponed", "brokenOff")]
    [InlineData("held further", "held")]
    // A forecast never becomes the thing.
    [InlineData("scheduled:09 expected", "scheduled")]
    [InlineData("expected", null)]
    public void The_last_word_that_can_displace_the_others_counts(string said, string? status) =>
        Assert.Equal(status, Said(said).Find("round/status")?.Status);

    [Theory]
    [InlineData("scheduled:09", "held")]
    [InlineData("scheduled:09 postponed", "held")]
    [InlineData("postponed", "scheduled:09")]
    public void Words_of_those_who_are_no_party_count_only_where_no_party_spoke(string own, string others)
    {
        var history = Sample.History([.. Articles(own, 1, Standing.Own), .. Articles(others, 10, Standing.Other)]);

        Assert.Equal(Said(own).Fact("round/status").Status, history.Fact("round/status").Status);
        Assert.NotEmpty(history.Fact("round/status").Against);
    }

    [Fact]
    public void A_schedule_after_the_talks_stands_against_held()
    {
        var fact = Said("scheduled:09 held scheduled:20").Fact("round/status");

        Assert.Equal(["held-2"], fact.Because);
        Assert.Equal(["scheduled:20-3"], fact.Against);
        Assert.Equal(["scheduled:09-1"], fact.Superseded);
    }

    [Fact]
    public void An_offer_contradicts_no_schedule()
    {
        var fact = Said("scheduled:09 offered").Fact("round/status");

        Assert.Equal(["scheduled:09-1"], fact.Because);
        Assert.Empty(fact.Against);
    }

    [Fact]
    public void An_offer_between_two_schedules_is_no_break()
    {
        var fact = Said("scheduled:09 offered scheduled:09").Fact("round/status");

        Assert.Equal(["scheduled:09-1", "scheduled:09-3"], fact.Because);
        Assert.Equal("2031-04-01T23:59:59.999999+03:00", fact.Since);
    }

    [Fact]
    public void The_new_date_of_postponed_talks_is_the_date_of_the_round()
    {
        var history = Said("scheduled:09 postponed scheduled:10@15:00");

        Assert.Equal("""{"date":"2031-04-10","time":"15:00"}""", history.Fact("round/date").Value);
        Assert.Equal("""{"status":"scheduled"}""", history.Fact("round/status").Value);
    }

    [Theory]
    [InlineData("2031-04-09", "2031-04", "2031-04-09")]
    [InlineData("2031-04", "2031-04-09", "2031-04-09")]
    [InlineData("2031-04-09", "2031-04-10", "2031-04-10")]
    [InlineData("2031-04-09", "[2031-04-07..2031-04-13]", "2031-04-09")]
    [InlineData("2031-04-09", "2031-04-10/2031-04-12", "2031-04-10/2031-04-12")]
    public void A_vague_date_never_replaces_a_day(string first, string second, string date)
    {
        var history = Sample.History(Scheduled("a", "2031-04-01", first), Scheduled("b", "2031-04-02", second));

        Assert.Equal($$"""{"date":"{{date}}"}""", history.Fact("round/date").Value);
        Assert.Empty(history.Fact("round/date").Against);
    }

    [Fact]
    public void A_month_is_the_date_of_a_round_as_long_as_there_is_no_other()
    {
        var history = Sample.History(Scheduled("a", "2031-04-01", "2031-04"));

        Assert.Equal("""{"date":"2031-04"}""", history.Fact("round/date").Value);
    }

    [Fact]
    public void Talks_that_were_held_do_not_contradict_the_plan_to_hold_them()
    {
        var history = Sample.History(
            Scheduled("plan", "2031-04-01", "2031-04-03"),
            Sample.Article("evening-post", "2031-04-03").Says<TalksHeld>("held", r => r.Observed())
        );

        Assert.Equal(["plan"], history.Fact("round/status").Superseded);
        Assert.False(history.Fact("round/status").Fact.Disputed);
    }

    [Fact]
    public void Talks_of_no_round_are_each_a_fact_of_their_own()
    {
        var facts = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-05")
                    .Says<TalksHeld>("one", r => r with { Round = Round.General, Venue = "Merin Hall" })
                    .Says<TalksHeld>("two", r => r with { Round = Round.General })
            )
            .Ask()
            .Facts;

        Assert.Equal(["general/other-talks/one", "general/other-talks/two"], facts.Select(fact => fact.Key));
    }

    private static SampleArticle Scheduled(string id, string published, string date) =>
        Sample
            .Article("morning-herald", published, id)
            .Says<TalksScheduled>(id, r => r.By(AdaBrill) with { Date = Edtf.Parse(date) });

    private static History Said(string words) => Sample.History([.. Articles(words, 1, Standing.Own)]);

    // Each word is said on a day of April of its own, by Varland or by someone else.
    private static IEnumerable<SampleArticle> Articles(string words, int day, Standing standing) =>
        words
            .Split(' ')
            .Select(
                (word, index) =>
                {
                    var id = $"{word}-{day + index}";
                    var article = Sample.Article(
                        "morning-herald",
                        $"2031-04-{day + index:00}",
                        $"article-{day + index}"
                    );
                    return word.Split(':', '@')[0] switch
                    {
                        "offered" => article.Says<TalksOffered>(id, r => Spoken(r)),
                        "postponed" => article.Says<TalksPostponed>(id, r => Spoken(r)),
                        "suspended" => article.Says<TalksSuspended>(id, r => Spoken(r)),
                        "resumed" => article.Says<TalksResumed>(id, r => Spoken(r)),
                        "brokenOff" => article.Says<TalksBrokenOff>(id, r => Spoken(r)),
                        "further" => article.Says<FurtherTalksAgreed>(id, r => Spoken(r)),
                        "held" => article.Says<TalksHeld>(id, r => Spoken(r)),
                        "expected" => article.Says<TalksHeld>(id, r => Spoken(r).As(Modality.Expected)),
                        _ => article.Says<TalksScheduled>(id, r =>
                            Spoken(r) with
                            {
                                Date = Edtf.Parse($"2031-04-{word[10..12]}"),
                                Time = word.Contains('@') ? word[13..] : null,
                            }
                        ),
                    };

                    T Spoken<T>(T report)
                        where T : Report =>
                        report.By(standing == Standing.Own ? AdaBrill : TomasKeel) with
                        {
                            Standing = standing,
                        };
                }
            );
}
