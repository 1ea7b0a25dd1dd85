using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class Origins
{
    private static readonly ChainLink Herald = new() { Kind = LinkKind.Outlet, Name = Sample.Name("Morning Herald") };
    private static readonly ChainLink Wire = new() { Kind = LinkKind.Agency, Name = Sample.Name("Coast Wire") };
    private static readonly ChainLink Mirror = new() { Kind = LinkKind.Republisher, Name = Sample.Name("Mirror Site") };

    public static TheoryData<ChainLink[], Origin?> Chains =>
        new()
        {
            { [Person(AdaBrill), Herald], new("ada-brill", IsNamed: true) },
            { [Person(AdaBrill), Wire, Herald], new("ada-brill", IsNamed: true) },
            {
                [Person(PellArno) with { SpeaksFor = "varland-chancellery" }, Herald],
                new("varland-chancellery", IsNamed: true)
            },
            {
                [new() { Kind = LinkKind.Institution, Name = VarlandChancellery }, Wire, Herald],
                new("varland-chancellery", IsNamed: true)
            },
            { [Herald], new("morning-herald", IsNamed: true) },
            { [Wire, Herald], new("coast-wire", IsNamed: true) },
            { [Herald, Mirror], new("morning-herald", IsNamed: true) },
            { [Unnamed("an official"), Herald], new("unnamed@morning-herald", IsNamed: false) },
            { [Unnamed("an official"), Wire, Herald], new("unnamed@coast-wire", IsNamed: false) },
            {
                [Unnamed("an official"), Unnamed("an aide"), Herald, Mirror],
                new("unnamed@morning-herald", IsNamed: false)
            },
            { [Unnamed("an official"), Mirror], new("unnamed@mirror-site", IsNamed: false) },
            { [new() { Kind = LinkKind.Unnamed }, Herald], null },
            { [new() { Kind = LinkKind.Unnamed }, Wire, Herald], null },
        };

    [Theory]
    [MemberData(nameof(Chains))]
    public void A_chain_of_attribution_has_one_origin_or_none(ChainLink[] chain, Origin? origin) =>
        Assert.Equal(origin, Origin.Find(chain));

    [Fact]
    public void A_spokesman_and_his_institution_are_one() =>
        Counts(
            1,
            2,
            Declines("morning-herald", r => r.BySpokesman(PellArno, VarlandChancellery)),
            Declines("evening-post", r => r.ByInstitution(VarlandChancellery))
        );

    [Fact]
    public void Two_who_are_named_are_two() =>
        Counts(2, 2, Declines("morning-herald", r => r.By(AdaBrill)), Declines("evening-post", r => r.By(InesRook)));

    [Fact]
    public void One_speaker_in_three_papers_is_one() =>
        Counts(
            1,
            3,
            Declines("morning-herald", r => r.By(AdaBrill)),
            Declines("evening-post", r => r.By(AdaBrill)),
            Declines("harbour-times", r => r.By(AdaBrill).Through("Coast Wire"))
        );

    [Fact]
    public void One_wire_story_in_three_papers_is_one() =>
        Counts(
            1,
            3,
            Declines("morning-herald", r => r.Observed().Through("Coast Wire")),
            Declines("evening-post", r => r.Observed().Through("Coast Wire")),
            Declines("harbour-times", r => r.Observed().Through("Coast Wire"))
        );

    [Fact]
    public void What_two_papers_saw_for_themselves_is_two() =>
        Counts(2, 2, Declines("morning-herald", r => r.Observed()), Declines("evening-post", r => r.Observed()));

    [Fact]
    public void Unnamed_sources_never_corroborate_each_other() =>
        Counts(
            1,
            3,
            Declines("morning-herald", r => r.ByUnnamedOfOwnSide("an official")),
            Declines("evening-post", r => r.ByUnnamedOfOwnSide("an aide")),
            Declines("harbour-times", r => r.ByUnnamedOfOwnSide("a diplomat").Through("Coast Wire"))
        );

    [Fact]
    public void Unnamed_sources_add_nothing_to_one_who_is_named() =>
        Counts(
            1,
            2,
            Declines("morning-herald", r => r.By(AdaBrill)),
            Declines("evening-post", r => r.ByUnnamedOfOwnSide("an aide"))
        );

    [Fact]
    public void Reportedly_is_no_origin() =>
        Counts(0, 2, Declines("morning-herald", r => r.Reportedly()), Declines("evening-post", r => r.Reportedly()));

    [Fact]
    public void Two_articles_of_one_outlet_have_one_carrier() =>
        Counts(
            1,
            1,
            Declines("morning-herald", r => r.By(AdaBrill), "herald-1"),
            Declines("morning-herald", r => r.By(AdaBrill), "herald-2")
        );

    [Fact]
    public void Against_a_value_reportedly_disputes_nothing()
    {
        var fact = Sample
            .History(
                Declines("morning-herald", r => r.By(AdaBrill)),
                Sample
                    .Article("evening-post", "2031-04-03")
                    .Says<AttendanceReported>("rumour", r => r.Reportedly() with { Person = AdaBrill })
            )
            .Fact("attendance/ada-brill");

        Assert.Equal(["rumour"], fact.Against);
        Assert.False(fact.Fact.Disputed);
    }

    [Fact]
    public void One_who_contradicts_only_himself_disputes_nothing()
    {
        var fact = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-02")
                    .Says<TalksHeld>("held", r => r.ByInstitution(VarlandChancellery)),
                Sample
                    .Article("evening-post", "2031-04-03")
                    .Says<TalksPostponed>("postponed", r => r.BySpokesman(PellArno, VarlandChancellery))
            )
            .Fact("round/status");

        Assert.Equal("held", fact.Status);
        Assert.Equal(["postponed"], fact.Against);
        Assert.False(fact.Fact.Disputed);
    }

    private static ChainLink Person(Name name) => new() { Kind = LinkKind.Person, Name = name };

    private static ChainLink Unnamed(string description) =>
        new() { Kind = LinkKind.Unnamed, Name = Sample.Name(description) };

    private static SampleArticle Declines(
        string outlet,
        Func<AttendanceDeclined, AttendanceDeclined> tell,
        string? id = null
    ) =>
        Sample
            .Article(outlet, "2031-04-02", id)
            .Says<AttendanceDeclined>($"{id ?? outlet}-declines", r => tell(r) with { Person = AdaBrill });

    private static void Counts(int origins, int carriers, params SampleArticle[] articles)
    {
        var fact = Sample.History(articles).Fact("attendance/ada-brill").Fact;

        Assert.Equal((origins, carriers), (fact.Origins, fact.Carriers));
        Assert.False(fact.Disputed);
    }
}
