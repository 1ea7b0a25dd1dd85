using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>Who says the same more precisely, or less, contradicts nothing; the more precise value is shown.</summary>
public class Precision
{
    private static readonly ValueComparison Places = ValueComparison.For(
        History.Definition with
        {
            Places = [new("Merin") { Spellings = ["the lake town"] }, new("Pier House") { In = "Merin" }, new("Sund")],
        }
    );

    [Theory]
    // A house in a town, by its words or by the negotiation's file.
    [InlineData("venue", "Merin Hall, Merin", "Merin", true)]
    [InlineData("venue", "Pier House", "Merin", true)]
    [InlineData("venue", "Pier House", "the lake town", true)]
    [InlineData("venue", "Pier House", "Sund", false)]
    [InlineData("destination", "Merin", "Sund", false)]
    [InlineData("at", "Pier House", "Merin", true)]
    // A clock time and a part of a day; of two clock times one is wrong.
    [InlineData("time", "15:30", "in the afternoon", true)]
    [InlineData("time", "15:30", "15:30", true)]
    [InlineData("time", "15:30", "16:00", false)]
    [InlineData("time", "morning", "late", true)]
    // Words never contradict each other: nobody can tell.
    [InlineData("reason", "the weather", "a quarrel", true)]
    [InlineData("outcome", "none", "a second day", true)]
    public void Places_times_and_words_are_compared_each_in_their_way(
        string detail,
        string one,
        string other,
        bool canBothBeTrue
    )
    {
        var (first, second) = (Value((detail, one)), Value((detail, other)));

        Assert.Equal(!canBothBeTrue, Places.Contradict(first, second));
        Assert.Equal(!canBothBeTrue, Places.Contradict(second, first));
    }

    [Theory]
    [InlineData("2031-06-03", "2031-06-03", true)]
    [InlineData("2031-06-03", "2031-06", true)]
    [InlineData("2031-06-03", "2031-06-01/2031-06-10", true)]
    [InlineData("2031-06-03", "2031-06-04", false)]
    [InlineData("2031-06", "2031-07", false)]
    [InlineData("2031-06-01/2031-06-05", "2031-06-04/2031-06-09", true)]
    public void A_day_lies_in_a_month(string one, string other, bool canBothBeTrue) =>
        Assert.Equal(
            !canBothBeTrue,
            Places.Contradict(Value(("date", Edtf.Parse(one))), Value(("date", Edtf.Parse(other))))
        );

    [Theory]
    [InlineData(12, 12, true)]
    [InlineData(12, 13, false)]
    public void Of_two_numbers_one_is_wrong(int one, int other, bool canBothBeTrue) =>
        Assert.Equal(!canBothBeTrue, Places.Contradict(Value(("killed", one)), Value(("killed", other))));

    // Case 24, in one act and in two.
    [Theory]
    [InlineData("scheduled", "in the afternoon", "15:30")]
    [InlineData("scheduled", "15:30", "in the afternoon")]
    [InlineData("anew", "in the afternoon", "15:30")]
    [InlineData("anew", "15:30", "in the afternoon")]
    public void The_hour_is_shown_and_not_the_part_of_the_day(string secondAct, string first, string second)
    {
        var fact = Sample
            .History(
                Scheduled("morning-herald", "2031-04-02", "scheduled", "2031-06-03", first),
                Scheduled("evening-post", "2031-04-03", secondAct, "2031-06-03", second)
            )
            .Fact("round/date");

        Assert.Equal("""{"date":"2031-06-03","time":"15:30"}""", fact.Value);
        Assert.Empty(fact.Against);
    }

    [Theory]
    [InlineData("scheduled", "2031-06", "2031-06-03")]
    [InlineData("scheduled", "2031-06-03", "2031-06")]
    [InlineData("scheduled", "2031-06-01/2031-06-10", "2031-06-03")]
    [InlineData("anew", "2031-06-01/2031-06-10", "2031-06-03")]
    [InlineData("anew", "2031-06-03", "2031-06-01/2031-06-10")]
    [InlineData("anew", "2031-06-03", "2031-06")]
    public void The_day_is_shown_and_not_the_stretch_in_which_it_lies(string secondAct, string first, string second)
    {
        var fact = Sample
            .History(
                Scheduled("morning-herald", "2031-04-02", "scheduled", first, time: null),
                Scheduled("evening-post", "2031-04-03", secondAct, second, time: null)
            )
            .Fact("round/date");

        Assert.Equal("""{"date":"2031-06-03"}""", fact.Value);
        Assert.Empty(fact.Against);
    }

    [Theory]
    [InlineData("several", "names")]
    [InlineData("names", "several")]
    public void The_names_are_shown_and_not_their_number(string first, string second)
    {
        var fact = Sample
            .History(Named("morning-herald", "2031-04-02", first), Named("evening-post", "2031-04-03", second))
            .Fact("delegation/varland/members");

        Assert.Equal("""{"names":["ines-rook","ole-fenn"]}""", fact.Value);
        Assert.Empty(fact.Against);
    }

    [Theory]
    [InlineData("Merin", "Merin Hall, Merin")]
    [InlineData("Merin Hall, Merin", "Merin")]
    public void The_house_is_shown_and_not_the_town(string first, string second)
    {
        var fact = Sample
            .History(Held("morning-herald", "2031-04-05", first), Held("evening-post", "2031-04-06", second))
            .Fact("round/venue");

        Assert.Equal("""{"venue":"Merin Hall, Merin"}""", fact.Value);
        Assert.Equal(["first", "second"], fact.Because.Order());
        Assert.Empty(fact.Against);

        SampleArticle Held(string outlet, string published, string venue) =>
            Sample
                .Article(outlet, published)
                .Says<TalksHeld>(published == "2031-04-05" ? "first" : "second", r =>
                    r.Observed().On("2031-04-04").WithAct("held") with
                    {
                        Venue = venue,
                    }
                );
    }

    private static FactValue Value((string Name, object? Detail) detail) =>
        FactValue.WithStatus("held", (detail.Name, detail.Detail));

    private static SampleArticle Scheduled(string outlet, string published, string act, string date, string? time) =>
        Sample
            .Article(outlet, published)
            .Says<TalksScheduled>("schedule", r =>
                r.By(AdaBrill).WithAct(act) with
                {
                    Date = Edtf.Parse(date),
                    Time = time,
                }
            );

    private static SampleArticle Named(string outlet, string published, string what) =>
        Sample
            .Article(outlet, published)
            .Says<DelegationNamed>("named", r =>
                r.By(AdaBrill).WithAct("named") with
                {
                    DelegationSide = Varland,
                    Members = what == "names" ? [InesRook, OleFenn] : null,
                    Count = what == "names" ? null : 2,
                }
            );
}
